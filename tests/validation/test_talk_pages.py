"""Who gets what answer from the pages of a talk, and what is typed there."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from icalendar import Calendar

from networks.services import renew_calendar_feed
from tests.validation.assessing import assess, handed_in, propose
from tests.validation.conftest import signed_in
from tests.validation.portfolios import fill
from tests.validation.talks import BUILDING, fresh, in_days, made_sufficient, offered, planned
from validation import services
from validation.models import CaseRole, CaseTheme, Talk, TalkNote, TalkTheme
from validation.states import ThemeState

pytestmark = pytest.mark.django_db
STAFF = "/mijn/gesprekken/{theme}/"
OWN = "/mijn/portfolio/{case}/{theme}/gesprek/"
OF_PLANNED = {
    STAFF: {"carla": 200, "noor": 200, "sanne": 404, "koen": 404, "kees": 404, "third": 404},
    f"{STAFF}momenten/": {"carla": 404, "noor": 404, "sanne": 404, "third": 404},
    f"{STAFF}verplaatsen/": {"carla": 200, "noor": 403, "sanne": 404, "third": 404},
    f"{STAFF}afzeggen/": {"carla": 200, "noor": 403, "sanne": 404, "third": 404},
    f"{STAFF}leidraad/": {"carla": 404, "noor": 200, "sanne": 404, "third": 404},
    f"{STAFF}uitkomst/": {"carla": 404, "noor": 200, "sanne": 404, "third": 404},
    "/mijn/gesprekken/agenda/{talk}.ics": {"carla": 200, "noor": 200, "sanne": 200, "kees": 404, "third": 404},
    OWN: {"sanne": 200, "carla": 404, "noor": 404, "kees": 404},
    f"{OWN}afzeggen/": {"sanne": 200, "carla": 404, "noor": 404, "kees": 404},
}
OF_SUFFICIENT = {
    STAFF: {"carla": 200, "noor": 200, "sanne": 404, "koen": 404, "third": 404},
    f"{STAFF}momenten/": {"carla": 200, "noor": 200, "sanne": 404, "third": 404},
    f"{STAFF}plannen/": {"carla": 200, "noor": 403, "sanne": 404, "third": 404},
    f"{STAFF}assessor-erbij/": {"carla": 200, "noor": 403, "sanne": 404, "third": 404},
    f"{STAFF}verplaatsen/": {"carla": 404, "noor": 403},
    f"{STAFF}leidraad/": {"noor": 404, "carla": 404},
    OWN: {"sanne": 200, "noor": 404},
}


def rows(table):
    return [(path, who, status) for path, answers in table.items() for who, status in answers.items()]


def address(path, theme, talk=None):
    return path.format(case=theme.case_id, theme=theme.pk, talk=talk and talk.pk)


@pytest.mark.parametrize(("path", "who", "status"), rows(OF_PLANNED))
def test_pages_of_a_planned_talk(path, who, status, sufficient, carla, request):
    talk = planned(sufficient, carla)

    assert signed_in(request.getfixturevalue(who)).get(address(path, sufficient, talk)).status_code == status
    assert Client().get(address(path, sufficient, talk)).status_code == 302


@pytest.mark.parametrize(("path", "who", "status"), rows(OF_SUFFICIENT))
def test_pages_of_a_talk_to_plan(path, who, status, sufficient, request):
    assert signed_in(request.getfixturevalue(who)).get(address(path, sufficient)).status_code == status


def test_an_assessor_of_another_theme_has_no_part_in_it(sufficient, carla, third):
    other = services.add_theme(
        case=sufficient.case, theme=sufficient.case.version.themes.last(), by=sufficient.case.person
    )
    CaseRole.objects.create(case=sufficient.case, theme=other, person=third, role=CaseRole.Role.ASSESSOR)
    talk = planned(sufficient, carla)

    browser = signed_in(third)

    assert {browser.get(address(path, sufficient, talk)).status_code for path in OF_PLANNED} == {404}
    assert sufficient.case.person.name not in browser.get("/mijn/gesprekken/").content.decode()


def test_who_holds_a_talk_reads_the_portfolio_from_there(given, noor, carla):
    theme = given.theme
    CaseTheme.objects.filter(pk=theme.pk).update(state=ThemeState.SUFFICIENT)

    to_portfolio, to_theme = f"/mijn/beoordelen/{given.pk}/", f"/mijn/coordineren/{theme.case_id}/{theme.pk}/"

    page = signed_in(noor).get(address(STAFF, theme)).content.decode()
    assert (to_portfolio in page, to_theme in page) == (True, False)
    page = signed_in(carla).get(address(STAFF, theme)).content.decode()
    assert (to_portfolio in page, to_theme in page) == (False, True)


def test_nothing_of_a_talk_is_there_before_the_portfolio_is_sufficient(given, noor, sanne):
    theme = given.theme

    assert signed_in(noor).get(address(STAFF, theme)).status_code == 404
    assert signed_in(sanne).get(address(OWN, theme)).status_code == 404


def test_from_offering_to_the_outcome_by_the_pages(sufficient, noor, nadia, sanne):
    staff, own = address(STAFF, sufficient), address(OWN, sufficient)
    day = in_days(6).date().isoformat()
    noor_at, nadia_at, sanne_at = signed_in(noor), signed_in(nadia), signed_in(sanne)
    moments = {"day": day, "starts": "09:30", "number": 2, "pause": 15, "place": "institute"}
    assert noor_at.post(f"{staff}momenten/", moments).status_code == 302
    slot = sufficient.case.version.programme.talk_slots.first()

    for _time in range(2):
        assert sanne_at.post(own, {"slot": slot.pk}).status_code == 302

    talk = Talk.objects.get()
    with time_machine.travel(talk.starts_at + timedelta(minutes=50), tick=True):
        noor_at, nadia_at = signed_in(noor), signed_in(nadia)
        outcome = {"outcome": "sufficient", "feedback": "Helder verteld.", "told": "on", "serial": 0}
        assert noor_at.post(f"{staff}uitkomst/", outcome).status_code == 302
        assert "Helder verteld." in nadia_at.get(f"{staff}uitkomst/").content.decode()
        assert nadia_at.post(f"{staff}uitkomst/akkoord/", {"serial": 1}).status_code == 302
    assert "Helder verteld." in signed_in(sanne).get(own).content.decode()


def test_a_moment_that_went_meanwhile_is_said_so(sufficient, noor, sanne):
    (slot,) = offered(sufficient, noor, 3)
    services.withdraw_slot(slot=slot, by=noor)

    answer = signed_in(sanne).post(address(OWN, sufficient), {"slot": slot.pk})

    assert answer.status_code == 422
    assert "niet meer vrij" in answer.content.decode()


@pytest.mark.parametrize("path", ["momenten/", "plannen/"])
def test_what_was_typed_stays_with_its_error(path, sufficient, carla):
    typed = {"day": "2020-01-01", "starts": "09:30", "number": 1, "pause": 0, "place": "online", "address": "Zaal 3"}

    answer = signed_in(carla).post(f"{address(STAFF, sufficient)}{path}", typed)

    assert answer.status_code == 422
    assert "Zaal 3" in answer.content.decode()


def test_notes_of_a_second_window_are_not_covered_unseen(sufficient, carla, noor):
    talk = planned(sufficient, carla)
    path = f"{address(STAFF, sufficient)}leidraad/"
    key = f"situation-{sufficient.theme.competencies.first().pk}"
    browser = signed_in(noor)
    assert browser.post(path, {"serial": 0, key: "Eerst"}).status_code == 302

    answer = browser.post(path, {"serial": 0, key: "Daarna"})

    assert answer.status_code == 422
    assert "Daarna" in answer.content.decode()
    assert TalkNote.objects.get().situation == "Eerst"
    assert browser.post(path, {"serial": 1, key: "Daarna"}).status_code == 302
    assert talk.is_planned


def test_notes_are_kept_while_one_types(sufficient, carla, noor):
    planned(sufficient, carla)
    first = sufficient.theme.competencies.first()
    key, path = f"result-{first.pk}", f"{address(STAFF, sufficient)}leidraad/bewaren/"
    browser = signed_in(noor)

    kept = browser.post(path, {"serial": 0, key: "Meer rust"})
    elsewhere = browser.post(path, {"serial": 0, key: "Minder rust"})
    again = browser.post(path, {"serial": kept["X-Serial"], key: "Minder rust"})

    assert (kept.status_code, elsewhere.status_code, again.status_code) == (200, 409, 200)
    assert "Genoteerd" in kept.text
    assert "Meer rust" in elsewhere.text
    assert TalkNote.objects.get().result == "Minder rust"
    assert browser.post(path, {"serial": "x", key: "Iets"}).status_code == 422


@pytest.mark.parametrize("who", ["carla", "sanne", "koen", "kees", "third"])
def test_nobody_else_keeps_notes(who, sufficient, carla, request):
    planned(sufficient, carla)
    path = f"{address(STAFF, sufficient)}leidraad/bewaren/"
    answer = signed_in(request.getfixturevalue(who)).post(path, {"serial": 0})

    assert answer.status_code == 404
    assert not TalkNote.objects.exists()


def test_what_assessors_differed_on_is_the_agenda_of_their_talk(theme, carla, noor, nadia, third):
    submission = handed_in(fill(theme))
    services.assign_assessors(theme=submission.theme, by=carla, people=[noor, nadia], reason="Voor de proef.")
    assess(submission, noor, "insufficient")
    assess(submission, nadia)
    serial = propose(submission, noor).serial
    services.agree_with_decision(submission=submission, by=nadia, serial=serial)
    planned(fresh(theme), carla)

    page = signed_in(nadia).get(f"{address(STAFF, theme)}leidraad/").text

    assert "Agenda van het gesprek" in page
    assert noor.name in page


def test_without_differences_there_is_no_agenda(theme, carla, noor, nadia):
    planned(made_sufficient(theme, carla, [noor, nadia]), carla)

    assert "Agenda van het gesprek" not in signed_in(nadia).get(f"{address(STAFF, theme)}leidraad/").text


@pytest.mark.parametrize("who", ["sanne", "noor", "nadia"])
def test_the_talk_stands_in_the_own_calendar(who, sufficient, carla, request):
    person = request.getfixturevalue(who)
    talk = planned(sufficient, carla)
    token = renew_calendar_feed(person=person).token

    def found():
        return Calendar.from_ical(Client().get(f"/kalender/{token}.ics").content).walk("VEVENT")

    [event] = found()
    assert event["UID"].startswith(f"validation-talk-{talk.pk}@")
    assert event["DTSTART"].dt == talk.starts_at
    services.cancel_talk(talk=talk, by=carla, reason="Ziek.")
    assert found() == []


@pytest.mark.parametrize("serial", ["", "x", "99999999999999999999"])
def test_a_strange_serial_is_refused(serial, sufficient, carla, noor):
    talk = planned(sufficient, carla)
    with time_machine.travel(talk.starts_at + timedelta(minutes=5), tick=True):
        browser = signed_in(noor)
        path = f"{address(STAFF, sufficient)}uitkomst/"
        assert browser.post(path, {"outcome": "sufficient", "feedback": "Ja", "serial": serial}).status_code in {
            302,
            422,
        }
        assert browser.post(f"{path}akkoord/", {"serial": serial}).status_code in {302, 409}
    assert TalkTheme.objects.get().decided_at is None


def test_moving_and_calling_off_by_the_pages(sufficient, carla, sanne):
    planned(sufficient, carla)
    path = address(STAFF, sufficient)
    moved = {
        "day": in_days(9).date().isoformat(),
        "starts": "13:00",
        "place": "online",
        "online_url": "https://x.example",
    }
    assert signed_in(carla).post(f"{path}verplaatsen/", moved).status_code == 302
    assert "https://x.example" in signed_in(sanne).get(address(OWN, sufficient)).content.decode()

    answer = signed_in(sanne).post(f"{address(OWN, sufficient)}afzeggen/", {"reason": ""})
    assert answer.status_code == 422
    assert signed_in(sanne).post(f"{address(OWN, sufficient)}afzeggen/", {"reason": "Ziek"}).status_code == 302
    assert fresh(sufficient).state == ThemeState.SUFFICIENT


def test_the_list_asks_the_same_whatever_there_is(sufficient, carla, noor, django_assert_max_num_queries):
    planned(sufficient, carla)
    browser = signed_in(carla)
    browser.get("/mijn/gesprekken/")

    with django_assert_max_num_queries(25):
        page = browser.get("/mijn/gesprekken/").content.decode()

    assert sufficient.case.person.name in page
    assert BUILDING.address in page
