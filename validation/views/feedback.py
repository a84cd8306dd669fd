"""Feedback of colleagues, as the participant asks, reads and answers it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.access import guarded, signed_in
from networks.views.forms import status_of, stored
from validation import services
from validation.forms.by_link import AskForm, LookAlongForm, ReplyForm
from validation.models import CaseTheme
from validation.portfolio.content import portfolio_of
from validation.views.cases import OWN
from validation.views.frame import row_of, theme_for, theme_page, theme_to_write


@require_safe
@signed_in
@guarded(OWN)
def feedback(request: HttpRequest, case: int, theme: int) -> HttpResponse:
    """Who was asked, and what they said."""
    own = theme_for(request, case, theme)
    portfolio = portfolio_of(own)
    shown = [
        (it, ReplyForm(initial={"reply": it.reply}, auto_id=f"feedback-{it.pk}-%s") if it.answered_at else None)
        for it in portfolio.requests
    ]
    return theme_page(request, own, "feedback", "feedback", {"shown": shown}, portfolio=portfolio)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def ask_feedback(request: HttpRequest, case: int, theme: int) -> HttpResponse:
    """Ask a colleague by mail."""
    own = theme_to_write(request, case, theme)
    form = AskForm(request.POST or None)
    if form.is_valid() and stored(form, lambda: services.ask_feedback(theme=own, by=request.user, **form.cleaned_data)):
        messages.success(request, _("%(name)s gets a mail with a link.") % {"name": form.cleaned_data["name"]})
        return _to_list(own)
    questions = own.case.version.feedback_questions.all()
    context = {"form": form, "questions": questions}
    return theme_page(request, own, "ask_feedback", "feedback", context, status=status_of(form))


@require_POST
@signed_in
@guarded(OWN)
def reply(request: HttpRequest, case: int, theme: int, pk: int) -> HttpResponse:
    """What the participant takes from this feedback."""
    own = theme_to_write(request, case, theme)
    asked = row_of(own.feedback_requests, pk, own)
    form = ReplyForm(request.POST)
    if form.is_valid():
        services.reply_to_feedback(request=asked, by=request.user, text=form.cleaned_data["reply"])
        messages.success(request, _("Your answer is stored."))
        return _to_list(own)
    context = {"shown": [(it, form if it.pk == pk else None) for it in portfolio_of(own).requests]}
    return theme_page(request, own, "feedback", "feedback", context, status=422)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def withdraw_request(request: HttpRequest, case: int, theme: int, pk: int) -> HttpResponse:
    """Asks before a colleague is no longer asked."""
    own = theme_to_write(request, case, theme)
    asked = row_of(own.feedback_requests, pk, own)
    if request.method == "POST":
        services.withdraw_feedback_request(request=asked, by=request.user)
        messages.success(request, _("%(name)s is no longer asked.") % {"name": asked.name})
        return _to_list(own)
    return render(request, "validation/withdraw_request.html", {"asked": asked, "theme": own, "case": own.case})


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def look_along(request: HttpRequest, case: int, theme: int) -> HttpResponse:
    """Who looks along and what they said, and letting somebody look along."""
    own = theme_for(request, case, theme) if request.method == "GET" else theme_to_write(request, case, theme)
    form = LookAlongForm(request.POST or None, theme=own)
    if form.is_valid() and stored(
        form, lambda: services.let_look_along(theme=own, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("%(name)s gets a mail with a link.") % {"name": form.cleaned_data["name"]})
        return redirect("validation:look_along", own.case_id, own.pk)
    shown = own.look_alongs.prefetch_related("sections", "comments__section").order_by("-pk")
    return theme_page(request, own, "look_along", "look_along", {"form": form, "shown": shown}, status=status_of(form))


@require_POST
@signed_in
@guarded(OWN)
def end_look_along(request: HttpRequest, case: int, theme: int, pk: int) -> HttpResponse:
    """The link opens nothing any more."""
    own = theme_for(request, case, theme)
    row = row_of(own.look_alongs, pk, own)
    services.end_look_along(look_along=row, by=request.user)
    messages.success(request, _("%(name)s looks along no more.") % {"name": row.name})
    return redirect("validation:look_along", own.case_id, own.pk)


def _to_list(own: CaseTheme) -> HttpResponse:
    return redirect("validation:feedback", own.case_id, own.pk)
