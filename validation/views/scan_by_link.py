"""What a respondent of a 360° scan sees, with a link and without an account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.access import guarded
from networks.views.forms import status_of, stored
from validation import services
from validation.forms.scans import AnswerForm
from validation.models import ScanRespondent
from validation.scan_policies import get_scan_respondent_for
from validation.views.by_link import GONE, HOLDS_LINK


@never_cache
@require_http_methods(["GET", "POST"])
@guarded(HOLDS_LINK)
def answer_scan(request: HttpRequest, token: str) -> HttpResponse:
    """The statements; answered once."""
    asked = get_scan_respondent_for(token)
    if not services.takes_answers(asked):
        return _over(request, asked)
    form = AnswerForm(request.POST or None, scan=asked.scan)

    def store() -> None:
        told = {name: form.cleaned_data[name] for name in ("strong", "tip")}
        services.answer_scan(respondent=asked, values=form.values, **told)

    if form.is_valid() and stored(form, store):
        return redirect("validation:answer_scan", token)
    context = {"asked": asked, "form": form, "least": asked.scan.case.version.scan_group_least}
    return render(request, "validation/scan/answer.html", context, status=status_of(form))


@never_cache
@require_http_methods(["GET", "POST"])
@guarded(HOLDS_LINK)
def decline_scan(request: HttpRequest, token: str) -> HttpResponse:
    """Asks before somebody answers nothing."""
    asked = get_scan_respondent_for(token)
    if not services.takes_answers(asked):
        return _over(request, asked)
    if request.method == "POST":
        services.decline_scan(respondent=asked)
        return redirect("validation:answer_scan", token)
    return render(request, "validation/scan/decline.html", {"asked": asked})


def _over(request: HttpRequest, asked: ScanRespondent) -> HttpResponse:
    """Thanks, or that it is no longer asked; what was answered cannot be read again, as nobody knows whose it is."""
    thanks = asked.is_settled and asked.scan.closed_at is None and asked.withdrawn_at is None
    return render(
        request, "validation/scan/over.html", {"asked": asked, "thanks": thanks}, status=200 if thanks else GONE
    )
