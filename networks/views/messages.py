from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from core.access import signed_in
from core.errors import DomainError
from networks import services
from networks.forms.messages import MessageForm
from networks.policies import get_cockpit_to_change

SHOWN = 20


@require_http_methods(["GET", "POST"])
@signed_in
def write_to_members(request: HttpRequest, slug: str) -> HttpResponse:
    """A message to a selection of the participants, and what was sent before. aan: whom to choose beforehand."""
    network = get_cockpit_to_change(request.user, slug)
    chosen = request.GET.get("aan", "")
    form = MessageForm(request.POST or None, network=network, to=chosen.split(".") if chosen else ())
    if form.is_valid():
        try:
            sent = services.write_to_members(network=network, by=request.user, **form.cleaned_data)
        except DomainError as error:
            form.refuse(error)
        else:
            number = sent.recipients.count()
            text = ngettext("Your message went to %d person.", "Your message went to %d people.", number)
            messages.success(request, text % number)
            return redirect("networks:write_to_members", slug)
    before = network.messages.select_related("author").prefetch_related("recipients")[:SHOWN]
    context = {"network": network, "room": "cockpit", "form": form, "before": before}
    return render(request, "networks/messages.html", context, status=422 if form.errors else 200)
