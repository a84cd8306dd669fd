"""Writing step by step, and what is kept meanwhile and is missing."""

import re

import pytest
from django.urls import reverse

from notifications.models import Notification
from resources import services
from resources.beginning.sources import beginnings_of
from resources.models import Practice, Unsaved
from resources.permission.services import record_permission
from resources.services.completeness import gaps_in
from tests.factories.assignments import HandInFactory
from tests.factories.networks import EnrolmentFactory, MeetingFactory
from tests.factories.resources import PracticeFactory, pdf
from tests.resources.conftest import browser_of

State = Practice.State


@pytest.fixture
def browser(sanne):
    return browser_of(sanne)


def step(practice, key):
    return reverse("resources:step", args=[practice.slug, key])


def test_going_to_another_step_saves_this_one(browser, draft):
    typed = {"approach": "Wij begonnen klein.", "result": "Meer rust.", "version": 1, "action": "to-lessen"}
    response = browser.post(step(draft, "aanpak"), typed)

    assert response.url == step(draft, "lessen")
    draft.refresh_from_db()
    assert (draft.approach, draft.context) == ("Wij begonnen klein.", "Havo, onderbouw, 120 leerlingen.")


def test_an_unknown_step_is_not_there(browser, draft):
    assert browser.get(step(draft, "onzin")).status_code == 404


def test_the_first_button_which_enter_presses_saves_and_stays(browser, draft):
    text = browser.get(step(draft, "vraag")).content.decode()

    buttons = re.findall(r'<button[^>]*type="submit"[^>]*name="action"[^>]*value="([^"]+)"', text)

    assert (buttons[0], buttons[1]) == ("save", "to-vraag")


def test_opening_a_step_asks_few_questions(browser, draft, django_assert_max_num_queries):
    browser.get(step(draft, "vraag"))

    with django_assert_max_num_queries(20):
        browser.get(step(draft, "vraag"))


