"""Turning messages on and off, on this device and on others."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from core.access import public, signed_in
from core.errors import DomainError, NotFound
from notifications.push import devices, keys


@require_safe
@cache_control(max_age=0)
@public
def worker(request: HttpRequest) -> HttpResponse:
    """The script that shows messages while no page is open; at the root, as it may speak for no other part."""
    if not keys.is_on():
        raise NotFound
    return render(request, "notifications/push/worker.js", content_type="text/javascript")


@require_POST
@signed_in
def turn_on(request: HttpRequest) -> HttpResponse:
    """What the browser gave: an address of its push service, and two keys."""
    given = {name: request.POST.get(name, "") for name in ("endpoint", "p256dh", "auth")}
    agent = request.headers.get("User-Agent", "")
    try:
        device = devices.turn_on(person=request.user, user_agent=agent, **given)
        messages.success(
            request,
            _("From now on you see on this device (%(name)s) that there is something new.") % {"name": device.name},
        )
    except DomainError as error:
        messages.error(request, " ".join(sentence for it in error.errors.values() for sentence in it) or str(error))
    return redirect("notifications:preferences")


@require_POST
@signed_in
def turn_off(request: HttpRequest, pk: int) -> HttpResponse:
    devices.turn_off(person=request.user, pk=pk)
    messages.success(request, _("That device gets no messages any more."))
    return redirect("notifications:preferences")
