"""Reports of trying for programs: the same doors and services as the pages."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Path, Query, Router, Status
from ninja.decorators import decorate_view

from accounts.api_auth import optional
from core.access import guarded
from core.api import PageQuery, idempotent, page_of, paginate, problems
from core.errors import InvalidInput, NotFound
from resources.models import Trial
from resources.policies import get_practice_by_id_for
from resources.schemas import Id, PracticeKey
from resources.services.content import NOT_YOURS
from resources.tried import services
from resources.tried.policies import (
    get_own_trial,
    get_practice_to_try,
    get_published_trial,
    get_reported_practice_by_id_for,
    get_trial_to_judge,
)
from resources.tried.schemas import ObjectionIn, OwnTrialOut, TrialDecisionIn, TrialIn, TrialOut
from schools.models import School

router = Router(tags=["practices"])
TrialId = Annotated[Id, Path()]


@router.get(
    "/practices/{practice}/trials",
    response={200: page_of(TrialOut), **problems(404)},
    auth=optional,
    summary="How it went at other schools",
)
@guarded("resources.see_practice")
def trials(request: HttpRequest, practice: PracticeKey, page: Query[PageQuery]) -> dict[str, Any]:
    """Published reports, the newest first."""
    found = get_practice_by_id_for(request.user, practice)
    return paginate(Trial.objects.published().with_facts().filter(practice=found), page)


@router.get(
    "/practices/{practice}/trials/mine", response={200: OwnTrialOut, **problems(404)}, summary="What I reported of it"
)
@guarded("resources.report_trial")
def own_trial(request: HttpRequest, practice: PracticeKey) -> Trial:
    trial = get_own_trial(request.user, get_practice_by_id_for(request.user, practice))
    if trial is None:
        raise NotFound
    return trial


@router.put(
    "/practices/{practice}/trials/mine",
    response={200: OwnTrialOut, **problems(403, 404)},
    summary="Tell how it went at my school",
)
@guarded("resources.report_trial")
def report(request: HttpRequest, practice: PracticeKey, body: TrialIn) -> Trial:
    """One report per person and practice; it is read before others see it, after a change too."""
    found = get_practice_to_try(request.user, get_practice_by_id_for(request.user, practice).slug)
    school = School.objects.of(request.user).filter(brin=body.school).first()
    if school is None:
        raise InvalidInput(errors={"school": [str(NOT_YOURS["school"])]})
    told = body.dict(exclude={"school"})
    return services.report_trial(practice=found, by=request.user, school=school, **told)


@router.delete(
    "/practices/{practice}/trials/mine", response={204: None, **problems(404)}, summary="Take my report back"
)
@guarded("resources.report_trial")
def take_back(request: HttpRequest, practice: PracticeKey) -> Status[None]:
    """Also when the practice was withdrawn, or became one's own."""
    services.take_back(practice=get_reported_practice_by_id_for(request.user, practice), by=request.user)
    return Status(204, None)


@router.get("/trials", response=page_of(OwnTrialOut), summary="Reports that wait for my decision")
@guarded("own decisions only")
def to_judge(request: HttpRequest, page: Query[PageQuery]) -> dict[str, Any]:
    return paginate(Trial.objects.to_judge(request.user).with_facts(), page)


@router.post(
    "/trials/{trial}/decision", response={200: OwnTrialOut, **problems(403, 404, 409)}, summary="Decide on a report"
)
@decorate_view(idempotent)
@guarded("resources.judge_trial")
def judge(request: HttpRequest, trial: TrialId, body: TrialDecisionIn) -> Trial:
    """By who reviews the practice, never on the own report or practice."""
    return services.judge_trial(trial=get_trial_to_judge(request.user, trial), by=request.user, **body.dict())


@router.post("/trials/{trial}/objections", response={204: None, **problems(403, 404)}, summary="Complain of a report")
@decorate_view(idempotent)
@guarded("resources.object_to_trial")
def object_to(request: HttpRequest, trial: TrialId, body: ObjectionIn) -> Status[None]:
    services.object_to(trial=get_published_trial(request.user, trial), by=request.user, text=body.text)
    return Status(204, None)