class TestKeeping:
    """What is typed is kept beside the practice."""

    def keep(self, browser, practice, **typed):
        content = {"approach": practice.approach, "result": practice.result, "version": 1, "serial": 0} | typed
        return browser.post(reverse("resources:keep_step", args=[practice.slug, "aanpak"]), content)

    def test_it_asks_few_questions(self, browser, draft, django_assert_max_num_queries):
        with django_assert_max_num_queries(24):
            self.keep(browser, draft, approach="Halve zin")

    def test_nobody_else_notices(self, browser, submitted, bram):
        assert self.keep(browser, submitted, approach="Halve zin").status_code == 200

        submitted.refresh_from_db()
        assert (submitted.version, submitted.approach) == (1, "Wij gaven feedback in plaats van cijfers.")
        assert not Notification.objects.exists()
        review = browser_of(bram).get(f"{submitted.get_absolute_url()}beoordelen/").content.decode()
        assert "Halve zin" not in review
        assert "Halve zin" in browser.get(step(submitted, "aanpak")).content.decode()

    def test_of_a_published_practice_no_second_row_comes_of_it(self, browser, published):
        self.keep(browser, published, approach="Halve zin")

        assert Practice.objects.count() == 1

    def test_the_panel_follows(self, browser, draft):
        text = self.keep(browser, draft, result="", approach="Leerling Daan deed mee.").content.decode()

        assert "Daan" in text
        assert "Vertel wat het opleverde" in text

    def test_a_second_window_is_shown_both_texts(self, browser, draft):
        assert self.keep(browser, draft, approach="Eerste venster.").headers["X-Serial"] == "1"
        clash = self.keep(browser, draft, approach="Tweede venster.")

        assert clash.status_code == 409
        assert "Eerste venster." in clash.content.decode()
        assert Unsaved.objects.get().content["approach"] == ["Eerste venster."]
        assert self.keep(browser, draft, approach="Tweede venster.", serial=1).status_code == 200

    def test_what_was_saved_meanwhile_is_not_covered(self, browser, draft, noor):
        services.update_practice(practice=draft, by=noor, approach="Geredigeerd.")

        clash = self.keep(browser, draft, approach="Nog niet gelezen.")

        assert clash.status_code == 409
        assert "Geredigeerd." in clash.content.decode()

    def test_the_text_of_whoever_else_saved_is_shown_not_the_own_that_was_kept(self, browser, draft, noor):
        self.keep(browser, draft, approach="Van mij.")
        services.update_practice(practice=draft, by=noor, approach="Geredigeerd.")

        clash = self.keep(browser, draft, approach="Van mij, verder getypt.", serial=1)

        assert (clash.status_code, "Geredigeerd." in clash.text, "Van mij" in clash.text) == (409, True, False)
        assert "Ondertussen opgeslagen" in clash.text

    def test_a_page_is_not_its_own_other_window(self, browser, draft):
        """Its answer was lost: it does not know that its text was kept."""
        self.keep(browser, draft, approach="Eerste zin.", window="a")

        assert self.keep(browser, draft, approach="Eerste zin. Tweede.", window="a").status_code == 200
        saved = {"approach": "Eerste zin. Tweede. Derde.", "result": draft.result, "version": 1, "window": "a"}
        assert browser.post(step(draft, "aanpak"), saved | {"action": "save"}).status_code == 302

    def test_an_older_window_does_not_cover_what_was_typed_in_a_newer_one(self, browser, draft):
        self.keep(browser, draft, approach="Uit het nieuwe venster.", window="b")
        old = {"approach": "Uit het oude venster.", "result": draft.result, "version": 1, "serial": 0, "window": "a"}

        refused = browser.post(step(draft, "aanpak"), old)

        assert refused.status_code == 422
        assert "Uit het nieuwe venster." in refused.text
        assert "Uit het oude venster." in refused.text
        assert Unsaved.objects.get().content["approach"] == ["Uit het nieuwe venster."]
        assert 'name="serial" value="1"' in refused.text
        assert browser.post(step(draft, "aanpak"), old | {"serial": 1}).status_code == 302

    def test_what_was_begun_anew_after_throwing_away_is_not_covered_either(self, browser, draft):
        """An older window knows a higher serial than the new text has."""
        for serial, text in enumerate(("Eerst", "Eerst dit")):
            self.keep(browser, draft, approach=text, serial=serial, window="old")
        browser.post(reverse("resources:forget_unsaved", args=[draft.slug]))
        self.keep(browser, draft, approach="Opnieuw begonnen.", window="new")

        assert self.keep(browser, draft, approach="Eerst dit nog.", serial=2, window="old").status_code == 409
        assert Unsaved.objects.get().content["approach"] == ["Opnieuw begonnen."]

    def test_a_form_that_was_wrong_has_read_nothing_new(self, browser, draft):
        page = reverse("resources:step", args=[draft.slug, "vraag"])
        old = {"title": "", "question": "Uit het oude venster?", "version": 1, "serial": 0}
        keep = reverse("resources:keep_step", args=[draft.slug, "vraag"])
        browser.post(keep, old | {"title": draft.title, "question": "Uit het nieuwe venster?", "summary": ""})

        assert 'name="serial" value="0"' in browser.post(page, old).text

    def test_what_was_kept_before_somebody_else_saved_is_shown_beside_it(self, browser, draft, noor):
        self.keep(browser, draft, approach="Van mij.")
        services.update_practice(practice=draft, by=noor, approach="Geredigeerd.", result="Ook geredigeerd.")

        page = browser.get(step(draft, "aanpak")).text

        assert 'data-clash="approach"' in page
        assert 'data-clash="result"' not in page  # the form only carried it along: it is as it was saved
        assert {"Van mij.", "Geredigeerd.", "Ook geredigeerd."} <= set(re.findall(r"[\w ]+\.", page))
        self.keep(browser, draft, approach="Van mij.", result="Ook geredigeerd.", version=2, serial=1)
        assert 'data-clash="approach"' not in browser.get(step(draft, "aanpak")).text

    def test_what_was_kept_before_somebody_else_saved_does_not_cover_that(self, browser, draft, noor):
        self.keep(browser, draft, approach="Van mij.")
        services.update_practice(practice=draft, by=noor, approach="Geredigeerd.")

        saved = browser.post(
            step(draft, "lessen"), {"conditions": "Tijd.", "version": 2, "action": "save"}, follow=True
        )

        draft.refresh_from_db()
        assert (draft.approach, draft.conditions) == ("Geredigeerd.", "Tijd.")
        assert Unsaved.objects.get().content["approach"] == ["Van mij."]
        assert "“Wat deed u?” in de stap “Aanpak” is bewaard, maar nog niet opgeslagen" in saved.text

    def test_saving_one_step_saves_what_was_typed_in_others(self, browser, draft):
        self.keep(browser, draft, approach="In de andere stap getypt.")
        browser.post(step(draft, "lessen"), {"conditions": "Tijd.", "version": 1, "action": "save"})

        draft.refresh_from_db()
        assert (draft.approach, draft.conditions) == ("In de andere stap getypt.", "Tijd.")
        assert not Unsaved.objects.exists()

    def keep_finding(self, browser, practice, **typed):
        content = {"tags": "", "version": 1, "serial": 0} | typed
        return browser.post(reverse("resources:keep_step", args=[practice.slug, "vinden"]), content)

    def test_a_keyword_that_was_ticked_is_saved_once_and_for_all(self, browser, draft):
        PracticeFactory(state="published", tags=["rubrics", "feedback"])
        self.keep_finding(browser, draft, often_used=["rubrics"])
        for version in (1, 2):
            saved = {"conditions": "Tijd.", "version": version, "action": "save"}
            assert browser.post(step(draft, "lessen"), saved).status_code == 302

        assert [tag.name for tag in draft.tags.all()] == ["rubrics"]
        assert not Unsaved.objects.exists()

    def test_kept_text_that_is_refused_holds_nobody_up(self, browser, draft):
        self.keep(browser, draft, approach="Ook getypt.")
        self.keep_finding(browser, draft, tags=", ".join(f"woord{number}" for number in range(16)), serial=1)

        saved = browser.post(
            step(draft, "lessen"), {"conditions": "Tijd.", "version": 1, "action": "to-vinden"}, follow=True
        )

        draft.refresh_from_db()
        assert (draft.approach, draft.conditions, draft.tags.count()) == ("Ook getypt.", "Tijd.", 0)
        assert "“Trefwoorden” in de stap “Vinden” is bewaard, maar nog niet opgeslagen. Kies" in saved.text
        assert "woord15" in saved.text

    def test_what_is_not_all_saved_is_not_submitted(self, browser, draft, sanne):
        record_permission(practice=draft, by=sanne, given_by="A. Bakker, rector")
        self.keep_finding(browser, draft, tags=", ".join(f"woord{number}" for number in range(16)))

        given = {"licence": draft.licence, "version": 1, "action": "submit"}
        assert browser.post(step(draft, "delen"), given).url == step(draft, "vinden")

        draft.refresh_from_db()
        assert draft.state == State.DRAFT

    def test_a_link_that_was_typed_and_not_added_is_not_forgotten_at_submitting(self, browser, draft, sanne):
        record_permission(practice=draft, by=sanne, given_by="A. Bakker, rector")
        typed = {"link": "https://noorderlyceum.example/toets", "version": 1, "serial": 0}
        browser.post(reverse("resources:keep_step", args=[draft.slug, "materialen"]), typed)

        given = {"licence": draft.licence, "version": 1, "action": "submit"}
        answer = browser.post(step(draft, "delen"), given, follow=True)

        assert answer.redirect_chain[-1][0] == step(draft, "materialen")
        assert "in de stap “Materialen” is bewaard, maar nog niet opgeslagen" in answer.text
        assert typed["link"] in answer.text
        draft.refresh_from_db()
        assert draft.state == State.DRAFT

    def test_what_is_wrong_here_is_still_told_here(self, browser, submitted):
        self.keep(browser, submitted, result="Ook getypt.")

        refused = browser.post(step(submitted, "context"), {"context": "", "sector": "VO", "version": 1})

        assert refused.status_code == 422
        assert Unsaved.objects.get().content["result"] == ["Ook getypt."]

    def test_it_can_be_thrown_away(self, browser, draft):
        self.keep(browser, draft, approach="Toch niet.")
        browser.post(reverse("resources:forget_unsaved", args=[draft.slug]))

        assert "Toch niet." not in browser.get(step(draft, "aanpak")).content.decode()

    @pytest.mark.parametrize(("role", "status"), [("visitor", 302), ("outsider", 404), ("facilitator", 403)])
    def test_only_who_may_change_it_keeps(self, client_as, draft, role, status):
        assert self.keep(client_as(role), draft).status_code == status


