"""Deciding together: the assessments side by side, a proposal, agreeing with it, or asking for a third assessor."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core.access import guarded, signed_in
from core.errors import DomainError, NotFound
from networks.views.forms import status_of, stored
from notifications.services import mark_read_about
from resources.views.writing import number_in
from validation import services
from validation.assessing.assessed import Assessed
from validation.assessing.comparing import comparison_for
from validation.errors import ProposalChanged
from validation.forms.assessing import DecisionForm, ThirdReasonForm
from validation.models import Consent, Decision
from validation.views.assessed_frame import ASSESS, assessed_for, assessed_page


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(ASSESS)
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Read all assessments side by side, and propose what to decide. Raises NotFound before all are in."""
    row, decision = _opened(request, pk)
    mark_read_about(person=request.user, about=row.submission)
    form = DecisionForm.of(
        request.POST if request.method == "POST" else None, decision, alone=row.own if row.is_alone else None
    )
    if form.is_valid():
        try:
            made = services.propose_decision(submission=row.submission, by=request.user, **form.cleaned_data)
        except ProposalChanged as error:
            form.refuse(error)
            decision.refresh_from_db()
            form.data = form.data.copy()
            form.data["serial"] = str(decision.serial)  # who proposes again has read the other proposal
        except DomainError as error:
            form.refuse(error)
        else:
            _tell(request, made)
            return redirect("validation:decide", pk)
    context = {
        "form": form,
        "decision": decision,
        "comparison": comparison_for(request.user, row.submission),
        "agreed": [it.assessor for it in decision.consents.select_related("assessor")],
    }
    return assessed_page(request, row, "decide", "decide", context, status=status_of(form))


@require_POST
@signed_in
@guarded(ASSESS)
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """Agree with the proposal, as far as it still is what was read."""
    row, decision = _opened(request, pk)
    if not _agreed_before(decision, request):
        try:
            made = services.agree_with_decision(
                submission=row.submission, by=request.user, serial=number_in(request, "serial")
            )
            _tell(request, made)
        except DomainError as error:
            messages.error(request, str(error))
    return redirect("validation:decide", pk)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(ASSESS)
def ask_third(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that the assessors cannot agree, and why."""
    row, decision = _opened(request, pk)
    if decision.third_asked_at or not row.may_decide or row.is_alone:
        return redirect("validation:decide", pk)
    form = ThirdReasonForm(request.POST or None)
    ask = services.ask_third_assessor
    if form.is_valid() and stored(form, lambda: ask(submission=row.submission, by=request.user, **form.cleaned_data)):
        messages.success(request, _("The coordinator hears that a third assessor is needed."))
        return redirect("validation:decide", pk)
    return assessed_page(request, row, "ask_third", "decide", {"form": form}, status=status_of(form))


def _opened(request: HttpRequest, pk: int) -> tuple[Assessed, Decision]:
    """Only for who handed in, and once all are in. Raises NotFound."""
    row = assessed_for(request, pk)
    if row.decision is None or not row.is_open:
        raise NotFound
    return row, row.decision


def _agreed_before(decision: Decision, request: HttpRequest) -> bool:
    """The same click twice: what it asked for is done."""
    own = Consent.objects.filter(decision=decision, assessor=request.user)
    return own.exists() and decision.serial == number_in(request, "serial")


def _tell(request: HttpRequest, decision: Decision) -> None:
    if decision.decided_at:
        messages.success(request, _("It is decided. The participant reads it now."))
    else:
        messages.success(request, _("You agree with this proposal. It is decided once enough of you do."))
