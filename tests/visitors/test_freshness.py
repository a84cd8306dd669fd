"""Whatever changes, the next visitor sees it: every stored page equals the page made afresh."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction, Site

from home.models import Organisation, StandardPage
from networks import services as networks
from networks.models import Meeting, Network, Theme
from resources import services as resources
from tests.factories.networks import MeetingFactory
from tests.factories.resources import PracticeFactory
from tests.visiting import fresh, is_stored, seen


def publish(site):
    site.page.lead = "Wij zijn nu nog zuiniger."
    site.page.save_revision().publish()


def unpublish(site):
    site.page.unpublish()


def move(site):
    below = StandardPage(title="Over ons", slug="over-ons")
    site.home.add_child(instance=below)
    site.page.move(below, pos="last-child")


def new_address(site):
    site.page.slug = "privacyverklaring"
    site.page.save_revision().publish()


def restrict_by_sign_in(site):
    PageViewRestriction.objects.create(page=site.page, restriction_type=PageViewRestriction.LOGIN)


def restrict_to_group(site):
    restriction = PageViewRestriction.objects.create(page=site.home, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.add(Group.objects.first())


def delete(site):
    site.page.delete()


def schedule(site):
    site.page.go_live_at = timezone.now() + timedelta(days=1)
    site.page.live = False
    site.page.save()


def organisation(site):
    Organisation(contact_email="vragen@leernetwerk.example").save()


def rename_theme(site):
    site.network.themes.add(Theme.objects.create(name="Toetsen", slug="toetsen"))
    Theme.objects.update(name="Examineren")


def redirect(site):
    site.page.unpublish()
    Redirect.objects.get_or_create(
        old_path="/privacy", defaults={"redirect_link": "/"}
    )  # the form refuses a second one


def another_root(site):
    Site.objects.update(root_page=site.home.get_children().type(StandardPage).get())


def publish_practice(site):
    practice = PracticeFactory(title="Een nieuwe praktijk", state="submitted", network=site.network)
    resources.review_practice(practice=practice, by=site.noor, decision="publish")


def change_practice(site):
    resources.add_link(practice=site.practice, link="https://school.example/", by=site.noor, title="Wijzer")
    type(site.practice).objects.filter(pk=site.practice.pk).update(title="Feedback zonder cijfers")


def withdraw_practice(site):
    resources.withdraw_practice(practice=site.practice, by=site.practice.contributor)


def rename_contributor(site):
    person = site.practice.contributor
    person.last_name = "van der Nieuwe-Naam"
    person.save()


def take_the_last_places(site):
    Network.objects.filter(pk=site.network.pk).update(places=1)


def withdraw_enrolment(site):
    networks.withdraw(enrolment=site.enrolment)


def hide_network(site):
    site.network.hidden = True
    site.network.save()


def new_meeting(site):
    MeetingFactory(series=site.meeting.series, title="De oogst")


def cancel_meeting(site):
    Meeting.objects.filter(pk=site.meeting.pk).update(state=Meeting.State.CANCELLED)


CHANGES = [value for name, value in list(globals().items()) if getattr(value, "__module__", "") == __name__]


@pytest.mark.parametrize("change", [pytest.param(change, id=change.__name__) for change in CHANGES])
def test_a_change_is_seen_at_once(site, change):
    before = [seen(address) for address in site.addresses]
    assert all(is_stored(address) for address in site.addresses)

    change(site)

    after = [seen(address) for address in site.addresses]
    assert after == [fresh(address) for address in site.addresses]
    assert after != before


def sign_up_opens(site):
    moment = site.network.closes_at - timedelta(days=1)
    Network.objects.filter(pk=site.network.pk).update(opens_at=moment)
    return moment


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        pytest.param(sign_up_opens, None, id="sign-up opens"),
        pytest.param(lambda site: site.network.closes_at, b"Gesloten", id="sign-up closes"),
        pytest.param(lambda site: site.meeting.ends_at + timedelta(microseconds=1), None, id="a meeting ends"),
    ],
)
def test_a_moment_that_passes_is_seen(site, time_machine, moment, words):
    address = f"/netwerken/{site.network.slug}/"
    at = moment(site)
    time_machine.move_to(at - timedelta(seconds=1), tick=False)
    before = [seen(each) for each in site.addresses]
    assert is_stored(address)

    time_machine.move_to(at, tick=False)

    assert not is_stored(address)
    after = [seen(each) for each in site.addresses]
    assert after == [fresh(each) for each in site.addresses]
    assert after != before
    assert words is None or words in seen(address)[1]


def test_a_day_begins(site, time_machine):
    time_machine.move_to("2026-03-10T22:59:59Z", tick=False)
    seen("/")
    assert is_stored("/")

    time_machine.move_to("2026-03-10T23:00:00Z", tick=False)

    assert not is_stored("/")


def test_what_changes_nothing_for_visitors_leaves_the_pages(site, client):
    [seen(address) for address in site.addresses]

    client.force_login(site.kees)  # a session, and when Kees last signed in
    client.get("/mijn/")
    site.page.save_revision()  # a draft

    assert all(is_stored(address) for address in site.addresses)


@pytest.mark.parametrize("moved_at", ["go_live_at", "expire_at"])
def test_a_planned_moment_of_a_page_is_seen(site, time_machine, moved_at):
    """Publishing by plan is a periodic job; until it ran the page is what it was, for everybody alike."""
    page = StandardPage(title="Nieuwe regeling", slug="regeling", lead="Dit jaar.", live=moved_at == "expire_at")
    page = site.home.add_child(instance=page)
    moment = timezone.now() + timedelta(hours=1)
    setattr(page, moved_at, moment)
    page.save_revision(approved_go_live_at=moment if moved_at == "go_live_at" else None)
    page.save()
    before = seen("/regeling/")
    time_machine.move_to(moment + timedelta(seconds=1), tick=False)

    call_command("publish_scheduled")

    assert {before[0], seen("/regeling/")[0]} == {200, 404}
    assert seen("/regeling/") == fresh("/regeling/")


def test_a_page_that_moves_below_a_private_one_leaves_no_byte(site):
    members = site.home.add_child(instance=StandardPage(title="Voor leden", slug="voor-leden"))
    PageViewRestriction.objects.create(page=members, restriction_type=PageViewRestriction.LOGIN)
    assert b"Wij zijn zuinig." in seen("/privacy/")[1]

    site.page.move(members, pos="last-child")

    every = [seen(address) for address in [*site.addresses, "/voor-leden/privacy/"]]
    assert not any(b"Wij zijn zuinig." in body for _status, body in every)


@pytest.mark.parametrize("kind", ["login", "groups", "password"])
def test_a_document_of_a_collection_that_becomes_private_leaves_no_byte(site, kind):
    collection = Collection.get_first_root_node().add_child(name="Van de leden")
    file = SimpleUploadedFile("leidraad.txt", b"Vraag eerst.")
    document = get_document_model().objects.create(title="Leidraad", file=file, collection=collection)
    etag = Client().get(document.url)["ETag"]

    CollectionViewRestriction.objects.create(collection=collection, restriction_type=kind, password="x")

    for headers in ({}, {"If-None-Match": etag}):
        answer = Client().get(document.url, headers=headers)
        assert answer.status_code != 304
        assert b"Vraag eerst." not in b"".join(answer)
