from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from core.access import guarded
from core.api import PageQuery, page_of, paginate, problems
from core.errors import NotFound
from networks.schemas.types import RowId
from validation import services
from validation.assessing.assessed import Assessed, as_read_by, assessed_by, own_of
from validation.assessing.comparing import comparison_for
from validation.models import Assessment, Decision
from validation.policies import assesses_anything, get_assessed_for
from validation.schemas.assessing import (
    AssessedOut,
    AssessmentIn,
    AssessmentOut,
    AssessmentReadIn,
    HandedInOut,
    ProposedDecisionIn,
    ThirdReasonIn,
    TogetherOut,
)
from validation.services import Given

router = Router(tags=["validation"])
ASSESS = "validation.assess"
ONE = "/validation/assessed/{pk}"
DECIDING = problems(403, 404, 409)


@router.get("/validation/assessed", response={200: page_of(AssessedOut), **problems(404)})
@guarded(ASSESS)
def list_assessed(request: HttpRequest, page: Query[PageQuery]) -> Any:
    """What you assess; what is to be done first."""
    if not assesses_anything(request.user):
        raise NotFound
    return paginate(assessed_by(request.user), page)


@router.get(ONE, response={200: HandedInOut, **problems(404)})
@guarded(ASSESS)
def read_assessed(request: HttpRequest, pk: RowId) -> Assessed:
    """What was handed in, as it was then."""
    return _row(request, pk)


@router.get(f"{ONE}/assessment", response={200: AssessmentOut, **problems(404)})
@guarded(ASSESS)
def read_assessment(request: HttpRequest, pk: RowId) -> Assessment:
    """Your own assessment."""
    if (own := own_of(request.user, _row(request, pk).submission)) is None:
        raise NotFound
    return own


@router.put(f"{ONE}/assessment", response={200: AssessmentOut, **DECIDING})
@guarded(ASSESS)
def save_assessment(request: HttpRequest, pk: RowId, body: AssessmentIn) -> Assessment:
    """Keep your draft as it is now; criteria that are left out stay as they are. 409 with the `serial` as it is now."""
    judged = {it.criterion: Given(it.verdict, it.reasons) for it in body.judgements}
    facts = {"outcome": body.outcome, "feedback": body.feedback, "tips": body.tips, "serial": body.serial}
    submission = _row(request, pk).submission
    return services.save_assessment(submission=submission, by=request.user, judgements=judged, **facts)


@router.post(f"{ONE}/assessment/hand-in", response={200: AssessmentOut, **DECIDING})
@guarded(ASSESS)
def hand_in_assessment(request: HttpRequest, pk: RowId, body: AssessmentReadIn) -> Assessment:
    """Hand in your assessment as you read it; it never changes after that."""
    return services.hand_in_assessment(submission=_row(request, pk).submission, by=request.user, serial=body.serial)


@router.get(f"{ONE}/together", response={200: TogetherOut, **problems(404)})
@guarded(ASSESS)
def read_together(request: HttpRequest, pk: RowId) -> dict[str, Any]:
    """All assessments side by side, and what is proposed. 404 until all are in."""
    return _together(request, _opened(request, pk))


@router.put(f"{ONE}/together", response={200: TogetherOut, **DECIDING})
@guarded(ASSESS)
def propose_decision(request: HttpRequest, pk: RowId, body: ProposedDecisionIn) -> dict[str, Any]:
    """Propose what to decide; who proposes agrees with it."""
    row = _opened(request, pk)
    services.propose_decision(submission=row.submission, by=request.user, **body.dict())
    return _together(request, row)


@router.post(f"{ONE}/together/agree", response={200: TogetherOut, **DECIDING})
@guarded(ASSESS)
def agree_with_decision(request: HttpRequest, pk: RowId, body: AssessmentReadIn) -> dict[str, Any]:
    """Agree with the proposal as you read it; it is decided when enough assessors do."""
    row = _opened(request, pk)
    services.agree_with_decision(submission=row.submission, by=request.user, serial=body.serial)
    return _together(request, row)


@router.post(f"{ONE}/together/third", response={200: TogetherOut, **DECIDING})
@guarded(ASSESS)
def ask_third_assessor(request: HttpRequest, pk: RowId, body: ThirdReasonIn) -> dict[str, Any]:
    """Say that you cannot agree; the coordinator finds a third assessor."""
    row = _opened(request, pk)
    services.ask_third_assessor(submission=row.submission, by=request.user, reason=body.reason)
    return _together(request, row)


def _row(request: HttpRequest, pk: int) -> Assessed:
    """What was handed in, as this assessor stands with it. Raises NotFound."""
    return as_read_by(request.user, get_assessed_for(request.user, pk))


def _opened(request: HttpRequest, pk: int) -> Assessed:
    """The same, once all assessments are in. Raises NotFound."""
    row = _row(request, pk)
    if not row.is_open:
        raise NotFound
    return row


def _together(request: HttpRequest, row: Assessed) -> dict[str, Any]:
    comparison = comparison_for(request.user, row.submission)
    decision = Decision.objects.get(submission=row.submission)
    differs = [it.criterion.pk for it in comparison.agenda]
    return {"assessments": comparison.assessments, "differs": differs, "decision": decision}
