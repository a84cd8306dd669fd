import pytest
from django.contrib.auth.models import Group
from wagtail.models import Locale

from accounts.models import User
from home.duties import EDITORS
from home.site_setup import set_up_site
from networks import services
from networks.models import Network, NetworkIndexPage, NetworkPage
from schools.models import Employment
from tests.factories.people import SchoolFactory

SLUG = "flexibilisering-van-toetsing-en-examinering"


@pytest.fixture
def demo_network(db) -> dict[str, object]:
    return build_network()


def build_network() -> dict[str, object]:
    """One announced network: Sanne takes part, Bram facilitates, Noor edits, Kees only has a school."""
    home = set_up_site()
    network = Network.objects.create(title="Flexibilisering van toetsing en examinering", places=10)
    index = NetworkIndexPage.objects.child_of(home).get()
    index.add_child(
        instance=NetworkPage(
            title=network.title, slug=SLUG, network=network, intro="Samen leren.", locale=Locale.get_default()
        )
    )
    people = {name: User.objects.create_user(f"{name}@school.example") for name in ("sanne", "bram", "noor", "kees")}
    people["beheer"] = User.objects.create_superuser("beheer@school.example")
    people["noor"].groups.add(Group.objects.get(name=EDITORS))
    network.facilitators.add(people["bram"])
    for name in ("sanne", "kees"):
        Employment.objects.create(person=people[name], school=SchoolFactory())
    enrolment = services.enrol(
        network=network,
        person=people["sanne"],
        school=people["sanne"].employments.get().school,
        learning_question="Hoe toetsen wij flexibel?",
        agreements={"attendance", "embedding", "time", "sharing"},
    )
    services.accept_enrolment(enrolment=enrolment, by=people["bram"])
    return people | {"network": network}
