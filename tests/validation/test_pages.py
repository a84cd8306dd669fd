"""What the participant's pages show and do."""

import re
from urllib.parse import urlsplit

import pytest
from django.core import mail

from tests.factories.validation import case_of, version_of
from tests.validation.conftest import signed_in
from tests.validation.portfolios import SENTENCE, add_evidence, add_feedback, fill, pdf, write
from validation import services
from validation.models import Case, Evidence, FeedbackRequest, LookAlong, PortfolioSource, SectionText
from validation.states import CaseState, ThemeState

pytestmark = pytest.mark.django_db
PAGES = [
    "",
    "inleveren/",
    "privacy/",
    "verwijderen/",
    "onderdeel/vertrekpunt/",
    "onderdeel/reflectie/",
    "competenties/",
    "bronnen/",
    "bronnen/toevoegen/",
    "bewijs/",
    "bewijs/toevoegen/",
    "bijlagen/toevoegen/",
    "feedback/",
    "feedback/vragen/",
    "meekijken/",
    "stap/pause/",
    "stap/withdraw/",
]


@pytest.fixture
def browser(sanne):
    return signed_in(sanne)


def at(theme, rest=""):
    return f"/mijn/portfolio/{theme.case_id}/{theme.pk}/{rest}"


def said(response):
    return response.content.decode()


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("is_full", [False, True])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_a_theme_opens(page, is_full, language, theme, browser):
    if is_full:
        fill(theme)

    assert browser.get(f"{language}{at(theme, page)}").status_code == 200


@pytest.mark.parametrize(
    "page", ["/validering/", "/validering/portfolio/", "/validering/dialoog/", "/en/validering/intake/"]
)
def test_everybody_reads_what_can_be_validated(page, client):
    assert client.get(page).status_code == 200


def test_the_programme_tells_its_figures(client):
    page = said(client.get("/validering/portfolio/"))

    assert all(it in page for it in ("3000", "€ 450 per thema", "€ 40 eenmalig", "45 minuten", "75 minuten"))
    assert "Vrijgesteld van btw" in page


def test_a_portfolio_is_begun_once(sanne, browser):
    version = version_of()
    form = {"school": sanne.employments.get().school_id, "themes": [it.pk for it in version.themes.all()[:2]]}

    first = browser.post("/validering/portfolio/beginnen/", form)
    second = browser.post("/validering/portfolio/beginnen/", form)

    case = Case.objects.get()
    assert first.url == second.url == case.url
    assert (case.themes.count(), case.version) == (2, version)
    assert browser.get("/mijn/portfolio/").status_code == browser.get(case.url).status_code == 200


def test_beginning_without_a_theme_is_explained(sanne, browser):
    version_of()

    answer = browser.post("/validering/portfolio/beginnen/", {"school": sanne.employments.get().school_id})

    assert answer.status_code == 422
    assert "Kies minstens één thema." in said(answer)


def test_a_section_is_saved_and_leads_on(theme, browser):
    form = {"text": SENTENCE, "serial": 0, "version": 0, "window": "a", "action": "to-leerdoelen"}

    answer = browser.post(at(theme, "onderdeel/vertrekpunt/"), form)

    assert answer.url == at(theme, "onderdeel/leerdoelen/")
    assert SectionText.objects.get(section__key="vertrekpunt").text == SENTENCE


def test_what_is_typed_is_kept_and_judged(theme, browser):
    answer = browser.post(at(theme, "onderdeel/vertrekpunt/bewaren/"), {"text": SENTENCE, "serial": 0, "window": "a"})

    assert answer["X-Serial"] == "1"
    assert f"{len(SENTENCE.split())} woorden in dit onderdeel" in said(answer)


def test_two_windows_lose_nothing(theme, browser):
    keep = at(theme, "onderdeel/vertrekpunt/bewaren/")
    browser.post(keep, {"text": "Uit het eerste venster.", "serial": 0, "window": "a"})

    answer = browser.post(keep, {"text": "Uit het tweede venster.", "serial": 0, "window": "b"})

    assert (answer.status_code, answer["X-Serial"]) == (409, "1")
    assert "Uit het eerste venster." in said(answer)
    assert SectionText.objects.get().text == "Uit het eerste venster."


def test_saving_over_another_window_shows_both_texts(theme, browser):
    write(theme, "vertrekpunt", "Uit het eerste venster.")
    form = {"text": "Uit het tweede venster.", "serial": 0, "version": 0, "window": "b"}

    answer = browser.post(at(theme, "onderdeel/vertrekpunt/"), form)

    page = said(answer)
    assert answer.status_code == 422
    assert "Uit het eerste venster." in page
    assert "Uit het tweede venster." in page
    assert browser.post(at(theme, "onderdeel/vertrekpunt/"), form | {"serial": 1}).status_code == 302
    assert SectionText.objects.get().text == "Uit het tweede venster."


