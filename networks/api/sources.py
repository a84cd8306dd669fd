from typing import Any

from django.http import HttpRequest
from ninja import File, Form, Query, Router, Status
from ninja.decorators import decorate_view
from ninja.files import UploadedFile

from core.access import guarded
from core.api import PageQuery, idempotent, page_of, paginate, problems
from networks import services
from networks.models import Source
from networks.policies import get_own_place_in, get_space_for
from networks.schemas.sources import SourceFacts, SourceIn, SourceOut
from networks.schemas.types import RowId
from networks.source_policies import get_own_source_for

router = Router(tags=["networks"])
OWN = "networks.source_policies.get_own_source_for"


@router.get("/networks/{slug}/sources", response={200: page_of(SourceOut), **problems(403, 404)})
@guarded("networks.see_space")
def list_sources(request: HttpRequest, slug: str, page: Query[PageQuery]) -> Any:
    """What participants noted at their learning questions, the first first."""
    network = get_space_for(request.user, slug)
    return paginate(Source.objects.of_participants().filter(enrolment__network=network).with_address(), page)


@router.post("/networks/{slug}/sources", response={201: SourceOut, **problems(403, 404, 409)})
@decorate_view(idempotent)
@guarded("networks.see_space")
def add_source(request: HttpRequest, slug: str, body: SourceIn) -> Status:
    """Note a source at your own learning question."""
    own = get_own_place_in(request.user, get_space_for(request.user, slug))
    return Status(201, services.add_source(enrolment=own, **body.dict()))


@router.post("/networks/{slug}/sources/files", response={201: SourceOut, **problems(403, 404, 409, 413)})
@decorate_view(idempotent)
@guarded("networks.see_space")
def add_source_file(request: HttpRequest, slug: str, file: File[UploadedFile], about: Form[SourceFacts]) -> Status:
    """Note a source with its file, of at most 25 MB."""
    own = get_own_place_in(request.user, get_space_for(request.user, slug))
    return Status(201, services.add_source(enrolment=own, file=file, **about.dict()))


@router.put("/sources/{pk}", response={200: SourceOut, **problems(403, 404, 409)})
@guarded(OWN)
def change_source(request: HttpRequest, pk: RowId, body: SourceIn) -> Source:
    """Change what you noted. A file that goes with it stays, unless a link takes its place."""
    return services.change_source(source=get_own_source_for(request.user, pk), **body.dict())


@router.delete("/sources/{pk}", response={204: None, **problems(403, 404, 409)})
@guarded(OWN)
def remove_source(request: HttpRequest, pk: RowId) -> Status:
    """It goes, with its file."""
    services.remove_source(source=get_own_source_for(request.user, pk))
    return Status(204, None)
