"""The review for programs: how far a practice is, remarks, and what happened."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Path, Query, Router, Status
from ninja.decorators import decorate_view

from core.access import guarded
from core.api import PageQuery, idempotent, page_of, paginate, problems
from core.errors import NotFound
from resources.conversation import remarks
from resources.conversation.history import history_of
from resources.conversation.policies import get_remark_for
from resources.conversation.schemas import (
    PracticeMomentOut,
    PracticeReadinessOut,
    PrivacyLookedIn,
    RemarkAnswerIn,
    RemarkAnswerOut,
    RemarkIn,
    RemarkOut,
    RemarkSettledIn,
)
from resources.models import Practice, Remark
from resources.permission.standing import permission_of
from resources.policies import can_discuss, get_practice_by_id_for
from resources.privacy.services import confirm_looked, findings_of
from resources.schemas import Id, PracticeKey
from resources.services.completeness import advised_for
from resources.services.content import missing_from

router = Router(tags=["practices"])
CommentId = Annotated[Id, Path()]


@router.get(
    "/practices/{practice}/readiness", response={200: PracticeReadinessOut, **problems(404)}, summary="How far it is"
)
@guarded("resources.discuss_practice")
def readiness(request: HttpRequest, practice: PracticeKey) -> Any:
    """Of the newest text, for its authors and reviewers."""
    return _readiness(_discussed(request, practice).latest)


@router.post(
    "/practices/{practice}/privacy",
    response={200: PracticeReadinessOut, **problems(403, 404)},
    summary="Looked at privacy",
)
@guarded("resources.rewrite_practice")
def looked(request: HttpRequest, practice: PracticeKey, body: PrivacyLookedIn) -> Any:
    """Keep that one looked at the passages for which these tokens stand; an old token counts for nothing."""
    found = _discussed(request, practice)
    confirm_looked(practice=found, by=request.user, tokens=body.tokens)
    return _readiness(found.latest)


@router.get("/practices/{practice}/comments", response={200: page_of(RemarkOut), **problems(404)}, summary="Remarks")
@guarded("resources.discuss_practice")
def comments(request: HttpRequest, practice: PracticeKey, page: Query[PageQuery]) -> Any:
    """The oldest first, settled ones among them."""
    return paginate(_discussed(request, practice).remarks.with_talk(), page)


@router.post("/practices/{practice}/comments", response={201: RemarkOut, **problems(404, 409)}, summary="Remark")
@decorate_view(idempotent)
@guarded("resources.discuss_practice")
def comment(request: HttpRequest, practice: PracticeKey, body: RemarkIn) -> Status[Remark]:
    """Say something of one part; the other side is told."""
    return Status(201, remarks.add_remark(practice=_discussed(request, practice), by=request.user, **body.dict()))


@router.post(
    "/comments/{comment}/answers", response={201: RemarkAnswerOut, **problems(404, 409)}, summary="Answer a remark"
)
@decorate_view(idempotent)
@guarded("resources.discuss_practice")
def answer(request: HttpRequest, comment: CommentId, body: RemarkAnswerIn) -> Any:
    """Say something back."""
    found = get_remark_for(request.user, comment)
    return Status(201, remarks.answer_remark(remark=found, by=request.user, text=body.text))


@router.patch("/comments/{comment}", response={200: RemarkOut, **problems(404)}, summary="Settle a remark")
@guarded("resources.discuss_practice")
def settle(request: HttpRequest, comment: CommentId, body: RemarkSettledIn) -> Any:
    """Note that it is done, or open again."""
    found = get_remark_for(request.user, comment)
    return remarks.settle_remark(remark=found, by=request.user, settled=body.resolved)


@router.get(
    "/practices/{practice}/history", response={200: list[PracticeMomentOut], **problems(404)}, summary="History"
)
@guarded("resources.discuss_practice")
def history(request: HttpRequest, practice: PracticeKey) -> Any:
    """Who did what, when; the newest first."""
    return history_of(_discussed(request, practice))


def _discussed(request: HttpRequest, key: str) -> Practice:
    """Raises NotFound also to readers who may see the practice but not what is said of it."""
    found = get_practice_by_id_for(request.user, key)
    if not can_discuss.test(request.user, found):
        raise NotFound
    return found


def _readiness(practice: Practice) -> dict[str, Any]:
    standing = permission_of(practice)
    given = standing and {
        "given_by": standing.permission.given_by,
        "at": standing.permission.recorded_at,
        "holds": standing.holds,
    }
    return {
        "missing": missing_from(practice),
        "advised": advised_for(practice),
        "permission": given or None,
        "privacy": findings_of(practice),
    }
