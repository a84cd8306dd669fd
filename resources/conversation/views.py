"""Remarks at the parts of a practice, and its history."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.access import guarded, signed_in
from core.errors import DomainError
from networks.views.forms import status_of
from resources.conversation import remarks
from resources.conversation.forms import AnswerForm, RemarkForm
from resources.conversation.history import history_of
from resources.conversation.parts import part_name
from resources.conversation.policies import get_remark_for
from resources.models import Practice
from resources.parts import DISCUSSED
from resources.policies import get_practice_to_discuss, is_author
from resources.steps import step_of


@require_http_methods(["GET", "POST"])
@signed_in
@guarded("resources.discuss_practice")
def remark(request: HttpRequest, slug: str) -> HttpResponse:
    """Say something of one part (`field`), or of the whole."""
    practice = get_practice_to_discuss(request.user, slug)
    form = RemarkForm(request.POST or None, initial={"field": request.GET.get("field", "")[:30].replace("\x00", "")})
    if request.method == "POST" and form.is_valid():
        try:
            made = remarks.add_remark(practice=practice, by=request.user, **form.cleaned_data)
            return redirect(f"{_place(request, practice, made.field)}#remark-{made.pk}")
        except DomainError as error:
            form.refuse(error)
    field = form["field"].value() or ""
    about = part_name(field) if field in DISCUSSED else part_name("")
    context = {"practice": practice, "form": form, "about": about, "back": _place(request, practice, field)}
    return render(request, "resources/conversation/remark.html", context, status=status_of(form))


@require_http_methods(["GET", "POST"])
@signed_in
@guarded("resources.discuss_practice")
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Say something back to a remark."""
    found = get_remark_for(request.user, pk)
    form = AnswerForm(request.POST or None)
    back = _place(request, found.practice, found.field)
    if request.method == "POST" and form.is_valid():
        try:
            remarks.answer_remark(remark=found, by=request.user, **form.cleaned_data)
            return redirect(f"{back}#remark-{found.pk}")
        except DomainError as error:
            form.refuse(error)
    context = {
        "practice": found.practice,
        "form": form,
        "about": part_name(found.field),
        "answers": found,
        "back": back,
    }
    return render(request, "resources/conversation/remark.html", context, status=status_of(form))


@require_POST
@signed_in
@guarded("resources.discuss_practice")
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that it is done (`done`=1), or open again."""
    found = get_remark_for(request.user, pk)
    remarks.settle_remark(remark=found, by=request.user, settled=request.POST.get("done") == "1")
    return redirect(f"{_place(request, found.practice, found.field)}#remark-{found.pk}")


@require_safe
@signed_in
@guarded("resources.discuss_practice")
def history(request: HttpRequest, slug: str) -> HttpResponse:
    """Who did what, when, and what was changed."""
    practice = get_practice_to_discuss(request.user, slug)
    context = {"practice": practice, "moments": history_of(practice), "writes": is_author(request.user, practice)}
    return render(request, "resources/conversation/history.html", context)


def _place(request: HttpRequest, practice: Practice, field: str) -> str:
    """Where the person reads remarks: an author while writing, everybody else while reviewing."""
    if not is_author(request.user, practice):
        return reverse("resources:review", args=[practice.slug])
    step = step_of(field) if field else None
    return (
        reverse("resources:step", args=[practice.slug, step.key])
        if step
        else reverse("resources:edit", args=[practice.slug])
    )
