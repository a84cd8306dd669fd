"""A small public site that commits: a home page, a network with a meeting, a practice, a page with a picture."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils import timezone
from wagtail.images import get_image_model

from home.models import StandardPage
from home.site_setup import set_up_site
from networks.models import Enrolment
from tests import visiting
from tests.factories.networks import EnrolmentFactory, MeetingFactory, NetworkFactory
from tests.factories.people import EmploymentFactory, UserFactory
from tests.factories.resources import PracticeFactory, png


@pytest.fixture
def committing(django_db_setup, django_db_blocker, tmp_path):
    if connection.vendor != "sqlite":
        pytest.skip("the same on every database; this copies a file")
    with visiting.committing_database(tmp_path, django_db_blocker):
        ContentType.objects.clear_cache()  # its numbers are those of the database that was used before
        yield


@pytest.fixture
def site(committing):
    return make_site()


def make_site() -> SimpleNamespace:
    home = set_up_site()
    bram = UserFactory(email="bram@leernetwerk.example", first_name="Bram", last_name="Jansen")
    noor = UserFactory(email="noor@leernetwerk.example", first_name="Noor", last_name="Smit")
    noor.groups.add(Group.objects.get(name="Redactie"))
    kees = EmploymentFactory(person__email="kees@scholen.example", person__first_name="Kees").person
    now = timezone.now()
    network = NetworkFactory(title="Flexibel toetsen", facilitators=[bram], places=3, closes_at=now + timedelta(days=3))
    enrolment = EnrolmentFactory(network=network, state=Enrolment.State.REQUESTED)
    meeting = MeetingFactory(series__network=network, starts_at=now + timedelta(days=5))
    practice = PracticeFactory(title="Feedback in plaats van cijfers", state="published", network=network)
    PracticeFactory(title="Leerlingen bevragen elkaar", state="published")
    page = StandardPage(title="Privacy", slug="privacy", lead="Wij zijn zuinig.", show_in_menus=True)
    home.add_child(instance=page)
    image = get_image_model().objects.create(title="Klas", file=SimpleUploadedFile("klas.png", png()))
    addresses = [
        "/",
        "/en/",
        "/netwerken/",
        "/netwerken/?status=open",
        f"/netwerken/{network.slug}/",
        "/praktijkvoorbeelden/",
        "/praktijkvoorbeelden/?sort=title",
        f"/praktijkvoorbeelden/{practice.slug}/",
        f"/en/praktijkvoorbeelden/{practice.slug}/",
        "/praktijkvoorbeelden/feed/",
        "/privacy/",
        "/zoeken/",
        "/zoeken/?q=leerlingen",
        "/sitemap.xml",
    ]
    return SimpleNamespace(
        home=home,
        bram=bram,
        noor=noor,
        kees=kees,
        network=network,
        enrolment=enrolment,
        meeting=meeting,
        practice=practice,
        page=page,
        image=image,
        addresses=addresses,
    )
