from typing import Any

from django.http import HttpRequest
from ninja import File, Form, Query, Router, Status
from ninja.decorators import decorate_view
from ninja.files import UploadedFile

from core.access import guarded
from core.api import PageQuery, idempotent, page_of, paginate, problems
from core.errors import NotFound
from networks import services
from networks.assignment_policies import (
    get_assignment_for,
    get_hand_in_for,
    own_hand_in,
    owns,
    readable_hand_ins,
)
from networks.models import Assignment, Enrolment, HandIn
from networks.policies import enrolment_of, get_own_place_in
from networks.schemas.assignments import AttachmentOut, CommentIn, CommentOut, DraftIn, HandInOut, LinkIn
from networks.schemas.files import TitleIn
from networks.schemas.types import RowId

router = Router(tags=["assignments"])
OWN = "networks.policies.get_own_place_in"
READ = "networks.assignment_policies.readable_hand_ins"


@router.get("/assignments/{pk}/hand-in", response={200: HandInOut, **problems(403, 404, 409)})
@guarded(OWN)
def own(request: HttpRequest, pk: RowId) -> HandIn:
    """Your own work, or that of your school; 404 while there is none."""
    assignment, enrolment = _place(request, pk)
    found = own_hand_in(assignment, enrolment)
    if found is None:
        raise NotFound
    return found


@router.put("/assignments/{pk}/hand-in", response={200: HandInOut, **problems(403, 404, 409)})
@guarded(OWN)
def save_draft(request: HttpRequest, pk: RowId, draft: DraftIn) -> HandIn:
    """Keep what you have so far; nobody else reads it until you hand it in."""
    assignment, enrolment = _place(request, pk)
    return services.save_draft(assignment=assignment, enrolment=enrolment, **draft.dict())


@router.post("/assignments/{pk}/hand-in", response={201: HandInOut, **problems(403, 404, 409)})
@decorate_view(idempotent)
@guarded(OWN)
def hand_in(request: HttpRequest, pk: RowId) -> Status:
    """Give the draft to its readers; doing it twice changes nothing."""
    assignment, enrolment = _place(request, pk)
    return Status(201, services.hand_in(assignment=assignment, enrolment=enrolment))


@router.delete("/assignments/{pk}/hand-in", response={200: HandInOut, **problems(403, 404, 409)})
@guarded(OWN)
def take_back(request: HttpRequest, pk: RowId) -> HandIn:
    """It becomes a draft again, until the assignment is closed."""
    assignment, enrolment = _place(request, pk)
    return services.take_back(assignment=assignment, enrolment=enrolment)


@router.post("/assignments/{pk}/hand-in/files", response={201: AttachmentOut, **problems(403, 404, 409, 413)})
@decorate_view(idempotent)
@guarded(OWN)
def add_file(request: HttpRequest, pk: RowId, file: File[UploadedFile], about: Form[TitleIn]) -> Status:
    """A file of at most 25 MB that goes with your draft."""
    assignment, enrolment = _place(request, pk)
    row = services.add_hand_in_file(assignment=assignment, enrolment=enrolment, file=file, title=about.title)
    return Status(201, row)


@router.post("/assignments/{pk}/hand-in/links", response={201: AttachmentOut, **problems(403, 404, 409)})
@decorate_view(idempotent)
@guarded(OWN)
def add_link(request: HttpRequest, pk: RowId, body: LinkIn) -> Status:
    """A web address that goes with your draft."""
    assignment, enrolment = _place(request, pk)
    return Status(201, services.add_hand_in_link(assignment=assignment, enrolment=enrolment, **body.dict()))


@router.delete("/assignments/{pk}/hand-in/files/{file}", response={204: None, **problems(403, 404, 409)})
@guarded(OWN)
def remove_file(request: HttpRequest, pk: RowId, file: RowId) -> Status:
    """A file or a link goes out of your draft."""
    assignment, enrolment = _place(request, pk)
    draft = own_hand_in(assignment, enrolment)
    row = draft.files.filter(pk=file).first() if draft else None
    if row is None:
        raise NotFound
    services.remove_hand_in_file(assignment=assignment, enrolment=enrolment, file=row)
    return Status(204, None)


@router.get("/assignments/{pk}/hand-ins", response={200: page_of(HandInOut), **problems(403, 404)})
@guarded(READ)
def list_hand_ins(request: HttpRequest, pk: RowId, page: Query[PageQuery]) -> Any:
    """What you may read: your own, and what others handed in as far as the facilitator lets people see it."""
    assignment = get_assignment_for(request.user, pk)
    own = enrolment_of(request.user, assignment.network)
    found = readable_hand_ins(request.user, assignment.network, own).filter(assignment=assignment)
    return paginate(found.prefetch_related("files"), page)


@router.get("/hand-ins/{pk}/comments", response={200: page_of(CommentOut), **problems(403, 404)})
@guarded(READ)
def list_comments(request: HttpRequest, pk: RowId, page: Query[PageQuery]) -> Any:
    """What was said of it, the first comment first."""
    return paginate(get_hand_in_for(request.user, pk).comments.select_related("author"), page)


@router.post("/hand-ins/{pk}/comments", response={201: CommentOut, **problems(403, 404, 409)})
@decorate_view(idempotent)
@guarded(READ)
def comment(request: HttpRequest, pk: RowId, body: CommentIn) -> Status:
    """Say something of it; its owners are told."""
    found = get_hand_in_for(request.user, pk)
    by_owner = owns(request.user, found)
    made = services.comment_on_hand_in(hand_in=found, by=request.user, text=body.text, by_owner=by_owner)
    return Status(201, made)


def _place(request: HttpRequest, pk: int) -> tuple[Assignment, Enrolment]:
    assignment = get_assignment_for(request.user, pk)
    return assignment, get_own_place_in(request.user, assignment.network)