class TestOnThisDevice:
    """What the page tells its script."""

    def name_in(self, browser, practice):
        return re.search(r'data-name="([^"]+)"', browser.get(step(practice, "aanpak")).text)[1]

    def test_what_a_browser_keeps_is_of_one_person(self, browser, draft, noor):
        assert self.name_in(browser, draft) != self.name_in(browser_of(noor), draft)

    def test_the_title_of_a_material_stands_as_it_was_typed_when_something_is_wrong(self, browser, draft, sanne):
        material = services.add_material(practice=draft, file=pdf(), by=sanne)
        typed = {f"material-{material.pk}-title": "Net getypt", f"material-{material.pk}-kind": "format"}

        wrong = browser.post(step(draft, "materialen"), typed | {"link": "geen adres", "version": 2})

        assert wrong.status_code == 422
        assert 'value="Net getypt"' in wrong.text

    @pytest.mark.parametrize("title", ["", "x" * 201])
    def test_a_title_that_cannot_be_is_told(self, browser, draft, sanne, title):
        material = services.add_material(practice=draft, file=pdf(), by=sanne)
        typed = {f"material-{material.pk}-title": title, f"material-{material.pk}-kind": "format"}

        wrong = browser.post(step(draft, "materialen"), typed | {"link_title": "", "version": 2, "action": "save"})

        assert wrong.status_code == 422
        assert "Kijk naar de titels van uw materialen" in wrong.text
        assert wrong.text.count("field__error") == 1
        material.refresh_from_db()
        assert (material.title, material.kind) == ("Toetswijzer", "lesson")


