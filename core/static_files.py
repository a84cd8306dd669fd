"""Stores style sheets, scripts and icons by their content, serves them, and lets every other request pass at once."""

from collections.abc import Callable

from asgiref.sync import async_to_sync
from django.conf import settings
from django.contrib.staticfiles.apps import StaticFilesConfig as DjangoStaticFilesConfig
from django.http import HttpRequest, HttpResponseBase
from servestatic.middleware import ServeStaticMiddleware
from servestatic.storage import CompressedManifestStaticFilesStorage


class StaticFilesConfig(DjangoStaticFilesConfig):
    """Leaves out the extensions of htmx, none used: a remark in one reads as an import of what is not there."""

    ignore_patterns = [*DjangoStaticFilesConfig.ignore_patterns, "django_htmx/ext/*"]


class StaticFilesStorage(CompressedManifestStaticFilesStorage):
    """A module names the modules it imports by their content too, so that a new page never runs with an old part."""

    support_js_module_import_aggregation = True


def static_files(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """ServeStatic for the addresses of static files alone.

    It is asynchronous, and every page that went through it would change threads twice.
    """

    async def pass_on(request: HttpRequest) -> HttpResponseBase:
        return get_response(request)  # no such file: the page that says so

    serve = async_to_sync(ServeStaticMiddleware(pass_on).__call__)

    def middleware(request: HttpRequest) -> HttpResponseBase:
        return serve(request) if request.path_info.startswith(settings.STATIC_URL) else get_response(request)

    return middleware
