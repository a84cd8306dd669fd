"""Pictures and files: sent first, then named in the post that they go with."""

from typing import Any

from django.http import HttpRequest
from ninja import File, Router, Status
from ninja.files import UploadedFile

from community import services, wire
from community.api.schemas import FileChange, FileOut, bounded
from community.policies import get_file_for
from core.access import guarded
from core.api import problems
from networks.policies import get_space_for

router = Router(tags=["community"])


@router.post("/networks/{slug}/files", response={201: FileOut, **problems(403, 404, 409, 413)})
@guarded("networks.see_space")
def keep_file(request: HttpRequest, slug: str, file: File[UploadedFile]) -> Any:
    """Send a file for a post that is still to be written; it waits for a day. A picture is made smaller."""
    network = get_space_for(request.user, slug)
    return Status(201, wire.file(services.keep_file(network=network, by=request.user, file=file)))


@router.patch("/files/{file_id}", response={200: FileOut, **problems(403, 404)})
@guarded("community.edit_post")
def describe_file(request: HttpRequest, file_id: int, given: FileChange) -> Any:
    """Say what is in a picture of one's own."""
    file = get_file_for(request.user, bounded(file_id))
    return wire.file(services.describe_file(file=file, by=request.user, alt=given.alt))


@router.delete("/files/{file_id}", response={204: None, **problems(403, 404)})
@guarded("community.edit_post")
def remove_file(request: HttpRequest, file_id: int) -> Any:
    """Take one's own file away."""
    services.remove_file(file=get_file_for(request.user, bounded(file_id)), by=request.user)
    return Status(204, None)