class TestBeginning:
    def test_with_what_was_handed_in(self, browser, enrolment, network):
        hand_in = HandInFactory(
            assignment__network=network,
            enrolment=enrolment,
            text="Wij keken naar drie toetsen.",
            state="handed_in",
            learning_question=enrolment.learning_question,
        )
        begun = {"title": "Drie toetsen", "begin": f"opdracht-{hand_in.pk}"}
        assert browser.post(reverse("resources:contribute"), begun).status_code == 302

        practice = Practice.objects.get()
        assert practice.approach == "Wij keken naar drie toetsen."
        assert practice.question == enrolment.learning_question.text
        assert practice.network == network

    def test_with_the_report_of_a_meeting(self, browser, network):
        meeting = MeetingFactory(series__network=network, report="Wij spraken over cijfers.")
        other = MeetingFactory(report="Van een ander netwerk.")
        text = browser.get(reverse("resources:contribute")).content.decode()
        assert f"verslag-{meeting.pk}" in text
        assert f"verslag-{other.pk}" not in text

        browser.post(reverse("resources:contribute"), {"title": "Verslag", "begin": f"verslag-{meeting.pk}"})
        assert Practice.objects.get().context == "Wij spraken over cijfers."

    def test_not_with_what_is_somebody_elses(self, browser, tom, network):
        other = HandInFactory(assignment__network=network, enrolment=tom.enrolments.get(), state="handed_in")

        response = browser.post(reverse("resources:contribute"), {"title": "Van Tom", "begin": f"opdracht-{other.pk}"})

        assert response.status_code == 422

    def test_not_with_what_another_own_school_handed_in_elsewhere(self, enrolment, sanne):
        elsewhere = EnrolmentFactory(person=sanne)  # for another school, in another network
        of_school = {
            (place, school): HandInFactory(assignment__network=place.network, enrolment=None, school=school)
            for place in (enrolment, elsewhere)
            for school in (enrolment.school, elsewhere.school)
        }

        found = {it.hand_in for it in beginnings_of(sanne) if it.hand_in}

        assert found == {of_school[enrolment, enrolment.school], of_school[elsewhere, elsewhere.school]}


def test_what_is_needed_comes_before_what_is_advised(sanne, network):
    practice = services.create_practice(contributor=sanne, title="Toetsen", network=network)

    gaps = gaps_in(practice)

    assert [gap.field for gap in gaps if gap.needed] == ["question", "context", "approach", "result", "permission_by"]
    assert {"summary", "conditions", "materials"} <= {gap.field for gap in gaps if not gap.needed}
    assert all(gap.why for gap in gaps)
