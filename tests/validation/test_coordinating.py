"""The coordinator's place: who is how far, who assesses, and until when."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from notifications.models import Notification
from tests.factories.validation import CaseThemeFactory, ProgrammeFactory
from tests.validation.assessing import assess, handed_in
from tests.validation.conftest import signed_in
from tests.validation.portfolios import SENTENCE
from validation import services
from validation.models import CaseEvent, Deadline, DeadlineExtension, ProgrammeRole
from validation.states import ThemeState

pytestmark = pytest.mark.django_db
LIST = "/mijn/coordineren/"


@pytest.fixture
def browser(carla):
    return signed_in(carla)


def at(theme, rest=""):
    return f"{LIST}{theme.case_id}/{theme.pk}/{rest}"


def said(answer):
    return answer.content.decode()


def day(days):
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def test_what_is_handed_in_comes_first_and_asks_for_assessors(submission, browser):
    for number in range(3):
        CaseThemeFactory(case__state="running", state_since=timezone.now() - timedelta(days=90 + number))

    lines = browser.get(LIST).context["lines"]

    assert lines[0][0] == submission.theme
    assert lines[0][1]
    assert [asks for _theme, asks in lines[1:]] == [None, None, None]


def test_the_list_is_narrowed_by_state_and_programme(submission, browser):
    CaseThemeFactory()

    def found(query):
        return [it for it, _asks in browser.get(f"{LIST}?{query}").context["lines"]]

    assert found("state=submitted") == [submission.theme]
    assert len(found("state=nonsense&programme=portfolio")) == 2
    assert found("state=withdrawn") == []


def test_the_list_has_pages_and_asks_as_many_queries_for_many(browser, django_assert_max_num_queries):
    CaseThemeFactory.create_batch(30, state=ThemeState.SUBMITTED)
    browser.get(LIST)

    with django_assert_max_num_queries(20):
        page = browser.get(LIST)

    assert len(page.context["lines"]) == 25
    assert len(browser.get(f"{LIST}?page=2").context["lines"]) == 5


def test_nobody_coordinates_the_own_case(sanne, submission, programme):
    ProgrammeRole.objects.create(programme=programme, person=sanne, role="coordinator")
    browser = signed_in(sanne)

    assert browser.get(LIST).context["lines"] == []
    assert browser.get(at(submission.theme)).status_code == 404


def test_another_programme_is_not_seen(submission, kees):
    ProgrammeRole.objects.create(programme=ProgrammeFactory(), person=kees, role="coordinator")
    browser = signed_in(kees)

    assert browser.get(LIST).context["lines"] == []
    assert browser.get(at(submission.theme)).status_code == 404


def test_the_coordinator_gives_a_theme_to_those_who_are_proposed(submission, noor, nadia, browser):
    page = browser.get(at(submission.theme, "assessoren/"))
    assert set(page.context["form"]["people"].value()) == {noor.pk, nadia.pk}

    answer = browser.post(at(submission.theme, "assessoren/"), {"people": [noor.pk, nadia.pk]})
    again = browser.post(at(submission.theme, "assessoren/"), {"people": [noor.pk, nadia.pk]})

    assert answer.status_code == again.status_code == 302
    assert submission.theme.roles.running().count() == 2
    told = Notification.objects.filter(kind="validation.asked_to_assess")
    assert {it.url for it in told} == {submission.assess_url}


def test_too_few_and_a_missing_reason_are_said_at_the_field(given, noor, third, browser):
    address = at(given.theme, "assessoren/")

    one = browser.post(address, {"people": [noor.pk]})
    other = browser.post(address, {"people": [noor.pk, third.pk]})

    assert one.status_code == other.status_code == 422
    assert "people" in one.context["form"].errors
    assert "reason" in other.context["form"].errors
    done = browser.post(address, {"people": [noor.pk, third.pk], "reason": "Nadia is ziek."})
    assert done.status_code == 302
    assert "Nadia is ziek." in said(browser.get(at(given.theme)))


def test_a_third_is_chosen_among_those_who_did_not_assess_it(given, noor, nadia, third, browser):
    address = at(given.theme, "derde-assessor/")
    assert browser.get(address).status_code == 302
    assess(given, noor)
    assess(given, nadia, "insufficient")
    services.ask_third_assessor(submission=given, by=noor, reason="Wij wegen de bronnen anders.")
    assert browser.get(LIST).context["lines"][0][1]

    page = browser.get(address)
    assert "Wij wegen de bronnen anders." in said(page)
    assert [it.person for it in page.context["form"].proposals] == [third]
    assert browser.post(address, {"reason": ""}).status_code == 422
    assert browser.post(address, {"people": third.pk}).status_code == 302

    assert browser.get(LIST).context["lines"][0][1] is None


def test_the_last_day_passes_and_is_put_off_for_all_alike(given, carla, noor, nadia, browser):
    assess(given, noor)
    with time_machine.travel(timezone.now() + timedelta(days=40)):
        browser.force_login(carla)
        assert browser.get(LIST).context["lines"][0][1]
        answer = browser.post(at(given.theme, "meer-tijd/"), {"day": day(10), "reason": "Vakantie."})
        assert answer.status_code == 302
        assert browser.get(LIST).context["lines"][0][1] is None

    assert DeadlineExtension.objects.count() == 2
    assert CaseEvent.objects.filter(kind="deadline.extend").count() == 1
    told = Notification.objects.filter(kind="validation.deadline_extended")
    assert [it.recipient for it in told] == [nadia]


def test_an_earlier_day_is_refused_at_the_field(given, browser):
    answer = browser.post(at(given.theme, "meer-tijd/"), {"day": day(1), "reason": "Eerder."})

    assert answer.status_code == 422
    assert "day" in answer.context["form"].errors


def test_the_participant_gets_more_time(theme, sanne, browser):
    due = timezone.now() + timedelta(days=5)
    deadline = services.set_deadline(case=theme.case, person=sanne, kind="talk", due_at=due, theme=theme)

    answer = browser.post(at(theme, f"meer-tijd/{deadline.pk}/"), {"day": day(20), "reason": "Ziek."})

    assert answer.status_code == 302
    assert Deadline.objects.get().due_at > due + timedelta(days=10)


def test_the_deadline_of_an_assessor_is_not_put_off_alone(given, noor, browser):
    deadline = given.theme.deadlines.get(person=noor)

    assert browser.get(at(given.theme, f"meer-tijd/{deadline.pk}/")).status_code == 404


def test_no_page_of_the_coordinator_shows_the_portfolio(given, browser):
    pages = ("", "assessoren/", "meer-tijd/")

    assert not any(SENTENCE in said(browser.get(at(given.theme, it))) for it in pages)


def test_handed_in_again_it_asks_for_assessors_again(given, noor, nadia, sanne, browser):
    theme = given.theme
    for person in (noor, nadia):
        assess(given, person, "insufficient")
    services.propose_decision(
        submission=given, by=noor, outcome="insufficient", feedback="Nog niet.", tips="Werk doel 2 uit.", serial=0
    )
    services.agree_with_decision(submission=given, by=nadia, serial=1)
    theme.refresh_from_db()
    services.move_theme(theme=theme, step="revise", by=sanne)
    handed_in(theme)

    assert browser.get(LIST).context["lines"][0][1]
    proposed = browser.get(at(theme, "assessoren/")).context["form"]["people"].value()
    assert set(proposed) == {noor.pk, nadia.pk}
