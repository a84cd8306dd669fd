"""The end of a network: what is ready, the evaluation, closing, and the certificates."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.access import public, signed_in
from core.errors import DomainError, NotFound
from core.files import download
from networks import services
from networks.certificates.numbers import is_genuine
from networks.closing import checklist
from networks.evaluating import evaluation_of
from networks.forms.closing import EvaluationForm, GrantForm
from networks.models import Certificate, Enrolment, EvaluationQuestion
from networks.obligations import Obligation, State, ledger
from networks.policies import enrolment_of, get_cockpit_for, get_space_for
from networks.rounds import closing_round
from networks.views.forms import status_of


@require_safe
@signed_in
def closing(request: HttpRequest, slug: str) -> HttpResponse:
    """What is ready and what is missing, and who gets a certificate and who does not, with why."""
    network = get_cockpit_for(request.user, slug)
    round_ = closing_round(network)
    rows = [_certificate_row(it, round_.ledger[it.pk]) for it in round_.members]
    context = {"network": network, "room": "cockpit", "items": checklist(round_), "rows": rows}
    context["may_copy"] = request.user.has_perm("networks.copy", network)
    return render(request, "networks/closing/closing.html", context)


def _certificate_row(enrolment: Enrolment, ledger: Sequence[Obligation]) -> tuple[Any, ...]:
    """The participant, the certificate there is, what is lacking for one, and whether some of it cannot be any more."""
    lacking = [it for it in ledger if it.state != State.DONE]
    unattainable = any(it.state == State.UNATTAINABLE for it in lacking)
    return enrolment, getattr(enrolment, "certificate", None), lacking, unattainable


@require_http_methods(["GET", "POST"])
@signed_in
def close_network(request: HttpRequest, slug: str) -> HttpResponse:
    """Asks before the network becomes an archive."""
    network = get_cockpit_for(request.user, slug)
    if request.method == "POST":
        services.close_network(network=network, by=request.user)
        messages.success(request, _("The network is closed. Its participants are told, and can read everything."))
        return redirect(network.closing_url)
    if network.is_archived:
        return redirect(network.closing_url)
    missing = [item for item in checklist(closing_round(network)) if not item.ready]
    context = {"network": network, "room": "cockpit", "missing": missing, "coming": network.coming_meetings}
    return render(request, "networks/closing/close.html", context)


@require_POST
@signed_in
def reopen_network(request: HttpRequest, slug: str) -> HttpResponse:
    """Lets people change things again."""
    network = get_cockpit_for(request.user, slug)
    services.reopen_network(network=network, by=request.user)
    messages.success(
        request, _("The network is open again. A meeting that was cancelled stays so, until you let it go on.")
    )
    return redirect(network.closing_url)


@require_http_methods(["GET", "POST"])
@signed_in
def grant_certificate(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A certificate for somebody who did not do everything, with the reason."""
    network = get_cockpit_for(request.user, slug)
    members = Enrolment.objects.accepted().filter(network=network).select_related("network", "person", "school")
    enrolment = members.filter(pk=pk).first()
    if enrolment is None:
        raise NotFound
    form = GrantForm(request.POST or None)
    if form.is_valid():
        try:
            services.grant_certificate(enrolment=enrolment, by=request.user, reason=form.cleaned_data["reason"])
        except DomainError as error:
            form.refuse(error)
        else:
            messages.success(request, _("%(person)s has a certificate.") % {"person": enrolment.person.name})
            return redirect(network.closing_url)
    context = {
        "network": network,
        "room": "cockpit",
        "enrolment": enrolment,
        "lacking": [it for it in ledger([enrolment])[pk] if it.state != State.DONE],
        "form": form,
    }
    return render(request, "networks/closing/grant.html", context, status=status_of(form))


@require_http_methods(["GET", "POST"])
@signed_in
def evaluation(request: HttpRequest, slug: str) -> HttpResponse:
    """The facilitator asks the participants, and reads what enough of them answered."""
    network = get_cockpit_for(request.user, slug)
    if request.method == "POST":
        services.open_evaluation(network=network, by=request.user)
        messages.success(request, _("The participants are asked. You see here how many answered."))
        return redirect("networks:evaluation", slug)
    members = Enrolment.objects.accepted().filter(network=network)
    context = {
        "network": network,
        "room": "cockpit",
        "evaluation": evaluation_of(network),
        "questions": EvaluationQuestion.objects.asked_in(network),
        "number_asked": members.count(),
    }
    return render(request, "networks/closing/evaluation.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def evaluate(request: HttpRequest, slug: str) -> HttpResponse:
    """A participant answers the evaluation, once and without a name."""
    network = get_space_for(request.user, slug)
    own = enrolment_of(request.user, network)
    form = EvaluationForm(request.POST or None, network=network)
    if own and own.state == Enrolment.State.ACCEPTED and form.is_valid():
        try:
            services.evaluate(enrolment=own, answers=form.answers)
        except DomainError as error:
            form.refuse(error)
        else:
            messages.success(request, _("Thank you for your answers."))
            return redirect("networks:evaluate", slug)
    context = {"network": network, "room": "space", "enrolment": own, "form": form}
    return render(request, "networks/closing/evaluate.html", context, status=status_of(form))


@require_safe
@signed_in
def certificate_file(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The certificate as a PDF, for the participant and the facilitators."""
    network = get_space_for(request.user, slug)
    found = Certificate.objects.filter(enrolment__network=network, pk=pk).select_related("enrolment").first()
    mine = found is not None and found.enrolment.person_id == request.user.pk
    if found is None or not (mine or request.user.has_perm("networks.facilitate", network)):
        raise NotFound
    certificate = services.drawn(certificate=found)
    name = f"{certificate.number}.pdf"
    return download(request, certificate.file, name=name, content_type="application/pdf")


@require_safe
@public
def certificate(request: HttpRequest, number: str) -> HttpResponse:
    """Whether a certificate is valid, of whom and for which network; nothing else."""
    found = Certificate.objects.filter(number=number).first() if is_genuine(number) else None
    valid = found if found and found.is_valid else None
    context: dict[str, Any] = {"certificate": valid, "number": number[:40]}
    return render(request, "networks/certificate.html", context, status=200 if valid else 404)
