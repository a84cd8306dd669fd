from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from core.access import public
from core.page_cache import visitors_page
from search import services
from search.asked import PER_PAGE, Asked, parameters, query_of
from search.askers import is_person
from search.clean import clean
from search.plan import LONGEST_QUERY
from search.request import DEEPEST
from search.results import SearchResults


@require_safe
@vary_on_headers("HX-Request", "HX-History-Restore-Request")
@visitors_page(parameters)
@public
def results(request: HttpRequest) -> HttpResponse:
    """Everything that this reader may find, of all kinds. htmx gets the results only."""
    asked = Asked.of(request.GET)
    context = _start(request) if asked.is_empty else _found(request, asked)
    only_results = request.htmx and not request.htmx.history_restore_request
    response = render(request, f"search/{'_found' if only_results else 'results'}.html", {"asked": asked, **context})
    if only_results:
        response["HX-Push-Url"] = request.path + asked.query
    if context.get("promoted") or context.get("help"):
        patch_cache_control(response, no_store=True)  # each time it is asked counts
    return response


@require_safe
@public
def suggestions(request: HttpRequest) -> HttpResponse:
    """A fragment with the titles that fit what is being typed; empty when there are none."""
    text = clean(request.GET.get("q", ""), LONGEST_QUERY).strip()
    hits = services.suggest(user=request.user, text=text, kinds=request.GET.getlist("in")[:10])
    return render(request, "search/suggestions.html", {"hits": hits})


def _start(request: HttpRequest) -> dict[str, Any]:
    """Nothing is asked yet: where to begin."""
    everything = services.search(user=request.user, limit=0)
    entrances = services.entrances(user=request.user)
    led_to = {entrance.kind for entrance in entrances}
    kinds = [(it, query_of("", {"kind": [it.value]})) for it in everything.facets["kind"] if it.value not in led_to]
    return {"kinds": kinds, "entrances": entrances}


def _found(request: HttpRequest, asked: Asked) -> dict[str, Any]:
    found = _search(request, asked, asked.page)
    paginator = Paginator(range(min(found.total, DEEPEST)), PER_PAGE)
    number = min(asked.page, paginator.num_pages)
    if number != asked.page and found.total:  # past the last page: show the last one
        found = _search(request, asked, number)
    context: dict[str, Any] = {
        "found": found,
        "groups": asked.groups(found),
        "filters": asked.filters(found),
        "page_obj": Page([], number, paginator),
    }
    if not asked.chosen and number == 1:
        context["promoted"] = services.promoted_for(user=request.user, text=asked.text)
    return context if found.total else context | _nothing(request, asked, bool(context.get("promoted")))


def _nothing(request: HttpRequest, asked: Asked, promoted: bool) -> dict[str, Any]:
    """What helps who finds nothing. Only a question about everything counts as one that we have no answer to."""
    if asked.chosen:
        return {"unfiltered": services.search(user=request.user, text=asked.text, limit=0).total}
    if asked.page == 1 and not promoted and is_person(request):
        services.note_failed(asked.text)
    return {"help": services.help_with(user=request.user, text=asked.text)}


def _search(request: HttpRequest, asked: Asked, number: int) -> SearchResults:
    return services.search(
        user=request.user,
        text=asked.text,
        facets=asked.chosen,
        sort=asked.sort,
        limit=PER_PAGE,
        offset=(number - 1) * PER_PAGE,
    )
