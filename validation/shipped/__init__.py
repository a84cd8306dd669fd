"""The programmes with which a new installation starts; what an organisation made of them since stays as it is."""

from typing import Any

from django.db import transaction

from validation.models import (
    Competency,
    Criterion,
    Fee,
    FeedbackQuestion,
    PortfolioSection,
    Programme,
    ProgrammeVersion,
    QuestionCard,
    Requirement,
    ScanQuestion,
    Step,
    Theme,
)
from validation.services.versions import publish_version
from validation.shipped.programmes import ORGANISATION, OWN_ROLE, PROGRAMMES, QUESTIONS
from validation.shipped.scan import SCAN
from validation.shipped.themes import CRITERIA, THEMES
from validation.states import Route


@transaction.atomic
def install_programmes() -> None:
    """Make the three programmes of DOMAIN.md 3 where there is none at all."""
    if Programme.objects.exists():
        return
    for position, shipped in enumerate(PROGRAMMES, 1):
        install(shipped, position=position)


def install(shipped: dict[str, Any], *, position: int = 1) -> ProgrammeVersion:
    """One shipped programme with its first version, published."""
    facts = {name: shipped[name] for name in ("slug", "route", "title", "title_en")}
    programme = Programme.objects.create(**facts, organisation=ORGANISATION, position=position)
    version = ProgrammeVersion.objects.create(programme=programme, number=1, **shipped["version"])
    _install_themes(version)
    if shipped["route"] == Route.INTAKE:
        _install_scan(version)
    for position, words in enumerate(shipped["sections"], 1):
        own_role = words.key in OWN_ROLE
        PortfolioSection.objects.create(version=version, position=position, own_role=own_role, **words._asdict())
    _install_rows(FeedbackQuestion, version, QUESTIONS)
    _install_rows(QuestionCard, version, shipped.get("cards", []))
    for position, (words, days, remind) in enumerate(shipped["steps"], 1):
        Step.objects.create(version=version, position=position, days=days, remind_days=remind, **words._asdict())
    for position, (kind, number) in enumerate(shipped["requirements"].items(), 1):
        Requirement.objects.create(version=version, position=position, kind=kind, number=number)
    for position, (kind, amount, per) in enumerate(shipped["fees"], 1):
        Fee.objects.create(version=version, position=position, kind=kind, amount=amount, per=per)
    return publish_version(version=version, by=None)


def _install_themes(version: ProgrammeVersion) -> None:
    _install_rows(Criterion, version, CRITERIA)
    for position, (words, competencies) in enumerate(THEMES, 1):
        theme = Theme.objects.create(version=version, position=position, **words._asdict())
        for number, competency in enumerate(competencies, 1):
            facts = competency._asdict()
            row = Competency.objects.create(version=version, theme=theme, position=number, **facts)
            key = f"{theme.key}-{row.key}"
            more = {"theme": theme, "competency": row, "position": 100 + number}
            Criterion.objects.create(version=version, **facts | {"key": key} | more)


def _install_scan(version: ProgrammeVersion) -> None:
    """The statements of the 360° scan, for the competencies that ship."""
    for competency in version.competencies.select_related("theme", "version"):
        for number, (title, title_en) in enumerate(SCAN[competency.theme.key, competency.key], 1):
            key = f"{competency.theme.key}-{competency.key}-{number}"[:40]
            ScanQuestion.objects.create(competency=competency, key=key, title=title, title_en=title_en, position=number)


def _install_rows(model: Any, version: ProgrammeVersion, rows: list[Any]) -> None:
    for position, words in enumerate(rows, 1):
        model.objects.create(version=version, position=position, **words._asdict())
