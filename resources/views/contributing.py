"""Own practices: the list, taking materials away, withdrawing, throwing changes away."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.access import signed_in
from core.errors import NotAllowed, NotFound
from resources import services
from resources.models import CoAuthor, Practice
from resources.policies import can_change, can_contribute, can_withdraw, get_material_for, get_practice_for

MOST_SHOWN = 200


@require_safe
@signed_in
def own_practices(request: HttpRequest) -> HttpResponse:
    """Everything that the person contributed, in whatever state."""
    practices = Practice.objects.written_by(request.user).with_facts().order_by("-updated_at", "-pk")
    context = {
        "practices": practices[:MOST_SHOWN],
        "may_contribute": can_contribute.test(request.user),
        "asked_along": CoAuthor.objects.of(request.user).filter(state=CoAuthor.State.ASKED),
        "quoted_in": Practice.objects.quoting(request.user)[:MOST_SHOWN],
    }
    return render(request, "resources/own_practices.html", context)


@require_POST
@signed_in
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a material away; a second click finds it gone already."""
    try:
        material = get_material_for(request.user, pk)
    except NotFound:
        return redirect("resources:own")
    original = material.practice.original
    services.remove_material(material=material, by=request.user)
    messages.success(request, _("“%(title)s” is removed.") % {"title": material.title})
    return redirect("resources:edit", slug=original.slug)


@require_http_methods(["GET", "POST"])
@signed_in
def withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a practice out of the library, after asking whether that is meant."""
    practice = get_practice_for(request.user, slug)
    if not can_withdraw.test(request.user, practice):
        raise NotAllowed
    if request.method == "GET":
        return render(request, "resources/withdraw.html", {"practice": practice})
    services.withdraw_practice(practice=practice, by=request.user)
    messages.success(request, _("“%(title)s” is withdrawn. The text is kept.") % {"title": practice.title})
    return redirect("resources:own" if practice.contributor == request.user else "resources:reviews")


@require_http_methods(["GET", "POST"])
@signed_in
def discard(request: HttpRequest, slug: str) -> HttpResponse:
    """Throw away changes that are not published, after asking whether that is meant."""
    practice = get_practice_for(request.user, slug)
    if not can_change.test(request.user, practice):
        raise NotAllowed
    if request.method == "GET":
        return render(request, "resources/discard.html", {"practice": practice})
    services.discard_changes(practice=practice, by=request.user)
    messages.success(request, _("Your changes are thrown away; the practice is as it was."))
    return redirect(practice)
