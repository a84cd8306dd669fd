from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from accounts.models import User
from core.access import guarded
from core.api import PageQuery, page_of, paginate, problems
from core.doors import found_in
from core.errors import NotFound
from networks.schemas.types import RowId
from validation import coordinating, services
from validation.coordinating import Assessing
from validation.models import CaseTheme
from validation.policies import coordinates_anything, get_coordinated_theme_for
from validation.schemas.assessing import (
    AssessorOut,
    AssessorsIn,
    CoordinatedOut,
    MoreTimeIn,
    ProposalOut,
    ThirdAssessorIn,
)
from validation.schemas.cases import ThemeStanding

router = Router(tags=["validation"])
COORDINATE = "validation.coordinate_case"
THEME = "/validation/coordinated/{pk}"


@router.get("/validation/coordinated", response={200: page_of(CoordinatedOut), **problems(404)})
@guarded(COORDINATE)
def list_coordinated(request: HttpRequest, page: Query[PageQuery], state: ThemeStanding | None = None) -> Any:
    """The themes of the programmes that you coordinate; what asks something of you comes first."""
    if not coordinates_anything(request.user):
        raise NotFound
    themes = coordinating.coordinated_by(request.user)
    narrowed = themes.filter(state=state) if state else themes
    return paginate(coordinating.listed(coordinating.with_what_they_ask(narrowed)), page)


@router.get(f"{THEME}/proposals", response={200: list[ProposalOut], **problems(404)})
@guarded(COORDINATE)
def propose_assessors(request: HttpRequest, pk: RowId) -> Any:
    """Who may assess the theme, who fits best first, each with what is for and against."""
    return services.propose_assessors(theme=_theme(request, pk), by=request.user)


@router.get(f"{THEME}/assessors", response={200: list[AssessorOut], **problems(404)})
@guarded(COORDINATE)
def list_assessors(request: HttpRequest, pk: RowId) -> list[Assessing]:
    """Who assesses the theme now."""
    return coordinating.assessors_of(_theme(request, pk))


@router.put(f"{THEME}/assessors", response={200: list[AssessorOut], **problems(403, 404, 409)})
@guarded(COORDINATE)
def assign_assessors(request: HttpRequest, pk: RowId, body: AssessorsIn) -> list[Assessing]:
    """Give the theme to these assessors; the assessing begins. Who is left out does not assess it any more."""
    theme = _theme(request, pk)
    people = list(User.objects.filter(pk__in=body.people))
    services.assign_assessors(theme=theme, by=request.user, people=people, reason=body.reason)
    return coordinating.assessors_of(theme)


@router.put(f"{THEME}/third-assessor", response={200: list[AssessorOut], **problems(403, 404, 409)})
@guarded(COORDINATE)
def assign_third_assessor(request: HttpRequest, pk: RowId, body: ThirdAssessorIn) -> list[Assessing]:
    """Give the theme to a third assessor too, when its assessors asked for one."""
    theme = _theme(request, pk)
    person = found_in(User.objects.filter(pk=body.person))
    services.assign_third_assessor(theme=theme, by=request.user, person=person, reason=body.reason)
    return coordinating.assessors_of(theme)


@router.put(f"{THEME}/more-time", response={200: list[AssessorOut], **problems(403, 404, 409)})
@guarded(COORDINATE)
def give_more_time_to_assess(request: HttpRequest, pk: RowId, body: MoreTimeIn) -> list[Assessing]:
    """Put off until when the theme is assessed, with a reason that its assessors read."""
    theme = _theme(request, pk)
    services.give_more_time_to_assess(theme=theme, by=request.user, due_at=body.due_at, reason=body.reason)
    return coordinating.assessors_of(theme)


def _theme(request: HttpRequest, pk: int) -> CaseTheme:
    """A theme of a case that the person coordinates. Raises NotFound."""
    case = found_in(CaseTheme.objects.filter(pk=pk)).case_id
    return get_coordinated_theme_for(request.user, case, pk)
