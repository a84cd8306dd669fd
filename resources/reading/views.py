"""Taking a practice along: all its materials at once, and a card for other sites."""

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from core.access import guarded
from core.errors import NotFound
from core.page_cache import visitors_page
from resources.models import Practice
from resources.policies import get_practice_for
from resources.reading.citing import citation
from resources.reading.versions import versions_of
from resources.reading.zipping import named, zipped
from resources.services import count_download


@require_safe
@guarded("resources.see_practice")
def materials_zip(request: HttpRequest, slug: str) -> HttpResponseBase:
    """All files of a practice in one, with how to name the source and the links. 404 when there are no files."""
    practice = get_practice_for(request.user, slug)
    materials = list(practice.materials.all())
    if not named(materials):
        raise NotFound
    response: HttpResponseBase = HttpResponse()
    if request.method == "GET":
        count_download(practice=practice)
        response = StreamingHttpResponse(zipped(materials, _texts_with(practice)))
    response["Content-Type"] = "application/zip"
    response["Content-Disposition"] = f'attachment; filename="{practice.slug}.zip"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-cache"
    return response


def _texts_with(practice: Practice) -> dict[str, str]:
    numbers = [it.number for it in versions_of(practice)] or [1]
    source = f"{citation(practice, numbers[0])}\n{practice.licence_facts.label}\n{practice.licence_facts.deed}\n"
    links = "".join(f"{it.title}\n{it.link}\n\n" for it in practice.materials.all() if it.link)
    return {_("source.txt"): source} | ({_("links.txt"): links} if links else {})


@require_safe
@csp_replace({"frame-ancestors": ["*"]})
@xframe_options_exempt
@visitors_page(())
@guarded("resources.see_practice")
def embedded(request: HttpRequest, slug: str) -> HttpResponse:
    """A small card with public facts only, which any site may show in a frame; of published practices alone."""
    practice = get_practice_for(request.user, slug)
    if not practice.is_published:
        raise NotFound
    return render(request, "resources/reading/embedded.html", {"practice": practice})
