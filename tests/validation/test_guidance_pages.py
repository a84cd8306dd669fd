"""The pages of the intake and of progress talks: who comes where, and what forms say (DOMAIN.md 3c)."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.people import UserFactory
from tests.factories.validation import case_of
from tests.validation.conftest import signed_in
from tests.validation.guidance import during, planned_guidance, reported
from tests.validation.talks import in_days
from validation.models import Case, GuidanceReport, GuidanceTalk

pytestmark = pytest.mark.django_db


def moment(days=4, **facts):
    return {
        "day": f"{in_days(days):%Y-%m-%d}",
        "starts": "10:00",
        "minutes": 60,
        "place": "institute",
        "address": "Marktplein 1",
        "online_url": "",
    } | facts


def filled(talk, **facts):
    given = {"read": 0, "procedure": "Eerst schrijven.", "composition": "Vier delen.", "evidence": "Verslagen."}
    for theme in talk.case.themes.all():
        pk = theme.theme_id
        given |= {f"chosen-{pk}": "on", f"least-{pk}": 20, f"most-{pk}": 40, f"note-{pk}": ""}
    return given | facts


@pytest.mark.parametrize(
    ("path", "may"),
    [
        ("", "sanne ine cora"),
        ("gesprek.ics", "sanne ine"),
        ("verplaatsen/", "cora"),
        ("afzeggen/", "sanne cora"),
        ("verslag/", "ine"),
    ],
)
def test_who_comes_where(path, may, intake_talk, request, coen):
    with during(intake_talk):
        for who in ("sanne", "ine", "cora", "coen", "kees", "carla", "noor"):
            answer = signed_in(request.getfixturevalue(who)).get(f"{intake_talk.url}{path}")
            assert answer.status_code == (200 if who in may.split() else 404), who


def test_the_coordinator_plans_from_the_page_of_the_theme(intake_case, cora, ine):
    theme = intake_case.themes.first()
    browser = signed_in(cora)
    address = f"/mijn/coordineren/{intake_case.pk}/begeleiding/intake/"
    assert address in browser.get(theme.coordinate_url).content.decode()
    assert browser.post(address, moment()).status_code == 422
    answer = browser.post(address, moment(host=ine.pk))
    talk = GuidanceTalk.objects.get()
    assert answer.headers["Location"] == talk.url
    assert browser.post(address, moment(host=ine.pk)).headers["Location"] == talk.url


def test_planning_is_for_who_coordinates(intake_case, sanne, ine, carla, kees):
    for person in (sanne, ine, carla, kees):
        answer = signed_in(person).get(f"/mijn/coordineren/{intake_case.pk}/begeleiding/intake/")
        assert answer.status_code == 404


def test_the_report_is_written_and_read(intake_talk, sanne, ine, cora):
    with during(intake_talk):
        page = signed_in(ine)
        theme = intake_talk.case.themes.first().theme_id
        lacking = page.post(f"{intake_talk.url}verslag/", filled(intake_talk, **{f"least-{theme}": ""}))
        assert lacking.status_code == 422
        assert "Eerst schrijven." in lacking.content.decode()
        assert page.post(f"{intake_talk.url}verslag/", filled(intake_talk)).status_code == 302
        assert "20–40" in signed_in(sanne).get(intake_talk.url).content.decode()
        assert "20–40" not in signed_in(cora).get(intake_talk.url).content.decode()
    assert Case.objects.get(pk=intake_talk.case_id).state == "running"


def test_a_correction_shows_both(intake_talk, sanne, ine):
    reported(intake_talk)
    with during(intake_talk):
        page = signed_in(ine)
        again = filled(intake_talk, read=1, procedure="Eerst lezen.", reason="Zo was het.")
        assert page.post(f"{intake_talk.url}verslag/", again).status_code == 302
        stale = page.post(f"{intake_talk.url}verslag/", again | {"procedure": "Anders."})
        assert stale.status_code == 422
        assert "Anders." in stale.content.decode()
    read = signed_in(sanne).get(intake_talk.url).content.decode()
    assert "Eerst lezen." in read
    assert "Eerst schrijven." in read
    assert GuidanceReport.objects.count() == 2


def test_asked_on_the_own_page(intake_case, cora, ine, sanne):
    def asks(person, words):
        return words in signed_in(person).get("/en/mijn/").content.decode()

    assert asks(cora, "1 intake is to be planned")
    talk = planned_guidance(intake_case, cora, ine)
    assert not asks(cora, "is to be planned")
    assert asks(sanne, "The intake: ")
    with during(talk):
        assert asks(ine, "Write the report of the intake")
    reported(talk)
    with during(talk):
        assert not asks(ine, "Write the report of the intake")


def test_it_stands_in_the_own_calendar_and_data(intake_talk, ine, sanne):
    from validation import calendar, personal

    reported(intake_talk)
    assert len(calendar.guidance_of(sanne)) == len(calendar.guidance_of(ine)) == 1
    told = personal.exported(sanne)[0]["guidance"]
    assert told[0]["reports"][0]["procedure"] == "Eerst schrijven."
    assert personal.exported_tasks(ine)["reports"][0]["procedure"] == "Eerst schrijven."


def test_a_long_list_asks_no_more_than_a_short_one(intake_talk, cora, ine):
    def queries():
        browser = signed_in(ine)
        browser.get("/mijn/begeleiding/")
        with CaptureQueriesContext(connection) as asked:
            assert browser.get("/mijn/begeleiding/").status_code == 200
        return len(asked)

    few = queries()
    for number in range(5):
        planned_guidance(case_of(UserFactory(), route="intake"), cora, ine, days=5 + number)
    assert queries() == few


def test_for_a_visitor_it_asks_to_sign_in(intake_talk):
    with time_machine.travel(intake_talk.starts_at, tick=False):
        assert signed_in(None).get(intake_talk.url).status_code == 302
