from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from core.access import guarded, signed_in
from core.errors import NotFound
from networks import services
from networks.calendar import calendar_of, others_of
from networks.models import CalendarFeed, Enrolment, Meeting, Network
from networks.policies import get_calendar_feed_for, get_meeting_in, get_network_for


@never_cache
@require_safe
@guarded("whoever holds the secret address")
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """All that is planned with a person, for a calendar program that fetches it. The token is in no log."""
    if not token.endswith(".ics"):
        raise NotFound
    person = get_calendar_feed_for(token.removesuffix(".ics")).person
    own = Enrolment.objects.accepted().filter(person=person).values("network")
    networks = Network.objects.filter(Q(pk__in=own) | Q(facilitators=person))
    meetings = Meeting.objects.with_network().filter(series__network__in=networks, starts_at__isnull=False)
    with translation.override(person.language):
        content = calendar_of(
            meetings.order_by("starts_at", "pk"),
            language=person.language,
            inside=True,
            title=_("Learning networks"),
            others=others_of(person),
        )
    return _file(content, "leernetwerken.ics")


@require_safe
@guarded("networks.visible_to")
def meeting_calendar(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One meeting as a calendar file; the online address only for those who are at home in the network."""
    network = get_network_for(request.user, slug)
    meeting = get_meeting_in(network, pk)
    if meeting.starts_at is None:
        raise NotFound
    inside = request.user.has_perm("networks.see_space", network)
    content = calendar_of([meeting], language=translation.get_language() or settings.LANGUAGE_CODE, inside=inside)
    response = _file(content, f"bijeenkomst-{meeting.pk}.ics")
    patch_cache_control(response, private=True)
    return response


@require_http_methods(["GET", "POST"])
@signed_in
def own_calendar(request: HttpRequest) -> HttpResponse:
    """The address of the person's own calendar, how to use it, and a button that ends it."""
    if request.method == "POST":
        if "revoke" in request.POST:
            services.revoke_calendar_feed(person=request.user)
            messages.success(request, _("Your calendar address has ended."))
        else:
            services.renew_calendar_feed(person=request.user)
            messages.success(request, _("Here is your calendar address. An earlier one has ended."))
        return redirect("networks:own_calendar")
    return render(request, "networks/own_calendar.html", _addresses(request.user))


def _addresses(person: Any) -> dict[str, str]:
    own = CalendarFeed.objects.filter(person=person).first()
    if own is None:
        return {}
    address = settings.BASE_URL + reverse("networks_root:feed", args=[f"{own.token}.ics"])
    return {"address": address, "subscribe": "webcal:" + address.partition(":")[2]}


def _file(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["X-Robots-Tag"] = "noindex"
    return response
