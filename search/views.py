from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from core.access import public
from search import services
from search.clean import clean
from search.plan import LONGEST_QUERY
from search.request import DEEPEST
from search.results import FacetValue, SearchResults
from search.searchable import Label, by_kind

PER_PAGE = 20
SORTS = {"relevance": _("Best answer first"), "newest": _("Newest first"), "title": _("By title")}


@require_GET
@public
def results(request: HttpRequest) -> HttpResponse:
    """Everything that this reader may find, of all kinds."""
    text = clean(request.GET.get("q", ""), LONGEST_QUERY).strip()
    sort = request.GET.get("sort", "relevance")
    number = _page_number(request)
    found = _search(request, text, sort, number) if text else SearchResults(total=0)
    paginator = Paginator(range(min(found.total, DEEPEST)), PER_PAGE)
    if found.total and not found.items:  # past the last page: show the last one
        number = paginator.num_pages
        found = _search(request, text, sort, number)
    context = {
        "text": text,
        "found": found,
        "facets": _offered(request, found),
        "sort": sort,
        "sorts": SORTS,
        "page_obj": Page([], number, paginator),
    }
    return render(request, "search/results.html", context)


@require_GET
@public
def suggestions(request: HttpRequest) -> HttpResponse:
    """A fragment with the titles that fit what is being typed; empty when there are none."""
    text = clean(request.GET.get("q", ""), LONGEST_QUERY).strip()
    hits = services.suggest(user=request.user, text=text, kinds=request.GET.getlist("in")[:10])
    return render(request, "search/suggestions.html", {"hits": hits})


def _search(request: HttpRequest, text: str, sort: str, number: int) -> SearchResults:
    chosen = {name: request.GET.getlist(name) for name in ["kind", *_facet_titles(request)]}
    return services.search(
        user=request.user, text=text, facets=chosen, sort=sort, limit=PER_PAGE, offset=(number - 1) * PER_PAGE
    )


def _facet_titles(request: HttpRequest) -> dict[str, Label]:
    """The facets of the one kind chosen; among several kinds there is only the kind itself to choose."""
    kinds = request.GET.getlist("kind")
    searchable = by_kind(kinds[0]) if len(kinds) == 1 else None
    return {name: searchable.facet_titles.get(name, name) for name in searchable.facets} if searchable else {}


def _offered(request: HttpRequest, found: SearchResults) -> list[tuple[str, Label, list[FacetValue]]]:
    """Name, title and values of every facet that leaves something to choose."""
    titles = {"kind": _("What are you looking for?"), **_facet_titles(request)}
    return [(name, title, found.facets[name]) for name, title in titles.items() if found.facets.get(name)]


def _page_number(request: HttpRequest) -> int:
    number = request.GET.get("page", "1")
    return (
        max(1, min(int(number), DEEPEST // PER_PAGE))
        if number.isascii() and number.isdigit() and len(number) < 9
        else 1
    )
