"""Reading: the library, one practice, its materials."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from core.access import guarded, public, signed_in
from core.errors import NotFound
from core.files import download, show
from core.page_cache import visitors_page
from networks.policies import get_space_for
from resources.browsing import Browse
from resources.loosening import help_to_find
from resources.models import Practice
from resources.notice import raise_if_withdrawn
from resources.policies import (
    can_change,
    can_contribute,
    can_review,
    can_withdraw,
    get_material_for,
    get_practice_for,
    reviews_anything,
)
from resources.previews.pictures import small_picture
from resources.quotes.showing import quotes_to_show
from resources.reading.card import Card
from resources.reading.citing import address_of
from resources.reading.showing import around
from resources.services import count_download
from resources.tried.showing import trials_to_show
from search.askers import is_person
from search.results import SearchHit, SearchResults
from search.services import note_failed, search

PER_PAGE = 20


@require_safe
@vary_on_headers("HX-Request", "HX-History-Restore-Request")
@visitors_page(Browse.PARAMETERS)
@public
def library(request: HttpRequest) -> HttpResponse:
    """Published practices: searched, narrowed by facets, page by page. htmx gets the results only."""
    browse = Browse.of(request.GET, request.user)
    results = _search(request, browse, browse.page)
    page_obj = Paginator(range(results.total), PER_PAGE).get_page(browse.page)
    if page_obj.number != browse.page:  # beyond the last page: show the last
        results = _search(request, browse, page_obj.number)
    context = {
        "browse": browse,
        "results": results,
        "cards": _cards(results.items),
        "groups": list(browse.groups(results)),
        "filters": browse.filters(results),
        "page_obj": page_obj,
        **({} if results.total else help_to_find(request.user, browse, results)),
    }
    only_results = request.htmx and not request.htmx.history_restore_request
    response = render(request, f"resources/library{'_results' if only_results else ''}.html", context)
    if not results.total and browse.asks_in_words_alone:
        patch_cache_control(response, no_store=True)  # each time it is asked counts
        if is_person(request):
            note_failed(browse.text)
    if only_results:
        response["HX-Push-Url"] = request.path + browse.query().rstrip("?")
    return response


def _search(request: HttpRequest, browse: Browse, page: int) -> SearchResults:
    return search(user=request.user, kinds=["practice"], limit=PER_PAGE, offset=(page - 1) * PER_PAGE, **browse.asked)


def _cards(hits: list[SearchHit]) -> list[Card]:
    """The hits as cards; what is no longer published drops out, whatever an index remembers."""
    still = Practice.objects.published().filter(pk__in=[hit.object_id for hit in hits]).order_by()
    published = set(still.values_list("pk", flat=True))
    return [Card.of_hit(hit) for hit in hits if int(hit.object_id) in published]


@require_safe
@visitors_page(())
@guarded("resources.see_practice")
def practice(request: HttpRequest, slug: str) -> HttpResponse:
    """One practice to read; not yet published ones only for those who work on it."""
    try:
        found = get_practice_for(request.user, slug)
    except NotFound:
        raise_if_withdrawn(slug, request.user)
        raise
    return render(request, "resources/practice.html", _page(request, found, found))


@require_safe
@signed_in
def preview(request: HttpRequest, slug: str) -> HttpResponse:
    """The newest text of a practice as it would look; the same page once there is nothing new."""
    original = get_practice_for(request.user, slug)
    latest = original.latest
    if latest == original or not (can_change.test(request.user, latest) or can_review.test(request.user, latest)):
        return redirect(original)
    return render(request, "resources/practice.html", _page(request, original, latest))


def _page(request: HttpRequest, original: Practice, shown: Practice) -> dict[str, Any]:
    user, latest = request.user, original.latest
    return {
        "original": original,
        "practice": shown,
        "materials": shown.materials.with_pages(),
        "quotes": quotes_to_show(original, user),
        **trials_to_show(original, user),
        **around(original, shown),
        "address": address_of(original),
        "is_preview": shown != original,
        "may_change": can_change.test(user, original),
        "may_review": latest.is_waiting and can_review.test(user, latest),
        "may_withdraw": original.state != Practice.State.WITHDRAWN and can_withdraw.test(user, original),
    }


@require_safe
@guarded("resources.see_practice")
def material(request: HttpRequest, pk: int) -> HttpResponse:
    """Download a file. It is never shown inside our pages, whatever it holds."""
    found = get_material_for(request.user, pk)
    if found.link:
        return redirect(found.link)
    count_download(practice=found.practice)
    return download(request, found.file, name=found.name, content_type=found.content_type)


@require_safe
@guarded("resources.see_practice")
def picture(request: HttpRequest, pk: int) -> HttpResponse:
    """A small picture of a picture or of the first page of a PDF, inside our pages; made anew by ourselves."""
    found = get_material_for(request.user, pk)
    if page := found.page:
        return show(request, page.picture, content_type="image/webp")
    response = HttpResponse(small_picture(found), content_type="image/webp")
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-cache"
    return response


@require_safe
@signed_in
def room(request: HttpRequest, slug: str) -> HttpResponse:
    """The practices of one network, in its members' space."""
    network = get_space_for(request.user, slug)
    practices = Practice.objects.filter(network=network).originals().with_facts().counting_materials()
    return render(
        request,
        "resources/room.html",
        {
            "network": network,
            "room": "practices",
            "published": Paginator(practices.published(), PER_PAGE).get_page(request.GET.get("page")),
            "own": practices.written_by(request.user).exclude(state=Practice.State.PUBLISHED),
            "may_contribute": can_contribute.test(request.user),
            "reviews": reviews_anything(request.user),
        },
    )
