from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import File, Form, Query, Router, Status
from ninja.decorators import decorate_view
from ninja.files import UploadedFile

from core.access import guarded
from core.api import PageQuery, idempotent, page_of, paginate, problems
from core.errors import InvalidInput
from networks import services
from networks.models import SupportFile, SupportMessage, SupportRequest
from networks.policies import get_own_place_in, get_space_for
from networks.schemas.support import (
    SupportEvaluationIn,
    SupportFileOut,
    SupportHandleIn,
    SupportIn,
    SupportMessageIn,
    SupportMessageOut,
    SupportOut,
)
from networks.schemas.types import RowId
from networks.support_policies import get_support_request_for, get_support_request_to_run, handlers_of, handles

router = Router(tags=["support"])
DOOR = "networks.support_policies.get_support_request_for"


@router.get("/networks/{slug}/support", response={200: page_of(SupportOut), **problems(403, 404)})
@guarded("networks.see_space")
def list_support(request: HttpRequest, slug: str, page: Query[PageQuery]) -> Any:
    """Those of your own school; all of the network for facilitators and the organisation."""
    network = get_space_for(request.user, slug)
    return paginate(SupportRequest.objects.visible_to(request.user).filter(network=network).with_facts(), page)


@router.post("/networks/{slug}/support", response={201: SupportOut, **problems(403, 404, 409)})
@decorate_view(idempotent)
@guarded("networks.see_space")
def ask_for_support(request: HttpRequest, slug: str, body: SupportIn) -> Status:
    """Ask for your school; a school has one open request at a time."""
    own = get_own_place_in(request.user, get_space_for(request.user, slug))
    return Status(201, services.ask_for_support(enrolment=own, **body.dict()))


@router.get("/support/{pk}", response={200: SupportOut, **problems(404)})
@guarded(DOOR)
def show_support(request: HttpRequest, pk: RowId) -> SupportRequest:
    """One request."""
    return get_support_request_for(request.user, pk)


@router.put("/support/{pk}", response={200: SupportOut, **problems(404, 409)})
@guarded("networks.facilitate")
def handle_support(request: HttpRequest, pk: RowId, body: SupportHandleIn) -> SupportRequest:
    """Take it in hand, or say how it stands."""
    found = get_support_request_to_run(request.user, pk)
    owner = handlers_of(found.network).filter(pk=body.owner).first() if body.owner else None
    if body.owner and owner is None:
        raise InvalidInput(errors={"owner": [_("Choose a facilitator or somebody of the organisation.")]})
    return services.handle_support(request=found, by=request.user, owner=owner, state=body.state)


@router.post("/support/{pk}/evaluation", response={200: SupportOut, **problems(404)})
@guarded(DOOR)
def evaluate_support(request: HttpRequest, pk: RowId, body: SupportEvaluationIn) -> SupportRequest:
    """Close it with what it brought."""
    found = get_support_request_for(request.user, pk)
    return services.evaluate_support(request=found, by=request.user, **body.dict())


@router.get("/support/{pk}/messages", response={200: page_of(SupportMessageOut), **problems(404)})
@guarded(DOOR)
def list_messages(request: HttpRequest, pk: RowId, page: Query[PageQuery]) -> Any:
    """All that was said, the first message first."""
    said = get_support_request_for(request.user, pk).messages.select_related("author", "request__network")
    return paginate(said.prefetch_related("files"), page)


@router.post("/support/{pk}/messages", response={201: SupportMessageOut, **problems(404, 409)})
@decorate_view(idempotent)
@guarded(DOOR)
def write(request: HttpRequest, pk: RowId, body: SupportMessageIn) -> Status:
    """Add a message."""
    return Status(201, _said(request, pk, body.text))


@router.get("/support/{pk}/files", response={200: page_of(SupportFileOut), **problems(404)})
@guarded(DOOR)
def list_files(request: HttpRequest, pk: RowId, page: Query[PageQuery]) -> Any:
    """All files of the messages, the first first."""
    files = SupportFile.objects.filter(message__request=get_support_request_for(request.user, pk))
    return paginate(files.select_related("message__request__network").order_by("pk"), page)


@router.post("/support/{pk}/files", response={201: SupportMessageOut, **problems(404, 409, 413)})
@decorate_view(idempotent)
@guarded(DOOR)
def write_with_file(request: HttpRequest, pk: RowId, file: File[UploadedFile], body: Form[SupportMessageIn]) -> Status:
    """Add a message with a file of at most 25 MB."""
    return Status(201, _said(request, pk, body.text, file))


def _said(request: HttpRequest, pk: int, text: str, *files: UploadedFile) -> SupportMessage:
    found = get_support_request_for(request.user, pk)
    by_school = not handles(request.user, found.network)
    return services.write_about_support(request=found, by=request.user, by_school=by_school, text=text, files=files)
