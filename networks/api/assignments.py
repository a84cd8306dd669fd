from typing import Any

from django.http import HttpRequest
from ninja import File, Form, Query, Router, Status
from ninja.decorators import decorate_view
from ninja.files import UploadedFile

from core.access import guarded
from core.api import idempotent, page_of, paginate, problems
from core.errors import NotFound
from networks import services
from networks.api.chosen import meeting_of
from networks.assignment_policies import get_assignment_for, get_assignment_to_run
from networks.models import Assignment, AssignmentMaterial, Network
from networks.policies import get_cockpit_for, get_space_for
from networks.schemas.assignments import (
    AssignmentIn,
    AssignmentOut,
    AssignmentQuery,
    AttachmentOut,
    LinkIn,
)
from networks.schemas.files import TitleIn
from networks.schemas.types import RowId

router = Router(tags=["assignments"])


@router.get("/networks/{slug}/assignments", response={200: page_of(AssignmentOut), **problems(403, 404)})
@guarded("networks.see_space")
def list_assignments(request: HttpRequest, slug: str, query: Query[AssignmentQuery]) -> Any:
    """By date; those without one come last."""
    network = get_space_for(request.user, slug)
    found = Assignment.objects.filter(network=network).with_address().prefetch_related("materials")
    return paginate(found if query.closed is None else found.filter(closed_at__isnull=not query.closed), query)


@router.post("/networks/{slug}/assignments", response={201: AssignmentOut, **problems(403, 404)})
@decorate_view(idempotent)
@guarded("networks.facilitate")
def set_assignment(request: HttpRequest, slug: str, body: AssignmentIn) -> Status:
    """Give the participants an assignment; they are told."""
    network = get_cockpit_for(request.user, slug)
    made = services.set_assignment(network=network, by=request.user, **_facts(network, body))
    return Status(201, made)


@router.get("/assignments/{pk}", response={200: AssignmentOut, **problems(403, 404)})
@guarded("networks.see_space")
def show_assignment(request: HttpRequest, pk: RowId) -> Assignment:
    """One assignment, for participants and facilitators."""
    return get_assignment_for(request.user, pk)


@router.put("/assignments/{pk}", response={200: AssignmentOut, **problems(403, 404)})
@guarded("networks.facilitate")
def change_assignment(request: HttpRequest, pk: RowId, body: AssignmentIn) -> Assignment:
    """Who hands in cannot change once somebody has begun."""
    assignment = get_assignment_to_run(request.user, pk)
    return services.change_assignment(assignment=assignment, by=request.user, **_facts(assignment.network, body))


@router.delete("/assignments/{pk}", response={204: None, **problems(403, 404, 409)})
@guarded("networks.facilitate")
def remove_assignment(request: HttpRequest, pk: RowId) -> Status:
    """Only while nobody has made something for it."""
    services.remove_assignment(assignment=get_assignment_to_run(request.user, pk), by=request.user)
    return Status(204, None)


@router.post("/assignments/{pk}/close", response={200: AssignmentOut, **problems(403, 404)})
@guarded("networks.facilitate")
def close_assignment(request: HttpRequest, pk: RowId) -> Assignment:
    """Take nothing more in; doing it twice changes nothing."""
    return services.close_assignment(assignment=get_assignment_to_run(request.user, pk), by=request.user)


@router.post("/assignments/{pk}/reopen", response={200: AssignmentOut, **problems(403, 404)})
@guarded("networks.facilitate")
def reopen_assignment(request: HttpRequest, pk: RowId) -> Assignment:
    """Take in again what participants make."""
    return services.reopen_assignment(assignment=get_assignment_to_run(request.user, pk), by=request.user)


@router.post("/assignments/{pk}/materials", response={201: AttachmentOut, **problems(403, 404, 409, 413)})
@decorate_view(idempotent)
@guarded("networks.facilitate")
def add_material(request: HttpRequest, pk: RowId, file: File[UploadedFile], about: Form[TitleIn]) -> Status:
    """A file that participants need, of at most 25 MB."""
    assignment = get_assignment_to_run(request.user, pk)
    row = services.add_assignment_file(assignment=assignment, file=file, by=request.user, title=about.title)
    return Status(201, row)


@router.post("/assignments/{pk}/links", response={201: AttachmentOut, **problems(403, 404, 409)})
@decorate_view(idempotent)
@guarded("networks.facilitate")
def add_link(request: HttpRequest, pk: RowId, body: LinkIn) -> Status:
    """A web address that participants need."""
    assignment = get_assignment_to_run(request.user, pk)
    return Status(201, services.add_assignment_link(assignment=assignment, by=request.user, **body.dict()))


@router.delete("/assignments/{pk}/materials/{material}", response={204: None, **problems(403, 404)})
@guarded("networks.facilitate")
def remove_material(request: HttpRequest, pk: RowId, material: RowId) -> Status:
    """A file or a link goes."""
    assignment = get_assignment_to_run(request.user, pk)
    row = AssignmentMaterial.objects.filter(assignment=assignment, pk=material).first()
    if row is None:
        raise NotFound
    services.remove_assignment_material(material=row)
    return Status(204, None)


def _facts(network: Network, body: AssignmentIn) -> dict[str, Any]:
    return body.dict() | {"meeting": meeting_of(network, body.meeting)}
