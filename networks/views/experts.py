"""The facilitator invites experts to a meeting: a name and a mail address, and no account."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core.access import signed_in
from networks import services
from networks.forms.guests import ExpertForm
from networks.models import GuestPass
from networks.policies import get_cockpit_to_change, get_expert_at, get_meeting_in
from networks.views.forms import status_of, stored


@require_http_methods(["GET", "POST"])
@signed_in
def experts(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Who is invited as expert, and a form for one more."""
    network = get_cockpit_to_change(request.user, slug)
    meeting = get_meeting_in(network, pk)
    form = ExpertForm(request.POST or None)
    if form.is_valid() and (
        invited := stored(form, lambda: services.invite_expert(meeting=meeting, by=request.user, **form.cleaned_data))
    ):
        messages.success(request, _("%(name)s is invited, and gets a mail.") % {"name": invited.name})
        return redirect("networks:experts", slug, pk)
    context = {
        "network": network,
        "room": "cockpit",
        "meeting": meeting,
        "experts": GuestPass.objects.coming_to(meeting).experts(),
        "form": form,
    }
    return render(request, "networks/meetings/experts.html", context, status=status_of(form))


@require_POST
@signed_in
def withdraw_expert(request: HttpRequest, slug: str, pk: int, expert: int) -> HttpResponse:
    """The expert does not come after all, and is told."""
    meeting = get_meeting_in(get_cockpit_to_change(request.user, slug), pk)
    guest = get_expert_at(meeting, expert)
    services.withdraw_expert(guest=guest, by=request.user)
    messages.success(request, _("%(name)s is no longer expected, and gets a mail.") % {"name": guest.name})
    return redirect("networks:experts", slug, pk)
