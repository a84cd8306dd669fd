"""Answering whether one may be quoted, and leaving a quote out."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from core.access import guarded, signed_in
from core.errors import DomainError, NotFound
from resources.policies import can_change
from resources.quotes import consent
from resources.quotes.forms import AnswersForm
from resources.quotes.policies import get_own_quotes_for, get_quote_to_leave_out


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
@guarded("resources.answer_quote")
def answer(request: HttpRequest, slug: str) -> HttpResponse:
    """What a practice of somebody else would quote of the reader: yes, yes without the name, or no."""
    practice, quotes = get_own_quotes_for(request.user, slug)
    form = AnswersForm(request.POST or None, quotes=quotes)
    if request.method == "POST" and form.is_valid():
        try:
            consent.answer_quotes(practice=practice, by=request.user, answers=form.answers)
            messages.success(request, _("Thank you, your answer is kept. You can change it here at any time."))
            return redirect("resources:own")
        except DomainError as error:
            form.refuse(error)
    return render(request, "resources/quotes/answer.html", {"practice": practice, "form": form})


@require_POST
@signed_in
@guarded("resources.leave_out_quote")
def leave_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a quote out of a practice; a second click finds it gone already."""
    try:
        quote = get_quote_to_leave_out(request.user, pk)
    except NotFound:
        return redirect("resources:own")
    consent.leave_out(quote=quote, by=request.user)
    messages.success(request, _("The quote is left out."))
    practice = quote.practice
    if practice.is_published or not can_change.test(request.user, practice):
        return redirect(practice)
    return redirect("resources:edit", slug=practice.slug)
