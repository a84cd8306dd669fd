"""Keeping what is typed into a practice and not saved, and throwing it away."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.access import guarded, signed_in
from resources.forms import PracticeForm
from resources.steps import BY_KEY
from resources.views.writing import number_in, to_change
from resources.writing.clashes import clashes_with
from resources.writing.panel import panel_of
from resources.writing.services import forget_typed, keep_typed, unsaved_of
from resources.writing.typed import as_typed, sent, stored_form, ticked


@require_POST
@signed_in
@guarded("resources.rewrite_practice")
def keep(request: HttpRequest, slug: str, key: str = "") -> HttpResponse:
    """Keep what is typed so far, which only the writer sees; answers the panel beside the form.

    409 with the other text when another window, or somebody else, wrote something else in the same field.
    """
    step = BY_KEY.get(key)
    original, practice = to_change(request, slug)
    fields = step.fields if step else tuple(PracticeForm.base_fields)
    kept = keep_typed(
        practice=practice,
        by=request.user,
        typed=sent(fields, request.POST),
        before=lambda row: as_typed(stored_form(row, request.user, only=fields)),
        version=number_in(request, "version"),
        serial=number_in(request, "serial"),
        window=request.POST.get("window", ""),
    )
    if kept.clashes:
        clashes = clashes_with(practice, request.user, elsewhere=kept.elsewhere, stored=kept.stored)
        context: dict[str, Any] = {"clashes": clashes}
        answer = render(request, "resources/writing/clashes.html", context, status=409)
    else:
        typed = kept.content | ticked(request.POST)
        panel = panel_of(practice, request.user, typed=typed, shown=fields, looked=request.POST.getlist("looked"))
        context = {"panel": panel, "practice": practice, "original": original}
        answer = render(request, "resources/writing/panel.html", context)
    answer["X-Serial"], answer["X-Version"] = str(kept.serial), str(practice.version)
    return answer


@require_POST
@signed_in
@guarded("resources.rewrite_practice")
def forget(request: HttpRequest, slug: str) -> HttpResponse:
    """Throw away what was typed and not saved; the practice is as it was saved."""
    original, practice = to_change(request, slug)
    if unsaved := unsaved_of(practice, request.user):
        forget_typed(practice=practice, person=request.user, fields=set(unsaved.content))
    messages.success(request, _("What you had not saved is thrown away."))
    return redirect("resources:edit", slug=original.slug)
