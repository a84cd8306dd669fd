from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Status
from ninja.decorators import decorate_view

from core.access import guarded
from core.api import PageQuery, idempotent, page_of, paginate, problems
from core.doors import found_in
from networks.schemas.types import RowId
from validation import services
from validation.models import Case
from validation.policies import get_own_case_for
from validation.schemas.cases import CaseOut, CaseStepIn, CaseThemeOut, ThemeIn

router = Router(tags=["validation"])
OWN = "validation.policies.get_own_case_for"


@router.get("/validation/cases", response={200: page_of(CaseOut)})
@guarded("signed in")
def list_cases(request: HttpRequest, page: Query[PageQuery]) -> Any:
    """Your own cases, the newest first."""
    return paginate(Case.objects.filter(person=request.user).with_facts(), page)


@router.get("/validation/cases/{pk}", response={200: CaseOut, **problems(404)})
@guarded(OWN)
def read_case(request: HttpRequest, pk: RowId) -> Case:
    """One of your cases."""
    return get_own_case_for(request.user, pk)


@router.post("/validation/cases/{pk}/steps", response={200: CaseOut, **problems(403, 404, 409)})
@guarded(OWN)
def step_case(request: HttpRequest, pk: RowId, body: CaseStepIn) -> Case:
    """Pause, go on, stop or complete the whole case."""
    services.move_case(case=get_own_case_for(request.user, pk), step=body.step, by=request.user)
    return get_own_case_for(request.user, pk)


@router.post("/validation/cases/{pk}/themes", response={201: CaseThemeOut, **problems(403, 404, 409)})
@decorate_view(idempotent)
@guarded(OWN)
def add_theme(request: HttpRequest, pk: RowId, body: ThemeIn) -> Status:
    """Work on one more theme of the programme."""
    case = get_own_case_for(request.user, pk)
    theme = found_in(case.version.themes.filter(pk=body.theme))
    return Status(201, services.add_theme(case=case, theme=theme, by=request.user))
