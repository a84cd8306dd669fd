"""People with a task in validation, and a portfolio in the making."""

from typing import Any

from accounts.models import User
from home.demo.validation_texts import EVIDENCE, FEEDBACK, PASSAGES, SECTIONS, SOURCES
from schools.models import School
from validation import services
from validation.models import Case, CaseTheme, FeedbackQuestion, Programme, ProgrammeRole

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


def _write(theme: CaseTheme, case: Case) -> None:
    theme.case, by = case, case.person
    sections = {it.key: it for it in case.version.sections.all()}
    for key, text in SECTIONS.items():
        services.save_text(theme=theme, section=sections[key], by=by, text=text, serial=0)
    for competency in theme.theme.competencies.filter(key__in=PASSAGES):
        key, passage = PASSAGES[competency.key]
        services.link_passage(theme=theme, by=by, competency=competency, section=sections[key], passage=passage)
    for kind, is_literature, authors, year, title, more in SOURCES:
        facts: dict[str, Any] = {
            "kind": kind,
            "is_literature": is_literature,
            "authors": authors,
            "year": year,
            "title": title,
        }
        services.add_source(theme=theme, by=by, **facts, **more)
    for piece in EVIDENCE:
        services.add_evidence(theme=theme, by=by, **piece)
    _ask(theme, by)


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
