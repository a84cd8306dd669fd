"""Versions of a programme: a draft is made from the newest, edited, and published; after that it never changes."""

from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from validation.errors import VersionIncomplete, VersionPublished
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
from validation.models.rules import OfVersion

PARTS: tuple[type[OfVersion], ...] = (
    Theme,
    Competency,
    ScanQuestion,
    Criterion,
    PortfolioSection,
    FeedbackQuestion,
    QuestionCard,
    Step,
    Requirement,
    Fee,
)
Kind = Requirement.Kind
# The first cannot be more than the second.
NOT_MORE_THAN = ((Kind.EVIDENCE_MIN, Kind.EVIDENCE_MAX), (Kind.LITERATURE_MIN, Kind.SOURCES_MIN))


@transaction.atomic
def draft_version(*, programme: Programme) -> ProgrammeVersion:
    """The draft of the programme; when there is none, a new one that says what the newest version says."""
    Programme.objects.select_for_update().get(pk=programme.pk)
    newest = programme.versions.order_by("-number").first()
    if newest is None:
        return ProgrammeVersion.objects.create(programme=programme, number=1)
    return newest if newest.is_draft else _copied(newest)


@transaction.atomic
def publish_version(*, version: ProgrammeVersion, by: User | None) -> ProgrammeVersion:
    """Let these rules hold for whoever starts from now on. Raises VersionPublished, VersionIncomplete."""
    row = ProgrammeVersion.objects.select_for_update().get(pk=version.pk)
    if not row.is_draft:
        raise VersionPublished
    if lacks := list(_lacks(row)):
        raise VersionIncomplete(" ".join(lacks))
    row.published_at, row.published_by = timezone.now(), by
    row.save(update_fields=["published_at", "published_by"])
    version.published_at, version.published_by = row.published_at, by
    return version


@transaction.atomic
def change_part(*, part: OfVersion) -> None:
    """Store a changed or new part of a draft. Raises VersionPublished."""
    _hold_draft(part.version)
    part.save()


@transaction.atomic
def remove_part(*, part: OfVersion) -> None:
    """Take a part out of a draft. Raises VersionPublished."""
    _hold_draft(part.version)
    part.delete()


def newest_published(programme: Programme) -> ProgrammeVersion | None:
    """The rules under which somebody starts now."""
    return ProgrammeVersion.objects.published().filter(programme=programme).order_by("-number").first()


def _hold_draft(version: ProgrammeVersion) -> None:
    if not ProgrammeVersion.objects.select_for_update().get(pk=version.pk).is_draft:
        raise VersionPublished


def _lacks(version: ProgrammeVersion) -> Any:
    if not version.themes.exists():
        yield _("Add at least one theme.")
    if not version.sections.exists():
        yield _("Add at least one section of the portfolio.")
    figures = dict(version.requirements.values_list("kind", "number"))
    for few, many in NOT_MORE_THAN:
        if few in figures and many in figures and figures[few] > figures[many]:
            yield _("“%(few)s” asks for more than “%(many)s”.") % {"few": Kind(few).label, "many": Kind(many).label}


def _copied(newest: ProgrammeVersion) -> ProgrammeVersion:
    """A draft with all parts of the version; a competency goes with its theme, a criterion with both."""
    facts = _facts(newest) | {"number": newest.number + 1, "note": "", "published_at": None, "published_by_id": None}
    draft = ProgrammeVersion.objects.create(**facts)
    copies: dict[models.Model, models.Model] = {}
    for model in PARTS:
        for row in model._default_manager.filter(**{"version": newest}):
            copies[row] = model._default_manager.create(**_facts(row) | _moved(row, copies) | {"version_id": draft.pk})
    return draft


def _facts(row: models.Model) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if not field.primary_key}


def _moved(row: models.Model, copies: dict[models.Model, models.Model]) -> dict[str, Any]:
    """What the row refers to, as the draft has it."""
    moved = {}
    for name in ("theme", "competency"):
        if getattr(row, f"{name}_id", None):
            moved[f"{name}_id"] = copies[getattr(row, name)].pk
    return moved
