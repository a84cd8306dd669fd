from django.db.models.fields.files import FieldFile
from django.http import HttpRequest, HttpResponse
from django_sendfile import sendfile


def download(request: HttpRequest, file: FieldFile, *, name: str, content_type: str) -> HttpResponse:
    """The file as a download, never shown inside our pages, whatever it holds. The caller has asked the policy."""
    response = sendfile(request, file.path, attachment=True, attachment_filename=name, mimetype=content_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-cache"
    return response
