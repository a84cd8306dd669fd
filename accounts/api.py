from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import create_model

from accounts import export, me
from core.access import guarded

router = Router(tags=["me"])


class OwnPersonOut(Schema):
    """The person whose token or session it is."""

    email: str
    name: str
    first_name: str
    last_name: str
    language: str


# The apps have registered their parts before the API is described.
MeOut = create_model(
    "MeOut",
    __base__=OwnPersonOut,
    **{part.name: (part.type, ...) for part in me.registered()},  # type: ignore[call-overload]
)
ZIP = {200: {"description": "OK", "content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}}}}


@router.get("/me", response=MeOut, summary="Who I am")
@guarded("oneself only")
def own_person(request: HttpRequest) -> dict[str, Any]:
    person = request.user
    known = {name: getattr(person, name) for name in OwnPersonOut.model_fields}
    return known | {part.name: part.load(person) for part in me.registered()}


@router.get("/me/export", summary="All of my data, as a zip", openapi_extra={"responses": ZIP})
@guarded("oneself only")
def own_export(request: HttpRequest) -> HttpResponse:
    return zip_response(export.build(request.user))


def zip_response(content: bytes) -> HttpResponse:
    """The export as a download that nothing on the way may keep."""
    return HttpResponse(
        content,
        content_type="application/zip",
        headers={"Content-Disposition": 'attachment; filename="leernetwerk.zip"', "Cache-Control": "private, no-store"},
    )
