"""One theme: how far it is, and the steps that its participant takes with it."""

from typing import TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.access import guarded, signed_in
from core.doors import found_in
from core.errors import NotFound
from validation import services
from validation.course import STEPS
from validation.errors import PortfolioIncomplete
from validation.portfolio.completeness import completeness_of
from validation.portfolio.content import portfolio_of
from validation.portfolio.exporting import as_pdf, as_zip
from validation.portfolio.privacy import token_of
from validation.reading import decisions_of, timeline_of
from validation.services.assigning import assessors_wanted
from validation.states import Route, ThemeState
from validation.views.cases import OWN, asked
from validation.views.frame import theme_for, theme_page, theme_to_write

Answer = TypeVar("Answer", HttpResponse, StreamingHttpResponse)
OF_PARTICIPANT = ("reopen", "revise", "resume", "undo_withdrawal", "take_back", "pause", "withdraw")


@require_safe
@signed_in
@guarded(OWN)
def theme(request: HttpRequest, case: int, theme: int) -> HttpResponse:
    """The portfolio of the theme at a glance."""
    own = theme_for(request, case, theme)
    open_steps = services.steps_open_to(request.user, own)
    context = {
        "steps": [(step, STEPS[step]) for step in OF_PARTICIPANT if step in open_steps],
        "events": timeline_of(own.case, request.user, own)[:20],
        "may_judge_done": "judge_done" in open_steps,
        "may_submit": "submit" in open_steps,
        "may_remove": own.state == ThemeState.WRITING and not own.submissions.exists() and own.case.themes.count() > 1,
        "decisions": decisions_of(own),
        "one_decides": assessors_wanted(own.case.version) == 1,
        "submissions": own.submissions.defer("content").order_by("-number"),
    }
    return theme_page(request, own, "theme", "theme", context)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def theme_step(request: HttpRequest, case: int, theme: int, step: str) -> HttpResponse:
    """Ask, where there is something to ask, and take a step with this theme."""
    own = theme_for(request, case, theme)
    if step not in OF_PARTICIPANT:
        raise NotFound
    if request.method == "GET":
        return asked(request, own.case, own, step)
    if step == "take_back":
        services.take_back(theme=own, by=request.user)
    else:
        services.move_theme(theme=own, step=step, by=request.user)
    messages.success(request, STEPS[step].done)
    return redirect(own)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def submit(request: HttpRequest, case: int, theme: int) -> HttpResponse:
    """Judge it done, and hand it in: two steps on one page, each taken by itself."""
    own = theme_for(request, case, theme)
    complete = completeness_of(portfolio_of(own))
    if request.method == "GET":
        context = {"theme": own, "case": own.case, "complete": complete, "portfolio": complete.portfolio}
        return render(request, "validation/submit.html", context)
    try:
        if own.state == ThemeState.WRITING:
            services.judge_done(theme=own, by=request.user)
        if "submit" in request.POST and own.case.route != Route.DIALOGUE:
            services.submit_theme(theme=own, by=request.user)
            messages.success(request, _("It is handed in. From now on your assessors read what it says today."))
        else:
            messages.success(request, STEPS["judge_done"].done)
    except PortfolioIncomplete as error:
        messages.error(request, str(error))
    return redirect(own)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def remove_theme(request: HttpRequest, case: int, theme: int) -> HttpResponse:
    """Asks before a theme goes that was never handed in."""
    own = theme_for(request, case, theme)
    if request.method == "POST":
        services.remove_theme(theme=own, by=request.user)
        messages.success(request, _("The theme is taken out."))
        return redirect(own.case)
    return render(request, "validation/remove_theme.html", {"theme": own, "case": own.case})


@require_safe
@signed_in
@guarded(OWN)
def submission(request: HttpRequest, case: int, theme: int, number: int) -> HttpResponse:
    """What was handed in, as it was then."""
    own = theme_for(request, case, theme)
    found = found_in(own.submissions.filter(number=number))
    context = {"theme": own, "case": own.case, "submission": found, "content": found.content}
    return render(request, "validation/submission.html", context)


@require_safe
@signed_in
@guarded(OWN)
def export_pdf(request: HttpRequest, case: int, theme: int) -> HttpResponse:
    """The portfolio as it is now, as one PDF."""
    own = theme_for(request, case, theme)
    answer = HttpResponse(as_pdf(portfolio_of(own)), content_type="application/pdf")
    return _attached(answer, f"portfolio-{own.theme.key}.pdf")


@require_safe
@signed_in
@guarded(OWN)
def export_zip(request: HttpRequest, case: int, theme: int) -> StreamingHttpResponse:
    """The PDF, the same as data, and every file, in one zip."""
    own = theme_for(request, case, theme)
    answer = StreamingHttpResponse(as_zip(portfolio_of(own)), content_type="application/zip")
    return _attached(answer, f"portfolio-{own.theme.key}.zip")


def _attached(answer: Answer, name: str) -> Answer:
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def privacy(request: HttpRequest, case: int, theme: int) -> HttpResponse:
    """Passages that may tell of others; the participant says to have looked."""
    own = theme_to_write(request, case, theme)
    if request.method == "POST":
        services.confirm_privacy(theme=own, by=request.user, token=request.POST.get("token", ""))
        messages.success(request, _("Noted that you looked at these passages."))
        return redirect(own)
    portfolio = portfolio_of(own)
    complete = completeness_of(portfolio)
    context = {"token": token_of(complete.findings)}
    return theme_page(request, own, "privacy", "theme", context, portfolio=portfolio)
