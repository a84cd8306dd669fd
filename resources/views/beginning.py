"""The first page of a practice."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from core.access import signed_in
from core.errors import DomainError
from networks.beginning import elsewhere_for
from networks.views.forms import status_of
from resources.beginning.forms import BeginForm
from resources.beginning.services import begin_practice
from resources.errors import MayNotContribute
from resources.policies import can_contribute, contributes_to
from resources.steps import STEPS


@require_http_methods(["GET", "POST"])
@signed_in
def contribute(request: HttpRequest) -> HttpResponse:
    """Begin a new practice. A double click makes one: the form carries a key."""
    if not can_contribute.test(request.user):
        raise MayNotContribute
    form = BeginForm(request.POST or None, person=request.user, initial={"network": _network(request)})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            practice = begin_practice(
                by=request.user,
                title=given["title"],
                network=given["network"],
                beginning=form.beginning,
                key=given["key"],
            )
            return redirect("resources:step", slug=practice.slug, key=STEPS[0].key)
        except DomainError as error:
            form.refuse(error)
    elsewhere = elsewhere_for(request.user, contributes_to(request.user))
    context = {"form": form, "elsewhere": elsewhere}
    return render(request, "resources/contribute.html", context, status=status_of(form))


def _network(request: HttpRequest) -> Any:
    """The network one comes from, or the only one."""
    networks = contributes_to(request.user)
    chosen = networks.filter(slug=request.GET.get("network", "").replace("\x00", "")).first()
    return chosen or (networks.first() if networks.count() == 1 else None)