def test_an_earlier_version_comes_back(theme, browser):
    write(theme, "vertrekpunt", "Zo was het.")
    write(theme, "vertrekpunt", "Zo werd het.")
    assert "<del>was</del>" in said(browser.get(at(theme, "onderdeel/vertrekpunt/versies/")))

    browser.post(at(theme, "onderdeel/vertrekpunt/versies/1/terug/"))

    row = SectionText.objects.get()
    assert row.text == "Zo was het."
    assert [it.text for it in row.versions.all()] == ["Zo was het.", "Zo werd het.", "Zo was het."]


def test_a_passage_is_linked_from_its_section(theme, browser):
    write(theme, "vertrekpunt", SENTENCE)
    section = theme.case.version.sections.get(key="vertrekpunt")
    form = {"section": section.pk, "competency": theme.theme.competencies.first().pk, "back": "vertrekpunt"}

    answer = browser.post(at(theme, "competenties/"), form | {"passage": "nauwelijks hielp"})

    assert answer.url == at(theme, "onderdeel/vertrekpunt/#passages")
    link = theme.links.get()
    browser.post(at(theme, f"competenties/{link.pk}/ontkoppelen/"))
    assert not theme.links.exists()


def test_a_passage_that_is_not_there_is_explained(theme, browser):
    section = theme.case.version.sections.get(key="vertrekpunt")
    form = {"section": section.pk, "competency": theme.theme.competencies.first().pk, "passage": "Dit schreef ik niet."}

    answer = browser.post(at(theme, "competenties/"), form)

    assert answer.status_code == 422
    assert "Deze passage staat niet in “Vertrekpunt”" in said(answer)


def test_a_source_is_noted_once_and_stands_in_apa(theme, browser):
    form = {
        "key": "7d0f2f0e-54f1-4f0c-9b1e-111111111111", "kind": "article", "is_literature": "on",
        "authors": "Vries, A. de, & Jansen, B.", "year": "2018", "title": "Toetsen om te leren",
        "container": "Schoolblad", "volume": "12(3)", "pages": "45–67", "doi": "https://doi.org/10.1234/abc",
    }  # fmt: skip

    for _again in range(2):
        assert browser.post(at(theme, "bronnen/toevoegen/"), form).status_code == 302

    source = PortfolioSource.objects.get()
    assert source.doi == "10.1234/abc"
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", said(browser.get(at(theme, "bronnen/")))))
    line = "Vries, A. de, &amp; Jansen, B. (2018). Toetsen om te leren. Schoolblad, 12(3), 45–67. https://doi.org/10.1234/abc"
    assert line in text


def test_a_file_as_evidence_is_the_participants_alone(theme, browser, kees, carla):
    form = {"file": pdf(), "part": "pages", "page_from": 2, "page_to": 3, "quote": "hoort hier niet"}

    assert browser.post(at(theme, "bewijs/toevoegen/"), form).status_code == 302

    piece = Evidence.objects.get()
    assert (piece.title, piece.page_from, piece.quote, len(piece.sha256)) == ("verslag", 2, "", 64)
    assert browser.get(piece.url).status_code == 200
    assert {signed_in(it).get(piece.url).status_code for it in (kees, carla)} == {404}
    piece.file.delete(save=False)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"title": ""}, "Voeg een bestand of een webadres toe."),
        (
            {"link": "https://a.example", "part": "pages", "page_from": 5, "page_to": 2},
            "Kies een einde dat na het begin",
        ),
        ({"link": "https://a.example", "part": "time", "time_from": "drie"}, "Schrijf minuten en seconden"),
        (
            {"link": "https://a.example", "part": "region", "left": 60, "top": 0, "width": 50, "height": 10},
            "Dit komt buiten het beeld.",
        ),
    ],
    ids=["nothing", "pages", "time", "region"],
)
def test_what_is_wrong_with_evidence_is_said_at_the_field(facts, sentence, theme, browser):
    answer = browser.post(at(theme, "bewijs/toevoegen/"), facts)

    assert answer.status_code == 422
    assert sentence in said(answer)


def test_a_piece_too_many_becomes_an_appendix(theme, browser):
    piece = add_evidence(theme)

    browser.post(at(theme, f"bewijs/{piece.pk}/naar-bijlagen/"))

    assert (theme.evidence.count(), theme.appendices.get().title) == (0, piece.title)


def test_handing_in_and_taking_back(theme, browser):
    fill(theme)

    browser.post(at(theme, "inleveren/"), {"submit": "1"})
    theme.refresh_from_db()
    assert theme.state == ThemeState.SUBMITTED
    assert SENTENCE in said(browser.get(at(theme, "ingeleverd/1/")))
    assert browser.get(at(theme, "onderdeel/vertrekpunt/")).status_code == 200
    assert browser.post(at(theme, "onderdeel/vertrekpunt/"), {"text": "Anders."}).status_code == 409

    browser.post(at(theme, "stap/take_back/"))
    theme.refresh_from_db()
    assert theme.state == ThemeState.JUDGED_DONE


