"""The assessor's place: reading what was handed in, assessing by oneself, and deciding together."""

import pytest

from tests.factories.people import EmploymentFactory
from tests.factories.validation import case_of
from tests.validation.assessing import assess, handed_in, propose
from tests.validation.conftest import signed_in
from tests.validation.portfolios import SENTENCE, add_evidence, fill, pdf
from validation import services
from validation.models import Assessment, AssessorNote, Decision
from validation.states import ThemeState

pytestmark = pytest.mark.django_db
LIST = "/mijn/beoordelen/"


@pytest.fixture
def browser(noor):
    return signed_in(noor)


def at(submission, rest=""):
    return f"{LIST}{submission.pk}/{rest}"


def said(answer):
    return answer.content.decode()


def typed(submission, outcome="sufficient", feedback="Duidelijk en onderbouwd.", **more):
    """A form in which everything is filled in."""
    fields = {"outcome": outcome, "feedback": feedback, "tips": "Werk doel 2 uit.", "serial": 0, "window": "a"}
    for it in services.criteria_of(submission.theme):
        fields |= {f"verdict_{it.pk}": outcome, f"reasons_{it.pk}": "Blijkt uit de tekst."}
    return fields | more


def decided(submission, *people, outcome="insufficient"):
    for person in people:
        assess(submission, person, outcome)
    propose(submission, people[0], outcome)
    return services.agree_with_decision(submission=submission, by=people[1], serial=1)


def test_the_list_says_what_is_to_be_done(given, noor, browser):
    def stage():
        return [it.stage for it in browser.get(LIST).context["page_obj"]]

    assert stage() == ["begin"]
    services.save_assessment(submission=given, by=noor, feedback="Nog bezig.")
    assert stage() == ["draft"]
    browser.post(at(given, "beoordeling/"), typed(given, serial=1, action="hand_in"))
    services.hand_in_assessment(submission=given, by=noor)
    assert stage() == ["waits"]


def test_what_was_handed_in_is_read_as_it_was_frozen(given, theme, browser):
    theme.texts.update(text="Later anders.")

    page = said(browser.get(at(given)))

    assert SENTENCE in page
    assert "Later anders." not in page
    assert browser.get(at(given, "portfolio.pdf"))["Content-Type"] == "application/pdf"


def test_files_of_the_snapshot_come_through_the_door_alone(theme, carla, noor, nadia, kees, browser):
    fill(theme)
    piece = add_evidence(theme, 7, link="", file=pdf())
    submission = handed_in(theme)
    services.assign_assessors(theme=theme, by=carla, people=[noor, nadia])
    address = at(submission, f"bestand/bewijs/{piece.pk}/")

    assert address in said(browser.get(at(submission)))
    assert browser.get(address).status_code == 200
    assert browser.get(at(submission, f"bestand/bijlage/{piece.pk}/")).status_code == 404
    assert browser.get(at(submission, "bestand/iets/1/")).status_code == 404
    assert signed_in(kees).get(address).status_code == 404
    piece.file.delete(save=False)


def test_a_draft_is_kept_while_one_types(given, browser):
    first = browser.post(at(given, "beoordeling/bewaren/"), typed(given, feedback="Begin."))
    other = browser.post(at(given, "beoordeling/bewaren/"), typed(given, feedback="Anders.", window="b"))

    assert first["X-Serial"] == "1"
    assert other.status_code == 409
    assert other["X-Serial"] == "1"
    assert "Begin." in said(other)
    assert Assessment.objects.get().feedback == "Begin."


def test_two_windows_show_both_texts_and_cover_nothing(given, noor, browser):
    services.save_assessment(submission=given, by=noor, feedback="Eerste venster.", window="b")

    answer = browser.post(at(given, "beoordeling/"), typed(given, feedback="Tweede venster."))

    assert answer.status_code == 422
    assert "Eerste venster." in said(answer)
    assert "Tweede venster." in said(answer)
    again = browser.post(at(given, "beoordeling/"), typed(given, feedback="Tweede venster.", serial=1))
    assert again.status_code == 302
    assert Assessment.objects.get().feedback == "Tweede venster."


def test_what_lacks_is_said_at_each_field_and_what_was_typed_is_kept(given, browser):
    first = services.criteria_of(given.theme)[0]
    fields = typed(given, tips="", outcome="insufficient", action="hand_in", **{f"reasons_{first.pk}": ""})

    answer = browser.post(at(given, "beoordeling/"), fields)

    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"tips", f"reasons_{first.pk}"}
    assert Assessment.objects.get().feedback == "Duidelijk en onderbouwd."
    assert answer.context["form"].data["serial"] == "1"


def test_handing_in_asks_once_more_and_counts_once(given, browser):
    address = at(given, "beoordeling/inleveren/")
    assert browser.get(address).status_code == 302
    answer = browser.post(at(given, "beoordeling/"), typed(given, action="hand_in"))
    assert answer.url == address
    assert browser.get(address).status_code == 200

    stale = browser.post(address, {"serial": 7})
    assert stale.status_code == 302
    assert Assessment.objects.get().handed_in_at is None
    for _click in range(2):
        assert browser.post(address, {"serial": 1}).status_code == 302

    assert Assessment.objects.get().handed_in_at
    assert "blijft zoals het is" in said(browser.get(at(given, "beoordeling/")))
    assert browser.post(at(given, "beoordeling/"), typed(given)).status_code == 409


