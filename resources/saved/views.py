"""Keeping searches: from what was found, or from nothing found."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.access import guarded, signed_in
from core.errors import NotFound
from networks.views.forms import status_of, stored
from resources.browsing import Browse
from resources.models import SavedSearch
from resources.saved import services
from resources.saved.forms import NameForm
from resources.saved.policies import get_saved_for


@never_cache
@require_safe
@signed_in
def saved_searches(request: HttpRequest) -> HttpResponse:
    """The own searches: open one, pause it, throw it away."""
    own = SavedSearch.objects.of(request.user)
    return render(request, "resources/saved/list.html", {"searches": own, "most": services.MOST})


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
def keep(request: HttpRequest) -> HttpResponse:
    """Keep the question that stands in the address, under a name."""
    browse = Browse.of(request.GET)
    if not browse.text and not browse.facets:
        return redirect("resources:library")
    words = services.described(browse.text, browse.facets)
    suggested = Truncator(", ".join(filter(None, [browse.text, words]))).chars(services.LONGEST_NAME)
    form = NameForm(request.POST or None, initial={"name": suggested})

    def save() -> Any:
        return services.keep_search(person=request.user, text=browse.text, facets=browse.facets, **form.cleaned_data)

    if request.method == "POST" and form.is_valid() and stored(form, save):
        messages.success(request, _("Kept. You hear as soon as something new fits."))
        return redirect("resources:saved_searches")
    context = {"browse": browse, "words": words, "form": form}
    return render(request, "resources/saved/keep.html", context, status=status_of(form))


@require_POST
@signed_in
@guarded("resources.keep_search")
def pause(request: HttpRequest, pk: int) -> HttpResponse:
    """Hear nothing of it for a while, or hear of it again."""
    found = get_saved_for(request.user, pk)
    services.change_search(search=found, by=request.user, paused="on" not in request.POST)
    return redirect("resources:saved_searches")


@require_POST
@signed_in
@guarded("resources.keep_search")
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw it away; a second press finds it gone already."""
    try:
        services.drop_search(search=get_saved_for(request.user, pk), by=request.user)
    except NotFound:
        return redirect("resources:saved_searches")
    messages.success(request, _("The search is removed."))
    return redirect("resources:saved_searches")