def test_pausing_and_stopping_can_be_undone(theme, browser):
    case = theme.case
    for step, state in (
        ("pause", CaseState.PAUSED),
        ("withdraw", CaseState.WITHDRAWN),
        ("undo_withdrawal", CaseState.RUNNING),
    ):
        assert browser.post(f"{case.url}stap/{step}/").status_code == 302
        case.refresh_from_db()
        assert case.state == state


def test_a_step_of_somebody_else_is_not_offered(theme, browser):
    assert browser.post(at(theme, "stap/certify/")).status_code == 404
    assert browser.get(at(theme, "stap/resume/")).status_code == 409


def test_a_colleague_gives_feedback_by_the_link_in_the_mail(theme, browser, client, django_capture_on_commit_callbacks):
    form = {"name": "Bert Bakker", "email": "bert@school.example", "message": "Graag jouw blik."}
    with django_capture_on_commit_callbacks(execute=True):
        assert browser.post(at(theme, "feedback/vragen/"), form).status_code == 302
    assert "Graag jouw blik." in mail.outbox[0].body
    link = urlsplit(re.search(r"https?://\S+/feedback-geven/\S+", mail.outbox[0].body)[0]).path
    question = theme.case.version.feedback_questions.first()
    assert question.title in said(client.get(link))

    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(link, {f"question-{question.pk}": "Zij luisterde naar ons."}).status_code == 302
    again = client.post(link, {f"question-{question.pk}": "Toch niet."})

    assert "Zij luisterde naar ons." in said(client.get(link))
    assert "Toch niet." not in said(again)
    assert "Zij luisterde naar ons." in said(browser.get(at(theme, "feedback/")))
    assert any("Bert Bakker" in it.subject for it in mail.outbox[1:])


def test_a_colleague_declines_with_a_reason(theme, browser, client):
    asked = services.ask_feedback(theme=theme, by=theme.case.person, name="Bert", email="bert@school.example")
    link = f"/feedback-geven/{asked.token}/"

    assert client.post(f"{link}niet/", {"reason": " "}).status_code == 422
    assert client.post(f"{link}niet/", {"reason": "Ik was er te kort bij."}).status_code == 302

    assert "Ik was er te kort bij." in said(browser.get(at(theme, "feedback/")))
    assert client.get(link).status_code == 200
    assert FeedbackRequest.objects.get().answered_at is None


def test_an_unknown_or_ended_link_opens_nothing(theme, sanne, client):
    asked = services.ask_feedback(theme=theme, by=sanne, name="Bert", email="bert@school.example")
    services.withdraw_feedback_request(request=asked, by=sanne)

    assert client.get("/feedback-geven/onbekend/").status_code == 404
    assert client.get(f"/feedback-geven/{asked.token}/").status_code == 410


def test_the_answer_to_feedback_is_the_participants(theme, browser):
    request = add_feedback(theme, reply="")

    browser.post(at(theme, f"feedback/{request.pk}/antwoord/"), {"reply": "Ik vraag het nu eerder."})

    request.refresh_from_db()
    assert request.reply == "Ik vraag het nu eerder."


def test_who_looks_along_reads_only_what_was_chosen(theme, browser, client):
    fill(theme)
    write(theme, "reflectie", "Ik houd dit nog voor mij.")
    section = theme.case.version.sections.get(key="vertrekpunt")
    form = {"name": "Kees", "email": "kees@school.example", "sections": [section.pk]}
    assert browser.post(at(theme, "meekijken/"), form).status_code == 302
    row = LookAlong.objects.get()
    link = f"/meekijken/{row.token}/"

    page = said(client.get(link))
    assert SENTENCE in page
    assert "Ik houd dit nog voor mij." not in page
    assert client.post(link, {"text": "Mooi begin.", "section": section.pk}).status_code == 302
    assert "Mooi begin." in said(browser.get(at(theme, "meekijken/")))

    browser.post(at(theme, f"meekijken/{row.pk}/beeindigen/"))
    assert client.get(link).status_code == 410
    assert client.post(link, {"text": "Nog iets."}).status_code == 410


@pytest.mark.parametrize("who", ["kees", "carla", "noor", "koen"])
def test_nobody_else_opens_a_portfolio_that_is_being_written(who, theme, assigned, request):
    browser = signed_in(request.getfixturevalue(who))

    assert {browser.get(at(theme, page)).status_code for page in PAGES} == {404}
    assert browser.get(theme.case.url).status_code == 404


def test_pages_ask_as_many_queries_for_one_piece_as_for_many(theme, browser, django_assert_max_num_queries):
    fill(theme)
    for number in range(5, 10):
        add_evidence(theme, number)
    for page in ("", "bewijs/", "bronnen/", "feedback/", "competenties/", "onderdeel/vertrekpunt/"):
        with django_assert_max_num_queries(32):
            browser.get(at(theme, page))


def test_the_overview_asks_as_many_queries_for_one_case_as_for_more(sanne, browser, django_assert_max_num_queries):
    for route in ("portfolio", "dialogue", "intake"):
        case_of(sanne, route=route)
    with django_assert_max_num_queries(14):
        browser.get("/mijn/portfolio/")
