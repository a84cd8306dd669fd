from django.db.models.fields.files import FieldFile
from django.http import HttpRequest, HttpResponse
from django_sendfile import sendfile


def download(request: HttpRequest, file: FieldFile, *, name: str, content_type: str) -> HttpResponse:
    """The file as a download, never shown inside our pages, whatever it holds. The caller has asked the policy."""
    return _closed(sendfile(request, file.path, attachment=True, attachment_filename=name, mimetype=content_type))


def show(request: HttpRequest, file: FieldFile, *, content_type: str) -> HttpResponse:
    """A file that we made ourselves, such as a picture, inside a page. The caller has asked the policy."""
    return _closed(sendfile(request, file.path, mimetype=content_type))


def _closed(response: HttpResponse) -> HttpResponse:
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-cache"
    return response
