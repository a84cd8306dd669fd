from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.access import guarded, signed_in
from core.errors import DomainError
from networks import services
from networks.forms.guests import GuestForm
from networks.material_policies import shared_with
from networks.models import GuestPass
from networks.policies import get_guest_pass_for, get_own_place_at
from networks.seats import is_full


@require_http_methods(["GET", "POST"])
@signed_in
def guest(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Bring a colleague to the meeting, or another one in the place of the first."""
    meeting, own = get_own_place_at(request.user, pk)
    current = GuestPass.objects.filter(meeting=meeting, enrolment=own, withdrawn_at=None).first()
    form = GuestForm(request.POST or None, initial=_shown(current))
    if form.is_valid():
        try:
            invited = services.invite_guest(meeting=meeting, enrolment=own, **form.cleaned_data)
        except DomainError as error:
            form.add_error("email", str(error))
        else:
            messages.success(request, _("%(guest)s comes along, and gets a mail.") % {"guest": invited.name})
            return redirect(meeting.url)
    context = {
        "network": meeting.series.network,
        "room": "meetings",
        "meeting": meeting,
        "enrolment": own,
        "guest": current,
        "full": current is None and is_full(meeting),
        "form": form,
    }
    return render(request, "networks/meetings/guest.html", context, status=422 if form.is_bound else 200)


@require_POST
@signed_in
def withdraw_guest(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The colleague does not come after all."""
    meeting, own = get_own_place_at(request.user, pk)
    for current in GuestPass.objects.filter(meeting=meeting, enrolment=own, withdrawn_at=None):
        current.meeting = meeting
        services.withdraw_guest(guest=current)
        messages.success(request, _("%(guest)s does not come, and gets a mail.") % {"guest": current.name})
    return redirect(meeting.url)


@never_cache
@require_safe
@guarded("whoever holds the guest's link")
def guest_page(request: HttpRequest, token: str) -> HttpResponse:
    """What a guest needs to know of this one meeting; no account, and nothing else of the network."""
    guest = get_guest_pass_for(token)
    context = {
        "guest": guest,
        "meeting": guest.meeting,
        "materials": shared_with(guest).in_time(),
        "token": guest.token,
    }
    return render(request, "networks/meetings/guest_page.html", context)


def _shown(current: GuestPass | None) -> dict[str, str]:
    return {"name": current.name, "email": current.email, "role": current.role} if current else {}
