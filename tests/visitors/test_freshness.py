"""Whatever changes, the next visitor sees it: every stored page equals the page made afresh."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction, Site

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
    Redirect.objects.create(old_path="/privacy", redirect_link="/")


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


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        pytest.param(lambda site: site.network.closes_at, b"Gesloten", id="sign-up closes"),
        pytest.param(lambda site: site.meeting.ends_at + timedelta(microseconds=1), None, id="a meeting ends"),
    ],
)
def test_a_moment_that_passes_is_seen(site, time_machine, moment, words):
    address = f"/netwerken/{site.network.slug}/"
    time_machine.move_to(moment(site) - timedelta(seconds=1), tick=False)
    before = [seen(each) for each in site.addresses]
    assert is_stored(address)

    time_machine.move_to(moment(site), tick=False)

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
