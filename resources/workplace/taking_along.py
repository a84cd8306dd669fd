"""Everything in the library as a download, for editors."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin.menu import MenuItem

from core.access import guarded
from resources.moving.exporting import FORMATS, NAME, everything
from resources.policies import is_editor


@require_safe
@guarded("resources.policies.is_editor")
def export_page(request: HttpRequest) -> HttpResponse:
    """The choice between the formats."""
    _require_editor(request)
    context = {"formats": list(FORMATS), "number": everything().count()}
    return render(request, "resources/workplace/export.html", context)


@require_safe
@guarded("resources.policies.is_editor")
def export_file(request: HttpRequest, kind: str) -> StreamingHttpResponse:
    """All practices, sent while they are read."""
    _require_editor(request)
    write, content_type = FORMATS[kind]
    name = f"{NAME}-{timezone.localdate().isoformat()}.{kind}"
    response = StreamingHttpResponse(write(everything()), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def urls() -> list[Any]:
    """Below /admin/."""
    files = [
        path(f"praktijkvoorbeelden/export/{kind}/", export_file, {"kind": kind}, f"export_practices_{kind}")
        for kind in FORMATS
    ]
    return [path("praktijkvoorbeelden/export/", export_page, name="export_practices"), *files]


class ExportItem(MenuItem):
    """A line in the menu of the library, for editors."""

    def __init__(self) -> None:
        super().__init__(
            _("Export of everything"),
            reverse("export_practices"),
            name="export-practices",
            icon_name="download",
            order=90,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(is_editor(request.user))


def _require_editor(request: HttpRequest) -> None:
    if not is_editor(request.user):
        raise PermissionDenied
