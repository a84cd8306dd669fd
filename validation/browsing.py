"""The programmes as visitors see them, in a fixed number of queries."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch

from core.doors import found_in
from validation.models import Case, Programme, ProgrammeVersion
from validation.states import CaseState


@dataclass(frozen=True)
class Offer:
    """A programme with the rules under which somebody starts now."""

    programme: Programme
    version: ProgrammeVersion


def offers() -> list[Offer]:
    """All programmes that hold, in the order of the organisation."""
    versions = ProgrammeVersion.objects.published().with_rules().newest_first()
    found = Programme.objects.published().prefetch_related(Prefetch("versions", versions, to_attr="published"))
    return [Offer(programme, programme.published[0]) for programme in found]


def version_with_rules(version: ProgrammeVersion) -> ProgrammeVersion:
    """The same version with everything that pages show of it."""
    return found_in(ProgrammeVersion.objects.with_rules().filter(pk=version.pk))


def running_case_of(user: Any, programme: Programme) -> Case | None:
    """The person's case in this programme that has not ended."""
    if not user.is_authenticated:
        return None
    own = Case.objects.filter(person=user, version__programme=programme)
    return own.exclude(state__in=[CaseState.WITHDRAWN, CaseState.COMPLETED]).first()
