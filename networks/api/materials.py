from typing import Any

from django.http import HttpRequest
from ninja import File, Form, Query, Router, Status
from ninja.decorators import decorate_view
from ninja.files import UploadedFile

from core.access import guarded
from core.api import PageQuery, idempotent, page_of, paginate, problems
from networks import services
from networks.material_policies import get_material_in
from networks.models import MeetingMaterial
from networks.policies import get_meeting_at_home, get_meeting_to_run
from networks.schemas.materials import MeetingLinkIn, MeetingMaterialAbout, MeetingMaterialIn, MeetingMaterialOut
from networks.schemas.types import RowId

router = Router(tags=["networks"])


@router.get("/meetings/{pk}/materials", response={200: page_of(MeetingMaterialOut), **problems(403, 404)})
@guarded("networks.see_space")
def list_materials(request: HttpRequest, pk: RowId, page: Query[PageQuery]) -> Any:
    """What goes with the meeting, the first that was added first."""
    meeting = get_meeting_at_home(request.user, pk)
    return paginate(MeetingMaterial.objects.filter(meeting=meeting).with_address(), page)


@router.post("/meetings/{pk}/materials", response={201: MeetingMaterialOut, **problems(403, 404, 409, 413)})
@decorate_view(idempotent)
@guarded("networks.facilitate")
def add_material(
    request: HttpRequest, pk: RowId, file: File[UploadedFile], about: Form[MeetingMaterialAbout]
) -> Status:
    """A file of at most 25 MB. Participants who have looked since the last one are told."""
    meeting = get_meeting_to_run(request.user, pk)
    [made] = services.add_materials(meeting=meeting, by=request.user, files=[file], **about.dict())
    return Status(201, made)


@router.post("/meetings/{pk}/links", response={201: MeetingMaterialOut, **problems(403, 404, 409)})
@decorate_view(idempotent)
@guarded("networks.facilitate")
def add_link(request: HttpRequest, pk: RowId, body: MeetingLinkIn) -> Status:
    """A web address. Participants who have looked since the last one are told."""
    meeting = get_meeting_to_run(request.user, pk)
    [made] = services.add_materials(meeting=meeting, by=request.user, **body.dict())
    return Status(201, made)


@router.put("/meetings/{pk}/materials/{material}", response={200: MeetingMaterialOut, **problems(403, 404, 409)})
@guarded("networks.facilitate")
def change_material(request: HttpRequest, pk: RowId, material: RowId, body: MeetingMaterialIn) -> MeetingMaterial:
    """A web address keeps being one, and a file a file."""
    row = get_material_in(get_meeting_to_run(request.user, pk), material)
    return services.change_material(material=row, by=request.user, **body.dict())


@router.delete("/meetings/{pk}/materials/{material}", response={204: None, **problems(403, 404, 409)})
@guarded("networks.facilitate")
def remove_material(request: HttpRequest, pk: RowId, material: RowId) -> Status:
    """It goes, with its file, for guests too."""
    row = get_material_in(get_meeting_to_run(request.user, pk), material)
    services.remove_material(material=row, by=request.user)
    return Status(204, None)
