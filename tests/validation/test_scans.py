"""The 360° scan: who is asked, what is shown, and above all what is not (DOMAIN.md 3c, ADR 0053)."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.errors import InvalidInput, NotAllowed
from tests.factories.validation import case_of
from tests.networks.conftest import Caller
from tests.validation.conftest import signed_in
from tests.validation.guidance import planned_guidance
from tests.validation.scans import answered, asked, closed, fresh, own_view
from tests.validation.talks import told
from validation import link_mail, personal, services
from validation.errors import AlreadyAsked, ScanClosed, StepImpossible
from validation.models import Case, CaseRole, Scan, ScanQuestion, ScanSheet
from validation.portfolio.content import portfolio_of
from validation.portfolio.exporting import as_pdf
from validation.scan.counting import names_somebody
from validation.scan.reading import report_of
from validation.services.erasing import empty_case
from validation.states import CaseState

pytestmark = pytest.mark.django_db


@pytest.fixture
def scan(running_case, sanne):
    return services.open_scan(case=running_case, by=sanne)


@pytest.fixture
def full(scan):
    """Three of the team and two of the board answered; Sanne filled in the own view. Still open."""
    own_view(scan)
    for at, it in enumerate(asked(scan, "team", 3)):
        answered(it, 3 + (at > 0), strong="Vraagt door.", tip="Meer rust.")
    for it in asked(scan, "board", 2):
        answered(it, 1, strong="Geheim van het bestuur.", tip="Zo niet.")
    return fresh(scan)


def test_the_questions_ship_per_competency(running_case):
    questions = ScanQuestion.objects.filter(version=running_case.version)
    per = {it: questions.filter(competency=it).count() for it in running_case.version.competencies.all()}
    assert set(per.values()) == {2}


def test_a_new_version_has_them_too(running_case):
    draft = services.draft_version(programme=running_case.version.programme)
    assert draft.scan_questions.count() == running_case.version.scan_questions.count()
    assert {it.competency.version_id for it in draft.scan_questions.all()} == {draft.pk}


def test_begun_once_and_only_in_the_route_with_an_intake(scan, running_case, sanne, kees, case):
    assert services.open_scan(case=running_case, by=sanne) == scan
    with pytest.raises(NotAllowed):
        services.open_scan(case=running_case, by=kees)
    with pytest.raises(StepImpossible):
        services.open_scan(case=case, by=sanne)


def test_asked_by_mail_with_a_link(scan):
    [row] = asked(scan, "team", 1)
    link_mail.send_due()
    assert f"/360/{row.token}/" in mail.outbox[-1].body
    assert "Sanne" in mail.outbox[-1].body


def test_an_address_is_asked_once_also_after_it_was_taken_back(scan, sanne):
    [row] = asked(scan, "team", 1)
    services.withdraw_respondent(respondent=row, by=sanne)
    with pytest.raises(AlreadyAsked):
        asked(scan, "board", 0) or services.ask_respondent(
            scan=scan, by=sanne, group="board", name="Nog eens", email=row.email.upper()
        )


def test_the_page_asks_before_somebody_is_asked_no_longer(scan, sanne):
    [row] = asked(scan, "team", 1)
    browser, at = signed_in(sanne), f"/mijn/portfolio/{scan.case_id}/360-scan/gevraagd/{row.pk}/intrekken/"
    assert row.name in browser.get(at).content.decode()
    assert scan.respondents.get().withdrawn_at is None
    assert browser.post(at).status_code == 302
    assert scan.respondents.get().withdrawn_at
    assert browser.post(at).status_code == 302


def test_nobody_asks_the_own_address(scan, sanne):
    with pytest.raises(InvalidInput):
        services.ask_respondent(scan=scan, by=sanne, group="team", name="Ik", email=sanne.email)


def test_answered_once(scan):
    [row] = asked(scan, "team", 1)
    answered(row)
    with pytest.raises(ScanClosed):
        answered(row)


@pytest.mark.parametrize("value", [-1, 6, None])
def test_each_statement_wants_a_value_of_the_scale(value, scan):
    [row] = asked(scan, "team", 1)
    key = services.scans.questions_of(scan)[0].key
    with pytest.raises(InvalidInput) as refused:
        answered(row, values={key: value})
    assert key in refused.value.errors


def test_a_sheet_tells_neither_who_nor_when(scan):
    fields = {it.name for it in ScanSheet._meta.get_fields()}
    assert fields == {"id", "scan", "group", "values", "strong", "tip"}


def test_declining_tells_nobody_and_stops_reminders(scan, sanne):
    [row] = asked(scan, "team", 1)
    before = signed_in(sanne).get(f"/mijn/portfolio/{scan.case_id}/360-scan/").content
    assert row.name in before.decode()
    services.decline_scan(respondent=row)
    assert _bare(signed_in(sanne).get(f"/mijn/portfolio/{scan.case_id}/360-scan/").content) == _bare(before)
    with time_machine.travel(row.remind_at, tick=True):
        assert services.remind_respondents() == 0


def test_reminded_once(scan):
    [row] = asked(scan, "team", 1)
    with time_machine.travel(row.remind_at, tick=True):
        assert services.remind_respondents() == 1
        assert services.remind_respondents() == 0


def _bare(content):
    import re

    return re.sub(rb'(nonce|value)="[^"]*"', b"", content)


def test_while_it_is_open_no_page_tells_that_somebody_answered(scan, sanne, cora, coen):
    rows = asked(scan, "team", 4)
    addresses = [f"/mijn/portfolio/{scan.case_id}/360-scan/{path}" for path in ("", "zelf/", "sluiten/", "vragen/")]
    addresses += [f"/mijn/portfolio/{scan.case_id}/", f"/mijn/360/{scan.pk}/", "/mijn/"]
    addresses += [it.coordinate_url for it in scan.case.themes.all()]
    addresses.append(f"/mijn/portfolio/{scan.case_id}/360-scan/gevraagd/{rows[0].pk}/intrekken/")

    def seen():
        answers = {(who, it): signed_in(who).get(it) for who in (sanne, cora, coen) for it in addresses}
        found = [it for (who, it), answer in answers.items() if who == sanne and answer.status_code == 200]
        assert found[:4] == addresses[:4]
        pages = [_bare(answer.content) for answer in answers.values()]
        return pages, json.dumps(personal.exported(sanne)[0]["scans"], default=str)

    before = seen()
    for row in rows:
        answered(row, 1, strong="Dit is zo.")
    assert seen() == before


def test_a_group_under_the_minimum_is_nowhere(full, sanne):
    report = closed(full).report
    assert report["groups"] == ["team"]
    assert "board" not in report["values"]
    assert "Geheim van het bestuur" not in json.dumps(report)
    shown = report_of(fresh(full))
    assert {it.means[1] for it, _lines in shown.competencies} == {3.7}  # all together is the team alone
    page = signed_in(sanne).get(full.url).content.decode()
    caller = Caller(sanne)("get", f"validation/cases/{full.case_id}/scan").json()
    exported = json.dumps(personal.exported(sanne), default=str, ensure_ascii=False)
    for text in (page, json.dumps(caller), exported):
        assert "Geheim van het bestuur" not in text
        assert "Zo niet." not in text
    assert "Bestuur" in page
    assert caller["series"] == ["Ikzelf", "Allen samen", "Team"]


@pytest.mark.parametrize(("number", "is_shown"), [(2, False), (3, True)])
def test_at_the_edge_of_the_minimum(number, is_shown, scan):
    for it in asked(scan, "peers", number):
        answered(it)
    assert (closed(scan).report["groups"] == ["peers"]) is is_shown


def test_the_minimum_is_a_setting_of_the_version(scan):
    type(scan.case.version).objects.filter(pk=scan.case.version_id).update(scan_group_least=5)
    for it in asked(scan, "peers", 4):
        answered(it)
    assert closed(fresh(scan)).report["groups"] == []


def test_a_report_that_shows_no_group_tells_of_a_new_scan_while_there_can_be_one(scan, sanne):
    url, told = closed(scan).url, "U kunt een nieuwe scan beginnen"
    assert told in signed_in(sanne).get(url).content.decode()
    Case.objects.filter(pk=scan.case_id).update(state=CaseState.PAUSED)
    page = signed_in(sanne).get(url).content.decode()
    assert (told in page, "alleen uw eigen beeld staat er." in page) == (False, True)


def test_a_statement_that_too_few_could_answer_is_left_out(scan):
    key = services.scans.questions_of(scan)[0].key
    for at, it in enumerate(asked(scan, "team", 3)):
        answered(it, 4, values={key: 0} if at == 0 else {key: 1})
    values = closed(scan).report["values"]
    assert key not in values["team"]
    assert key not in values["all"]


def test_own_words_want_as_many_and_name_nobody(scan):
    rows = asked(scan, "team", 4)
    for at, row in enumerate(rows):
        answered(row, 4, strong="Vraagt door." if at else "Helpt mij, Ywerf2, altijd.", tip="Rust." if at > 1 else "")
    remarks = closed(scan).report["remarks"]["team"]
    assert remarks == {"strong": ["Vraagt door."] * 3, "tip": []}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Vraagt door.", False),
        ("Zoals ik, Jan de Boer, al zei.", True),
        ("Mail mij: jan@school.example", True),
        ("de boer op", True),
        ("Bel 06 12345678.", True),
    ],
)
def test_what_names_somebody(text, names):
    assert names_somebody(text, ["Jan de Boer"]) is names


def test_closed_nothing_is_left_of_single_answers(full, sanne):
    closed(full)
    assert not ScanSheet.objects.exists()
    assert told("scan_closed") == {sanne}
    with pytest.raises(ScanClosed):
        asked(full, "peers", 1)


def test_after_one_that_showed_something_there_is_no_other(full, sanne):
    closed(full)
    with pytest.raises(StepImpossible):
        services.open_scan(case=full.case, by=sanne)


def test_after_one_that_showed_nothing_there_can_be_another(scan, sanne):
    closed(scan)
    assert services.open_scan(case=scan.case, by=sanne) != scan


def test_it_closes_by_itself(full):
    with time_machine.travel(full.until + timedelta(minutes=1), tick=True):
        assert services.close_scans_that_ended() == 1
        assert services.close_scans_that_ended() == 0
    assert fresh(full).report["groups"] == ["team"]


def test_who_reads_the_report(full, sanne, cora, coen, ine, kees, running_case):
    closed(full)

    def may(person):
        return signed_in(person).get(full.url).status_code == 200

    assert [may(it) for it in (sanne, cora, coen, ine, kees)] == [True, False, False, False, False]
    planned_guidance(running_case, cora, coen, kind="progress", days=9)
    theme = running_case.themes.first()
    CaseRole.objects.create(case=running_case, theme=theme, person=ine, role=CaseRole.Role.ASSESSOR)
    assert (may(coen), may(ine)) == (True, True)
    page = signed_in(ine).get(full.url).content.decode()
    other = running_case.themes.last().theme.competencies.first()
    assert theme.theme.competencies.first().title in page
    assert other.title not in page
    assert "Vraagt door." not in page
    assert [signed_in(it).get(full.url).context["shown"].series[0] for it in (sanne, coen)] == ["Ikzelf", sanne.name]


def test_the_results_become_frozen_evidence_once(full, sanne, running_case):
    closed(full)
    theme = running_case.themes.select_related("theme").first()
    theme.case = running_case
    piece = services.take_scan(scan=fresh(full), theme=theme, by=sanne)
    assert services.take_scan(scan=fresh(full), theme=theme, by=sanne) == piece
    assert theme.theme.competencies.first().title in piece.frozen
    assert running_case.themes.last().theme.competencies.first().title not in piece.frozen
    assert piece.provenance["report"] == fresh(full).sha256
    for address in (f"/mijn/portfolio/{running_case.pk}/{theme.pk}/bewijs/", f"{theme.url}bewijs/{piece.pk}/wijzigen/"):
        page = signed_in(sanne).get(address)
        assert (page.status_code, piece.provenance["sha256"] in page.content.decode()) == (200, True)
    assert as_pdf(portfolio_of(theme)).startswith(b"%PDF")


def test_an_open_scan_is_no_evidence(full, sanne, running_case):
    theme = running_case.themes.select_related("theme").first()
    theme.case = running_case
    with pytest.raises(StepImpossible):
        services.take_scan(scan=full, theme=theme, by=sanne)


def test_emptied_nothing_is_left(full, sanne):
    closed(full)
    empty_case(case=full.case)
    assert fresh(full).report == {}
    assert not fresh(full).respondents.exists()
    assert signed_in(sanne).get(full.url).status_code == 404


def test_the_pages_from_begin_to_report(running_case, sanne):
    browser, at = signed_in(sanne), f"/mijn/portfolio/{running_case.pk}/360-scan/"
    assert "/openen/" in browser.get(at).content.decode()
    assert browser.post(f"{at}openen/").status_code == 302
    scan = Scan.objects.get()
    assert browser.post(f"{at}vragen/", {"group": "team", "name": "", "email": "x"}).status_code == 422
    for number in range(3):
        given = {"group": "team", "name": f"Wim{number}", "email": f"wim{number}@scan.example", "message": ""}
        assert browser.post(f"{at}vragen/", given).status_code == 302
    keys = [it.key for it in services.scans.questions_of(scan)]
    assert browser.post(f"{at}zelf/", {keys[0]: 3}).status_code == 422
    assert browser.post(f"{at}zelf/", dict.fromkeys(keys, 3)).status_code == 302
    for row in scan.respondents.all():
        link = f"/360/{row.token}/"
        stranger = signed_in(None)
        assert stranger.get(link).status_code == 200
        assert stranger.post(link, {"strong": "Bewaard."}).status_code == 422
        assert stranger.post(link, dict.fromkeys(keys, 5) | {"strong": "", "tip": ""}).status_code == 302
        assert stranger.get(link).status_code == 200
    assert browser.post(f"{at}sluiten/").headers["Location"] == scan.url
    report = browser.get(scan.url).content.decode()
    assert "<svg" in report
    assert "5,0" in report
    assert stranger.get(link).status_code == 410
    theme = running_case.themes.first()
    taken = browser.post(f"/mijn/portfolio/{running_case.pk}/{theme.pk}/bewijs/360/{scan.pk}/")
    assert taken.headers["Location"].endswith("/wijzigen/")


def test_the_page_asks_the_same_with_many(scan, sanne):
    def queries():
        browser, at = signed_in(sanne), f"/mijn/portfolio/{scan.case_id}/360-scan/"
        assert browser.get(at).status_code == 200
        with CaptureQueriesContext(connection) as found:
            browser.get(at)
        return len(found)

    few = queries()
    asked(scan, "team", 9)
    assert queries() == few


@pytest.mark.parametrize("who", ["kees", "cora", "ine"])
def test_nobody_else_is_at_the_scan_of_a_case(who, scan, request):
    browser = signed_in(request.getfixturevalue(who))
    for path in ("", "vragen/", "zelf/", "sluiten/"):
        assert browser.get(f"/mijn/portfolio/{scan.case_id}/360-scan/{path}").status_code == 404
    assert Caller(request.getfixturevalue(who))("get", f"validation/cases/{scan.case_id}/scan").status_code == 404


def test_another_case_gives_no_way_in(full, kees):
    other = case_of(kees, route="intake")
    closed(full)
    theme = other.themes.first()
    assert signed_in(kees).post(f"/mijn/portfolio/{other.pk}/{theme.pk}/bewijs/360/{full.pk}/").status_code == 404
