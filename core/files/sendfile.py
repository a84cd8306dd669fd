"""Sends an uploaded file piece by piece; django-sendfile2's own simple backend reads all of it into memory."""

from pathlib import Path
from typing import Any

from django.http import FileResponse, HttpRequest
from django.views.decorators.http import condition
from django_sendfile.backends.simple import generate_etag, last_modified


def sendfile(request: HttpRequest, filepath: Path | str, **options: Any) -> FileResponse:
    """The file's bytes, or 304 when the reader has them. django_sendfile adds type, name and length.

    Wagtail sends its documents through the same setting, and gives the path as text.
    """
    return _sent(request, Path(filepath))


@condition(etag_func=generate_etag, last_modified_func=last_modified)
def _sent(request: HttpRequest, filepath: Path) -> FileResponse:
    return FileResponse(filepath.open("rb"))
