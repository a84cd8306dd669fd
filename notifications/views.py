from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core.access import guarded, signed_in
from core.doors import found_in
from notifications import choosing, kinds, services
from notifications.forms import MOMENT, REST, PreferencesForm
from notifications.models import Notification
from notifications.push import devices, keys
from notifications.unsubscribing import get_subscription_for

PER_PAGE = 20


@require_GET
@signed_in
def inbox(request: HttpRequest) -> HttpResponse:
    """The person's notifications, unread ones first."""
    own = Notification.objects.filter(recipient=request.user).to_read().unread_first()
    page = Paginator(own, PER_PAGE).get_page(request.GET.get("page"))
    unread = services.unread_count(request.user)
    return render(request, "notifications/inbox.html", {"page_obj": page, "unread": unread})


@require_GET
@signed_in
def follow(request: HttpRequest, notification: int) -> HttpResponse:
    """Go to what the notification is about; that makes it read."""
    own = found_in(Notification.objects.filter(recipient=request.user, pk=notification))
    services.mark_read(person=request.user, notifications=[own.pk])
    return redirect(own.url_in(get_language() or request.user.language))


@require_POST
@signed_in
def read(request: HttpRequest) -> HttpResponse:
    """Mark one notification (`notification`) as read, or all when none is named."""
    named = request.POST.get("notification", "")
    if not named:
        services.mark_read(person=request.user)
    elif named.isascii() and named.isdigit() and len(named) < 19:
        services.mark_read(person=request.user, notifications=[int(named)])
    return redirect("notifications:inbox")


@require_http_methods(["GET", "POST"])
@signed_in
def preferences(request: HttpRequest) -> HttpResponse:
    """Choose for each kind of news how it comes, and when the digests go out."""
    form = PreferencesForm(request.POST or None, person=request.user)
    if request.method == "POST" and form.is_valid():
        choosing.choose(person=request.user, wanted=form.wanted())
        moment = {name: form.cleaned_data[name] for name in MOMENT}
        choosing.choose_moment(person=request.user, **moment)
        choosing.choose_rest(person=request.user, **{name: form.cleaned_data[name] for name in REST})
        messages.success(request, _("Your choices are saved."))
        return redirect("notifications:preferences")
    context = {"form": form, "devices": devices.of(request.user), "push_key": keys.public_key() if keys.is_on() else ""}
    return render(request, "notifications/preferences.html", context)


@csrf_exempt  # mail programs post here without a page of ours before (RFC 8058); the token is the proof
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@guarded("whoever holds the link in the mail")
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """End one sort of mail, or begin it again, without signing in. Opening the link changes nothing yet."""
    subscription = get_subscription_for(token)
    before: dict[str, str] = {}
    if request.method == "POST" and "again" in request.POST:
        subscription.undo(request.POST["again"])
    elif request.method == "POST":
        before = subscription.stop()
    mailed = subscription.mailed
    context = {
        "kind": subscription.kind,
        "wanted": bool(mailed),
        "news": kinds.labels(mailed or before),
        "undo": subscription.undo_token(before),
        "held": subscription.held,
        "chosen": request.method == "POST",
    }
    return render(request, "notifications/unsubscribe.html", context)
