"""People with a task in validation, a portfolio in the making, and one that is being assessed."""

from typing import Any

from accounts.models import User
from home.demo import assessed_texts, validation_texts
from home.demo.validation_texts import FEEDBACK
from schools.models import School
from validation import services
from validation.models import Case, CaseTheme, FeedbackQuestion, Programme, ProgrammeRole
from validation.portfolio.completeness import completeness_of
from validation.portfolio.content import portfolio_of
from validation.portfolio.privacy import findings_of, token_of

Role = ProgrammeRole.Role
TASKS = {
    "assessor1": Role.ASSESSOR,
    "assessor2": Role.ASSESSOR,
    "assessor3": Role.ASSESSOR,
    "coach": Role.COACH,
    "begeleider": Role.FACILITATOR,
    "coordinator": Role.COORDINATOR,
}
WHO, WRITTEN, BEGUN = "schoolleider", "kwaliteit", "veranderen"
WHO_HANDED_IN, HANDED_IN = "schoolleider3", "veranderen"
ASSESSORS = ("assessor1", "assessor2")


def give_tasks(people: dict[str, User]) -> None:
    """Who does what in each programme."""
    for programme in Programme.objects.all():
        for who, role in TASKS.items():
            ProgrammeRole.objects.get_or_create(programme=programme, person=people[who], role=role)


def begin_portfolio(people: dict[str, User]) -> None:
    """A portfolio with one theme nearly done and one just begun, unless the person has one."""
    person = people[WHO]
    programme = Programme.objects.filter(slug="portfolio").first()
    version = programme and services.newest_published(programme)
    if not programme or not version or Case.objects.filter(person=person, version__programme=programme).exists():
        return
    themes = list(version.themes.filter(key__in=[WRITTEN, BEGUN]))
    school = School.objects.of(person).first()
    if len(themes) != 2 or school is None:
        return  # an organisation changed the themes that ship
    case = services.start_case(programme=programme, person=person, school=school, themes=themes)
    _write(case.themes.select_related("theme").get(theme__key=WRITTEN), case)
    begun = case.themes.select_related("theme").get(theme__key=BEGUN)
    first = case.version.sections.all()[0]
    services.save_text(theme=begun, section=first, by=person, text="Wij begonnen met een nieuw rooster.", serial=0)


def have_one_assessed(people: dict[str, User]) -> None:
    """Somebody handed a theme in, and two assess it: one has begun, the other has not. Unless the person has a case."""
    person = people[WHO_HANDED_IN]
    programme = Programme.objects.filter(slug="portfolio").first()
    version = programme and services.newest_published(programme)
    if not programme or not version or Case.objects.filter(person=person, version__programme=programme).exists():
        return
    themes, school = list(version.themes.filter(key=HANDED_IN)), School.objects.of(person).first()
    if not themes or school is None:
        return  # an organisation changed the themes that ship
    case = services.start_case(programme=programme, person=person, school=school, themes=themes)
    theme = case.themes.select_related("theme").get()
    _fill(theme, case, assessed_texts)
    questions = dict(version.feedback_questions.values_list("key", "pk"))
    for name, email, seen, reply in assessed_texts.FEEDBACK:
        asked = services.ask_feedback(theme=theme, by=person, name=name, email=email)
        services.give_feedback(request=asked, answers={questions["gezien"]: seen})
        services.reply_to_feedback(request=asked, by=person, text=reply)
    services.confirm_privacy(theme=theme, by=person, token=token_of(findings_of(portfolio_of(theme))))
    if completeness_of(portfolio_of(theme)).is_complete and services.assessors_wanted(version) == len(ASSESSORS):
        _have_assessed(theme, people)


def _have_assessed(theme: CaseTheme, people: dict[str, User]) -> None:
    """Handed in and given to assessors, of whom the first has begun."""
    services.judge_done(theme=theme, by=theme.case.person)
    submission = services.submit_theme(theme=theme, by=theme.case.person)
    assessors = [people[who] for who in ASSESSORS]
    reason = "Zij kennen dit thema goed."
    services.assign_assessors(theme=theme, by=people["coordinator"], people=assessors, reason=reason)
    criteria = {it.key: it.pk for it in services.criteria_of(theme)}
    judged = {criteria[key]: services.Given(*found) for key, found in assessed_texts.BEGUN.items()}
    services.save_assessment(submission=submission, by=assessors[0], judgements=judged)


def _write(theme: CaseTheme, case: Case) -> None:
    _fill(theme, case, validation_texts)
    _ask(theme, case.person)


def _fill(theme: CaseTheme, case: Case, texts: Any) -> None:
    """What a module of texts has for a portfolio, but the feedback."""
    theme.case, by = case, case.person
    sections = {it.key: it for it in case.version.sections.all()}
    for key, text in texts.SECTIONS.items():
        services.save_text(theme=theme, section=sections[key], by=by, text=text, serial=0)
    for competency in theme.theme.competencies.filter(key__in=texts.PASSAGES):
        key, passage = texts.PASSAGES[competency.key]
        services.link_passage(theme=theme, by=by, competency=competency, section=sections[key], passage=passage)
    for kind, is_literature, authors, year, title, more in texts.SOURCES:
        facts: dict[str, Any] = {
            "kind": kind,
            "is_literature": is_literature,
            "authors": authors,
            "year": year,
            "title": title,
        }
        services.add_source(theme=theme, by=by, **facts, **more)
    for piece in texts.EVIDENCE:
        services.add_evidence(theme=theme, by=by, **piece)


def _ask(theme: CaseTheme, by: User) -> None:
    """One colleague answered, another is asked; and somebody looks along."""
    asked = services.ask_feedback(
        theme=theme, by=by, name="Rik Verhoef", email="rik.verhoef@meridiaan.example", relation="Sectieleider wiskunde"
    )
    questions = dict(FeedbackQuestion.objects.filter(version=theme.case.version).values_list("key", "pk"))
    services.give_feedback(request=asked, answers={questions[key]: text for key, text in FEEDBACK})
    services.ask_feedback(
        theme=theme, by=by, name="Joke Blom", email="joke.blom@meridiaan.example", relation="Conrector"
    )
    along = services.let_look_along(
        theme=theme,
        by=by,
        name="Ada Kuipers",
        email="ada.kuipers@kweek.example",
        sections=list(theme.case.version.sections.filter(key__in=["vertrekpunt", "leerdoelen"])),
    )
    services.comment_along(look_along=along, text="Sterk dat u begint bij wat leerlingen zeiden.")