def test_notes_have_no_name_and_the_same_one_twice_is_one(given, noor, nadia, browser):
    for _click in range(2):
        assert browser.post(at(given, "notities/"), {"text": "Let op bijlage 2."}).status_code == 302
    assert AssessorNote.objects.count() == 1
    other = signed_in(nadia)
    assert "Let op bijlage 2." not in said(other.get(at(given, "notities/")))
    assess(given, noor)
    assess(given, nadia)

    page = other.get(at(given, "notities/"))

    assert "Let op bijlage 2." in said(page)
    assert noor.name not in said(page)
    assert browser.post(at(given, "notities/"), {"text": ""}).status_code == 422


def test_differences_are_the_agenda(given, noor, nadia, browser):
    assert browser.get(at(given, "samen/")).status_code == 404
    assess(given, noor, "sufficient")
    assert browser.get(at(given, "samen/")).status_code == 404
    assess(given, nadia, "insufficient", feedback="De bronnen ontbreken.")

    page = browser.get(at(given, "samen/"))

    comparison = page.context["comparison"]
    assert comparison.differs
    assert len(comparison.agenda) == services.criteria_of(given.theme).count()
    assert "De bronnen ontbreken." in said(page)


def test_a_proposal_is_agreed_with_as_it_was_read(given, noor, nadia, sanne, browser):
    for person in (noor, nadia):
        assess(given, person)
    other, address = signed_in(nadia), at(given, "samen/")
    fields = {"outcome": "sufficient", "feedback": "Sterk stuk.", "tips": "", "serial": 0}
    assert browser.post(address, fields).status_code == 302
    assert other.post(address, fields | {"feedback": "Heel iets anders."}).status_code == 422

    other.post(at(given, "samen/eens/"), {"serial": 0})
    assert Decision.objects.get().decided_at is None
    for _click in range(2):
        assert other.post(at(given, "samen/eens/"), {"serial": 1}).status_code == 302

    assert Decision.objects.get().decided_at
    assert browser.get(address).status_code == 200
    page = said(signed_in(sanne).get(given.theme.url))
    assert "Sterk stuk." in page


def test_what_another_proposed_is_shown_with_what_was_typed(given, noor, nadia, browser):
    for person in (noor, nadia):
        assess(given, person)
    propose(given, nadia, feedback="Van Nadia.")

    answer = browser.post(
        at(given, "samen/"), {"outcome": "sufficient", "feedback": "Van Noor.", "tips": "", "serial": 0}
    )

    assert answer.status_code == 422
    assert "Van Nadia." in said(answer)
    assert "Van Noor." in said(answer)
    assert answer.context["form"].data["serial"] == "1"


def test_a_third_is_asked_for_with_a_reason(given, noor, nadia, third, carla, browser):
    for person in (noor, nadia):
        assess(given, person)
    address = at(given, "samen/derde-assessor/")
    assert browser.post(address, {"reason": ""}).status_code == 422

    assert browser.post(address, {"reason": "Wij komen er niet uit."}).status_code == 302

    assert browser.get(address).status_code == 302
    services.assign_third_assessor(theme=given.theme, by=carla, person=third)
    assert signed_in(third).get(at(given, "samen/")).status_code == 404
    assert [it.stage for it in browser.get(LIST).context["page_obj"]] == ["third"]


def test_after_the_decision_the_participant_goes_on_and_hands_in_again(given, noor, nadia, sanne, browser):
    decided(given, noor, nadia)
    own = signed_in(sanne)
    assert "Samen vinden wij dit." in said(own.get(given.theme.url))
    own.post(f"{given.theme.url}stap/revise/")
    given.theme.refresh_from_db()
    assert given.theme.state == ThemeState.WRITING
    again = handed_in(given.theme)

    assert browser.get(at(again)).status_code == 404
    assert [it.submission for it in browser.get(LIST).context["page_obj"]] == [given]
    assert browser.get(at(given)).status_code == 200


def test_the_list_asks_as_many_queries_for_many(noor, nadia, carla, browser, django_assert_max_num_queries):
    for _number in range(3):
        theme = case_of(EmploymentFactory().person).themes.select_related("theme").get()
        submission = handed_in(fill(theme))
        services.assign_assessors(theme=theme, by=carla, people=[noor, nadia])
        assess(submission, noor)
    browser.get(LIST)

    with django_assert_max_num_queries(22):
        page = browser.get(LIST)

    assert len(page.context["page_obj"].object_list) == 3


def test_who_never_assesses_finds_no_list(kees):
    assert signed_in(kees).get(LIST).status_code == 404
    assert signed_in(kees).get("/mijn/coordineren/").status_code == 404


def test_a_withdrawn_theme_is_written_no_more_and_breaks_no_page(given, noor, sanne, browser):
    services.save_assessment(submission=given, by=noor, feedback="Nog bezig.")
    services.move_theme(theme=given.theme, step="withdraw", by=sanne)

    pages = ("", "beoordeling/", "notities/")
    assert {browser.get(at(given, it)).status_code for it in pages} == {200}
    assert browser.post(at(given, "beoordeling/"), typed(given)).status_code == 409
    assert browser.post(at(given, "notities/"), {"text": "Toch."}).status_code == 422


def test_emptied_it_breaks_no_page(given, noor, browser):
    from validation.services import erasing

    assess(given, noor)
    erasing.empty_case(case=given.theme.case)

    assert {browser.get(at(given, it)).status_code for it in ("", "beoordeling/", "notities/")} == {200}
    assert browser.get(at(given, "portfolio.pdf")).status_code == 404
