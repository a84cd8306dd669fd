"""Actions: given to somebody, found where one looks, marked as done and taken back."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from core.errors import NotAllowed, NotFound
from networks import services
from networks.action_policies import get_action_for
from networks.errors import NetworkArchived
from networks.models import LogEntry, Outcome
from networks.personal import exported_actions
from networks.services.erasing import forget
from tests.factories.networks import EnrolmentFactory, MeetingFactory
from tests.networks.conftest import signed_in


@pytest.fixture
def meeting(network):
    return MeetingFactory(series__network=network, number=1)


@pytest.fixture
def action(meeting, sanne):
    return Outcome.objects.create(meeting=meeting, kind="action", text="PTA delen", person=sanne)


@pytest.fixture
def tom(network):
    return EnrolmentFactory(network=network, person__first_name="Tom").person


def row(action, **changes):
    facts = {"id": action.pk, "kind": "action", "text": action.text, "person": action.person, "due_on": action.due_on}
    return facts | changes


@pytest.fixture
def rewrite(meeting, bram):
    """Writes the outcomes as Bram does."""

    def write(*outcomes):
        return services.write_report(meeting=meeting, by=bram, report="", outcomes=outcomes)

    return write


def told(person):
    return [it.params["due"] for it in person.notifications.filter(kind="action.given").order_by("pk")]


def test_done_and_not_done_after_all(action, sanne, network):
    browser = signed_in(sanne)

    for _twice in range(2):
        answer = browser.post(reverse("networks:finish_action", args=[network.slug, action.pk]))
        assert answer["Location"] == action.url
    action.refresh_from_db()
    assert (action.is_done, action.done_by) == (True, sanne)
    browser.post(reverse("networks:reopen_action", args=[network.slug, action.pk]), {"from": "series"})

    action.refresh_from_db()
    assert (action.done_at, action.done_by) == (None, None)
    assert list(LogEntry.objects.order_by("pk").values_list("action", flat=True)) == ["action_done", "action_reopened"]


def test_it_is_asked_on_the_own_page_until_it_is_done(action, sanne, tom):
    browser = signed_in(sanne)
    assert f'href="{action.url}"' in browser.get("/mijn/").content.decode()
    assert action.url not in signed_in(tom).get("/mijn/").content.decode()

    services.finish_action(action=action, by=sanne)

    assert action.url not in browser.get("/mijn/").content.decode()


def test_the_own_page_says_that_it_is_late(action, sanne):
    Outcome.objects.update(due_on=date(2020, 1, 2))

    assert "donderdag 2 januari" in signed_in(sanne).get("/mijn/").content.decode()


@pytest.mark.parametrize("left", ["closed", "withdrawn"])
def test_what_cannot_be_done_any_more_is_not_asked(left, action, sanne, network):
    if left == "closed":
        network.closed_at = timezone.now()
        network.save()
    else:
        services.withdraw(enrolment=network.enrolments.get(person=sanne))

    assert action.url not in signed_in(sanne).get("/mijn/").content.decode()


def test_the_pages_of_the_meetings_offer_it_to_whose_it_is_and_to_the_facilitator(action, network, sanne, tom, bram):
    finish = reverse("networks:finish_action", args=[network.slug, action.pk])

    for page in (action.meeting.url, network.meetings_url):
        assert [finish in signed_in(it).get(page).content.decode() for it in (sanne, bram, tom)] == [True, True, False]
    assert "Open acties" in signed_in(tom).get(network.meetings_url).content.decode()


def test_who_may_say_that_it_is_done(action, tom, bram, kees, meeting):
    assert get_action_for(bram, action.pk) == action
    with pytest.raises(NotAllowed):
        get_action_for(tom, action.pk)
    with pytest.raises(NotFound):
        get_action_for(bram, Outcome.objects.create(meeting=meeting, kind="decision", text="Zo doen wij het.").pk)


def test_a_closed_network_takes_nothing(action, network, sanne):
    network.closed_at = timezone.now()
    network.save()

    with pytest.raises(NetworkArchived):
        services.finish_action(action=action, by=sanne)
    assert "Markeer als gedaan" not in signed_in(sanne).get(action.meeting.url).content.decode()


def test_another_day_is_told_and_takes_the_place_of_what_was_told(action, rewrite, sanne):
    rewrite(row(action, due_on=date(2030, 1, 1)))
    rewrite(row(action, due_on=date(2030, 2, 1)))

    assert told(sanne) == ["1 februari 2030"]


def test_given_to_somebody_else_or_taken_away_the_first_hears_no_more_of_it(action, rewrite, sanne, tom):
    rewrite(row(action, text="Het PTA delen"))
    assert len(told(sanne)) == 1

    rewrite(row(action, text="Het PTA delen", person=tom))
    assert (told(sanne), len(told(tom))) == ([], 1)
    rewrite()
    assert told(tom) == []


def test_what_is_done_stays_done_when_the_report_is_written_again(action, rewrite, sanne):
    services.finish_action(action=action, by=sanne)

    rewrite(row(action), {"kind": "decision", "text": "Wij gaan door."})

    action.refresh_from_db()
    assert action.is_done
    assert told(sanne) == []


def test_an_action_that_becomes_a_decision_is_nobodys(action, rewrite, sanne):
    services.finish_action(action=action, by=sanne)

    rewrite(row(action, kind="decision", person=None))

    action.refresh_from_db()
    assert (action.person, action.done_at) == (None, None)


@pytest.mark.parametrize("changed", ["taken out", "a decision"])
def test_what_is_no_action_any_more_is_not_found(changed, action, rewrite, sanne):
    rewrite(*([row(action, kind="decision", person=None)] if changed == "a decision" else []))

    for service in (services.finish_action, services.reopen_action):
        with pytest.raises(NotFound):
            service(action=action, by=sanne)


def test_who_left_keeps_what_was_given_in_the_report(action, rewrite, sanne, network):
    services.withdraw(enrolment=network.enrolments.get(person=sanne))

    rewrite(row(action, who="en het MT"))

    assert told(sanne) == []


def test_the_cockpit_shows_what_is_open_and_what_is_past_its_day(action, meeting, bram, network):
    late = timezone.localdate() - timedelta(days=2)
    Outcome.objects.create(meeting=meeting, kind="action", text="Zaal regelen", due_on=late)

    page = signed_in(bram).get(network.cockpit_url).content.decode()

    assert "Een actie is over haar datum heen" in page
    assert "Een actie staat open" in page
    assert "Zaal regelen" in page
    assert f"{network.meetings_url}#actions" in page


def test_an_export_holds_them_and_an_account_that_ends_takes_its_name_along(action, sanne):
    assert exported_actions(sanne)[0]["action"] == "PTA delen"

    forget(sanne)

    action.refresh_from_db()
    assert (action.text, action.person) == ("PTA delen", None)
