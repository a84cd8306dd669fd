"""Reports and hidden posts through the API."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Status

from community import wire
from community.api.schemas import PostOut, bounded
from community.care import services
from community.care.conduct import accept_conduct, must_accept_conduct, newest_wording
from community.care.policies import get_post_to_decide, get_report_for
from community.care.schemas import (
    AcceptanceIn,
    ConductOut,
    HidingIn,
    OwnReportOut,
    ReportDecisionIn,
    ReportIn,
    ReportOut,
    ReportsQuery,
)
from community.models import Report
from community.policies import get_post_for
from core.access import guarded, signed_in
from core.api import page_of, paginate, problems
from core.errors import NotFound
from networks.policies import get_cockpit_for

router = Router(tags=["community"])


@router.post("/posts/{post_id}/reports", response={201: OwnReportOut, **problems(403, 404, 409, 429)})
@guarded("community.report_post")
def report_post(request: HttpRequest, post_id: int, given: ReportIn) -> Any:
    """Tell the facilitators what is wrong with a post; again, it answers the report that still waits."""
    post = get_post_for(request.user, bounded(post_id))
    return Status(201, _own(services.report_post(post=post, by=request.user, **given.dict())))


@router.get("/networks/{slug}/reports", response={200: page_of(ReportOut), **problems(403, 404)})
@guarded("networks.facilitate")
def list_reports(request: HttpRequest, slug: str, page: Query[ReportsQuery]) -> Any:
    """The network's reports, newest first, for its facilitators; those of one's own posts are for the others."""
    reports = Report.objects.for_decider(request.user, get_cockpit_for(request.user, slug)).order_by("-pk")
    if page.open is not None:
        reports = reports.filter(decision="") if page.open else reports.exclude(decision="")
    answer = paginate(reports, page)
    return answer | {"items": [_report(it) for it in answer["items"]]}


@router.post("/reports/{report_id}/decision", response={200: ReportOut, **problems(404, 409)})
@guarded("community.hide_post")
def decide_report(request: HttpRequest, report_id: int, given: ReportDecisionIn) -> Any:
    """Hide the post, leave it, or only answer who reported it."""
    report = get_report_for(request.user, bounded(report_id))
    return _report(services.decide_report(report=report, by=request.user, **given.dict()))


@router.put("/posts/{post_id}/hidden", response={200: PostOut, **problems(403, 404, 409)})
@guarded("community.hide_post")
def hide_post(request: HttpRequest, post_id: int, given: HidingIn) -> Any:
    """Let only its author and the facilitators read the post."""
    post = services.hide_post(
        post=get_post_to_decide(request.user, bounded(post_id)), by=request.user, reason=given.reason
    )
    return wire.post(post, to_who_may=True)


@router.delete("/posts/{post_id}/hidden", response={200: PostOut, **problems(403, 404, 409)})
@guarded("community.hide_post")
def show_post(request: HttpRequest, post_id: int) -> Any:
    """Let everybody in the network read the post again."""
    post = services.show_post(post=get_post_to_decide(request.user, bounded(post_id)), by=request.user)
    return wire.post(post, to_who_may=True)


@router.get("/conduct", response={200: ConductOut, **problems(404)})
@signed_in
def read_conduct(request: HttpRequest) -> Any:
    """The code of conduct, and whether one still has to accept it before writing."""
    wording = newest_wording()
    if wording is None:
        raise NotFound
    must_accept = must_accept_conduct(request.user)
    return {"version": wording.version, "text": wording.label, "must_accept": must_accept}


@router.put("/conduct/acceptance", response={204: None, **problems(409)})
@signed_in
def accept(request: HttpRequest, given: AcceptanceIn) -> Any:
    """Accept the code of conduct, in the version that was read."""
    accept_conduct(person=request.user, version=given.version)
    return Status(204, None)


def _own(report: Report) -> dict[str, Any]:
    return {
        "id": report.pk,
        "post": report.post_id,
        "reason": report.reason,
        "text": report.text,
        "created_at": report.created_at,
        "decision": report.decision or None,
    }


def _report(report: Report) -> dict[str, Any]:
    return _own(report) | {
        "thread": report.post.thread_id,
        "body": "" if report.post.deleted_at else report.post.body,
        "by": report.by and wire.person(report.by),
        "author": wire.person(report.post.author),
        "answer": report.answer,
        "decided_at": report.decided_at,
        "decided_by": report.decided_by and wire.person(report.decided_by),
    }
