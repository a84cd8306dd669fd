"""Collections for readers."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.access import guarded, public
from core.page_cache import visitors_page
from resources.collected.policies import get_collection_for
from resources.models import Collection, Practice

PER_PAGE = 24


@require_safe
@visitors_page(("page",))
@public
def collections(request: HttpRequest) -> HttpResponse:
    """The collections that this reader may see."""
    found = Collection.objects.visible_to(request.user).counting_practices()
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "resources/collected/list.html", {"page_obj": page})


@require_safe
@visitors_page(())
@guarded("resources.see_collection")
def collection(request: HttpRequest, slug: str) -> HttpResponse:
    """One collection: its published practices, in the editors' order."""
    found = get_collection_for(request.user, slug)
    rows = list(found.rows.filter(practice__state=Practice.State.PUBLISHED).order_by("sort_order", "pk"))
    practices = Practice.objects.filter(pk__in=[row.practice_id for row in rows]).with_facts().counting_materials()
    by_id = {practice.pk: practice for practice in practices}
    shown = [(row.sentence, by_id[row.practice_id]) for row in rows if row.practice_id in by_id]
    return render(request, "resources/collected/collection.html", {"collection": found, "shown": shown})
