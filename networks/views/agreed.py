"""What participants agreed to and how it stands: the own ledger, and the facilitator's over all."""

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.access import signed_in
from core.errors import DomainError, NotFound
from networks import services
from networks.agreements import agreed_by
from networks.forms.arrangements import ArrangementForm
from networks.models import Arrangement, Enrolment, Network
from networks.obligations import ledger
from networks.policies import get_cockpit_for, get_own_place_in, get_space_for
from networks.views.forms import status_of


@require_safe
@signed_in
def agreed(request: HttpRequest, slug: str) -> HttpResponse:
    """The own ledger in full, and the agreements in the words that the person agreed to."""
    network = get_space_for(request.user, slug)
    own = get_own_place_in(request.user, network)
    context = {
        "network": network,
        "room": "space",
        "obligations": ledger([own])[own.pk],
        "agreements": agreed_by(own),
    }
    return render(request, "networks/obligations/own.html", context)


@require_safe
@signed_in
def ledgers(request: HttpRequest, slug: str) -> HttpResponse:
    """The facilitator sees of every participant what each sees of the own."""
    network = get_cockpit_for(request.user, slug)
    prefetch_related_objects([network], "series__meetings")
    members = list(Enrolment.objects.accepted().filter(network=network).with_people().by_name())
    for enrolment in members:
        enrolment.network = network
    obligations = ledger(members)
    context = {"network": network, "room": "cockpit", "members": [(it, obligations[it.pk]) for it in members]}
    return render(request, "networks/obligations/all.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def member_ledger(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One participant's ledger; posting the form notes what is arranged."""
    network = get_cockpit_for(request.user, slug)
    enrolment = _member(network, pk)
    obligations = ledger([enrolment])[enrolment.pk]
    form = ArrangementForm(request.POST or None, enrolment=enrolment, obligations=obligations)
    if form.is_valid():
        try:
            services.arrange(enrolment=enrolment, by=request.user, **form.facts)
        except DomainError as error:
            form.refuse(error)
        else:
            messages.success(request, _("Stored."))
            return redirect(network.member_ledger_url(pk))
    context = {
        "network": network,
        "room": "cockpit",
        "enrolment": enrolment,
        "obligations": obligations,
        "arrangements": enrolment.arrangements.select_related("meeting__series", "made_by", "met_by"),
        "labels": {it.kind: it.label for it in obligations},
        "agreements": agreed_by(enrolment),
        "form": form,
    }
    return render(request, "networks/obligations/member.html", context, status=status_of(form))


@require_POST
@signed_in
def meet_arrangement(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What was arranged is done."""
    arrangement = _arrangement(get_cockpit_for(request.user, slug), pk)
    services.meet_arrangement(arrangement=arrangement, by=request.user)
    messages.success(request, _("Noted as done."))
    return redirect(arrangement.enrolment.network.member_ledger_url(arrangement.enrolment_id))


@require_POST
@signed_in
def remove_arrangement(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Takes back what was arranged."""
    arrangement = _arrangement(get_cockpit_for(request.user, slug), pk)
    services.remove_arrangement(arrangement=arrangement, by=request.user)
    messages.success(request, _("What was arranged is taken back."))
    return redirect(arrangement.enrolment.network.member_ledger_url(arrangement.enrolment_id))


def _member(network: Network, pk: int) -> Enrolment:
    members = Enrolment.objects.accepted().filter(network=network).select_related("network").with_people()
    enrolment = members.filter(pk=pk).first()
    if enrolment is None:
        raise NotFound
    return enrolment


def _arrangement(network: Network, pk: int) -> Arrangement:
    found = Arrangement.objects.with_facts().filter(enrolment__network=network, pk=pk).first()
    if found is None:
        raise NotFound
    return found
