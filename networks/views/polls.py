"""Polls over dates × places, for everybody at home in the network: answering, and offering the own school."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.access import signed_in
from core.parts import part, wants_part
from networks import services
from networks.errors import PollClosed
from networks.forms.polls import BallotForm, OfferForm
from networks.models import Enrolment, Network, Poll
from networks.policies import get_own_place_in, get_poll_in, get_space_for
from networks.polling import Asked, people_asked, ranking, without_answer
from networks.services.archiving import require_open
from networks.views.forms import status_of, stored

ANSWERING = "networks/polls/answering.html"


@require_safe
@signed_in
def polls(request: HttpRequest, slug: str) -> HttpResponse:
    """The network's polls, and which of them wait for the reader."""
    network = get_space_for(request.user, slug)
    facilitates = request.user.has_perm("networks.facilitate", network)
    context = {
        "network": network,
        "room": "polls",
        "facilitates": facilitates,
        "polls": Poll.objects.visible_in(network, facilitates=facilitates).select_related(
            "network", "meeting__series", "chosen__place__host"
        ),
        "waiting": set(Poll.objects.waiting_for(request.user).filter(network=network).values_list("pk", flat=True)),
    }
    return render(request, "networks/polls/polls.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def poll(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The question, the own answers, and what the answers amount to so far."""
    network, poll = _poll(request, slug, pk)
    people = people_asked(network)
    asked = _asked(request, people)
    form = ballot(poll, request, person=request.user.pk) if asked and poll.takes_votes else None
    if request.method == "POST" and form is None:
        require_open(network)
        raise PollClosed
    if form and form.is_valid():
        answers = form.votes
        if stored(form, lambda: services.vote(poll=poll, person=request.user, votes=answers)):
            said = _("Thank you, your answers are stored. You can change them until the deadline.")
            if not wants_part(request):
                messages.success(request, said)
                return redirect(poll.url)
            _network, poll = _poll(request, slug, pk)
            context = _shown(request, network, poll, people, ballot(poll, request, person=request.user.pk, stored=True))
            return part(request, ANSWERING, context | {"anew": True}, said=said)
    context = _shown(request, network, poll, people, form)
    status = status_of(form) if form else 200
    template = ANSWERING if wants_part(request) else "networks/polls/poll.html"
    return render(request, template, context, status=status)


def _shown(
    request: HttpRequest, network: Network, poll: Poll, people: Sequence[Asked], form: BallotForm | None
) -> dict[str, Any]:
    """What the page of a poll shows to this reader."""
    silent = without_answer(poll, people)
    asked = _asked(request, people)
    return {
        "network": network,
        "room": "polls",
        "poll": poll,
        "form": form,
        "places": {option.place_id: option.place for option in poll.options.all()}.values(),
        "combinations": ranking(poll, people),
        "silent": silent,
        "has_answered": bool(asked) and asked not in silent,
        "participant": asked if asked and asked.participant else None,
        "facilitates": request.user.has_perm("networks.facilitate", network),
    }


@require_http_methods(["GET", "POST"])
@signed_in
def offer_school(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A participant offers the own school as host, or changes the offer."""
    network, poll, own = _own_place(request, slug, pk)
    place = poll.places.filter(host=own.school).first()
    form = OfferForm(request.POST or None, poll=poll, instance=place)
    if form.is_valid() and stored(form, lambda: services.offer_school(poll=poll, enrolment=own, **form.facts)):
        messages.success(request, _("Thank you! Your school is one of the places now. Please answer for it too."))
        return redirect(poll.url)
    context = {"network": network, "room": "polls", "poll": poll, "enrolment": own, "place": place, "form": form}
    return render(request, "networks/polls/offer.html", context, status=status_of(form))


@require_POST
@signed_in
def take_back_offer(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The school cannot receive the network after all."""
    _network, poll, own = _own_place(request, slug, pk)
    services.take_back_offer(poll=poll, enrolment=own)
    messages.success(request, _("Your school is no longer one of the places."))
    return redirect(poll.url)


def ballot(
    poll: Poll, request: HttpRequest, *, person: int | None = None, expert: int | None = None, stored: bool = False
) -> BallotForm:
    """The form for the dates that are to come, with what this person or expert (an id) answered.

    stored: show what is stored, not what was sent.
    """
    options = [it for it in poll.options.all() if not it.has_passed]
    key = person, expert
    votes = {it.pk: vote for it in options for vote in it.votes.all() if (vote.person_id, vote.expert_id) == key}
    sent = request.POST if request.method == "POST" and not stored else None
    return BallotForm(sent, options=options, votes=votes)


def _asked(request: HttpRequest, people: Sequence[Asked]) -> Asked | None:
    return next((it for it in people if it.key[0] == request.user.pk), None)


def _poll(request: HttpRequest, slug: str, pk: int) -> tuple[Network, Poll]:
    network = get_space_for(request.user, slug)
    poll = get_poll_in(network, request.user, pk)
    poll.network = network
    return network, poll


def _own_place(request: HttpRequest, slug: str, pk: int) -> tuple[Network, Poll, Enrolment]:
    network, poll = _poll(request, slug, pk)
    require_open(network)
    own = get_own_place_in(request.user, network)
    if not poll.takes_votes:
        raise PollClosed
    return network, poll, own
