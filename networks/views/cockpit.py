from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.access import signed_in
from core.errors import DomainError, NotFound
from networks import services
from networks.attention import signals_of
from networks.forms.enrolments import DeclineForm, SignUpMessageForm
from networks.models import Enrolment, Network
from networks.policies import get_cockpit_for
from networks.rounds import cockpit_round


@require_safe
@signed_in
def cockpit(request: HttpRequest, slug: str) -> HttpResponse:
    """The facilitator's table: what asks attention, requests to decide on, participants with their obligations."""
    network = get_cockpit_for(request.user, slug)
    round_, waiting = cockpit_round(network)
    return render(
        request,
        "networks/cockpit.html",
        {
            "network": network,
            "room": "cockpit",
            "signals": [] if network.is_archived else signals_of(round_),
            "requests": round_.requests,
            "waiting": waiting,
            "members": [(it, round_.ledger[it.pk]) for it in round_.members],
        },
    )


@require_http_methods(["GET", "POST"])
@signed_in
def request(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One sign-up in full; posting the form declines it."""
    network = get_cockpit_for(request.user, slug)
    enrolment = _enrolment(network, pk)
    form = DeclineForm(request.POST or None)
    if form.is_valid():
        services.decline_enrolment(enrolment=enrolment, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("You declined the sign-up of %(person)s.") % {"person": enrolment.person.name})
        return redirect(network.cockpit_url)
    return _request_page(request, enrolment, form, SignUpMessageForm())


@require_POST
@signed_in
def ask(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Asks the person something about the sign-up before deciding."""
    network = get_cockpit_for(request.user, slug)
    enrolment = _enrolment(network, pk)
    form = SignUpMessageForm(request.POST)
    if not form.is_valid():
        return _request_page(request, enrolment, DeclineForm(), form)
    services.write_about_sign_up(enrolment=enrolment, author=request.user, **form.cleaned_data)
    messages.success(request, _("Your question was sent to %(person)s.") % {"person": enrolment.person.name})
    return redirect("networks:request", slug, pk)


def _request_page(
    request: HttpRequest, enrolment: Enrolment, form: DeclineForm, question: SignUpMessageForm
) -> HttpResponse:
    colleagues = enrolment.network.enrolments.running().filter(school=enrolment.school).exclude(pk=enrolment.pk)
    context = {
        "network": enrolment.network,
        "room": "cockpit",
        "enrolment": enrolment,
        "form": form,
        "question": question,
        "answers": enrolment.answers.select_related("question"),
        "talk": enrolment.messages.select_related("author"),
        "colleagues": colleagues.select_related("person"),
    }
    return render(request, "networks/request.html", context, status=422 if form.errors or question.errors else 200)


@require_POST
@signed_in
def accept(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Lets the person take part."""
    network = get_cockpit_for(request.user, slug)
    enrolment = _enrolment(network, pk)
    try:
        services.accept_enrolment(enrolment=enrolment, by=request.user)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("%(person)s takes part now.") % {"person": enrolment.person.name})
    return redirect(network.cockpit_url)


def _enrolment(network: Network, pk: int) -> Enrolment:
    enrolments = Enrolment.objects.filter(network=network).select_related("network").with_people()
    enrolment = enrolments.filter(pk=pk).first()
    if enrolment is None:
        raise NotFound
    return enrolment
