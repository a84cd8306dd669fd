"""The facilitator's work on a poll: making, opening, changing, closing, deciding and asking again."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core.access import signed_in
from core.errors import NotFound
from networks import services
from networks.errors import PollClosed, RulesNotMet
from networks.forms.polls import (
    ChangePlaceForm,
    DateFormSet,
    DeadlineForm,
    PlaceFormSet,
    PollForm,
    crossed,
    schools_of,
)
from networks.models import Network, Poll
from networks.policies import get_cockpit_to_change, get_poll_in
from networks.polling import people_asked, ranking
from networks.views.forms import form_page, status_of, stored
from networks.views.polls import ballot


@require_http_methods(["GET", "POST"])
@signed_in
def make_poll(request: HttpRequest, slug: str) -> HttpResponse:
    """A new poll; it is shown to the facilitator before anybody is asked."""
    network = get_cockpit_to_change(request.user, slug)
    asked_for = {"meeting": f"meeting-{request.GET['meeting']}"} if "meeting" in request.GET else {}
    form = PollForm(request.POST or None, network=network, initial=asked_for)
    parts = _parts(request, network)
    made: list[Poll] = []
    if _valid(form, parts) and stored(
        form,
        lambda: made.append(
            services.make_poll(network=network, by=request.user, options=crossed(*parts), **form.facts)
        ),
    ):
        messages.success(request, _("The poll is ready. Look at it, and open it when it is right."))
        return redirect(made[0].url)
    return _poll_form(request, network, form, parts, _("A new poll"), network.polls_url)


@require_http_methods(["GET", "POST"])
@signed_in
def change_poll(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The question, the rules, more dates or places, fewer, or more time."""
    network, poll = _poll(request, slug, pk)
    if not poll.can_change:
        raise PollClosed
    form = PollForm(request.POST or None, network=network, poll=poll)
    parts = _parts(request, network)
    if _valid(form, parts):
        removed = form.cleaned_data["remove"]
        options = crossed(*parts, poll=poll, removed=removed)
        facts = form.facts
        if stored(
            form,
            lambda: services.change_poll(poll=poll, by=request.user, options=options, removed=removed, **facts),
        ):
            messages.success(request, _("The poll is changed."))
            return redirect(poll.url)
    return _poll_form(request, network, form, parts, _("Change the poll"), poll.url)


@require_POST
@signed_in
def open_poll(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Everybody is asked."""
    _network, poll = _poll(request, slug, pk)
    services.open_poll(poll=poll, by=request.user)
    messages.success(request, _("The poll is open, and everybody is asked."))
    return redirect(poll.url)


@require_POST
@signed_in
def close_poll(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """No more answers."""
    _network, poll = _poll(request, slug, pk)
    services.close_poll(poll=poll, by=request.user)
    messages.success(request, _("The poll is closed. You can choose now, or open it again."))
    return redirect(poll.url)


@require_POST
@signed_in
def discard_poll(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Throws a poll away that nobody was asked."""
    network, poll = _poll(request, slug, pk)
    services.discard_poll(poll=poll, by=request.user)
    messages.success(request, _("The poll is thrown away."))
    return redirect(network.polls_url)


@require_http_methods(["GET", "POST"])
@signed_in
def reopen_poll(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Ask again, until a new deadline; answers are kept."""
    network, poll = _poll(request, slug, pk)
    form = DeadlineForm(request.POST or None)
    if form.is_valid() and stored(form, lambda: services.reopen_poll(poll=poll, by=request.user, deadline=form.moment)):
        messages.success(request, _("The poll is open again, and everybody is told. All answers are kept."))
        return redirect(poll.url)
    title, submit = _("Open the poll again"), _("Open it and tell everybody")
    return form_page(request, network, form, room="polls", title=title, submit=submit, back=poll.url)


@require_http_methods(["GET", "POST"])
@signed_in
def decide_poll(request: HttpRequest, slug: str, pk: int, option: int) -> HttpResponse:
    """Shows what the choice means, and asks to confirm it."""
    network, poll = _poll(request, slug, pk)
    combination = next((it for it in ranking(poll, people_asked(network)) if it.option.pk == option), None)
    if combination is None:
        raise NotFound
    problem = None
    if request.method == "POST":
        anyway = "anyway" in request.POST
        try:
            meeting = services.decide_poll(poll=poll, option=combination.option, by=request.user, anyway=anyway)
        except RulesNotMet as error:  # somebody changed an answer meanwhile: show it, and ask again
            problem = error
        else:
            messages.success(request, _("Decided: the meeting is in the calendar, and everybody is told."))
            return redirect(meeting.url)
    context = {"network": network, "room": "polls", "poll": poll, "combination": combination, "problem": problem}
    context["invites_experts"] = any(expert.email for expert in poll.experts.all())
    return render(request, "networks/polls/decide.html", context, status=problem.status if problem else 200)


@require_http_methods(["GET", "POST"])
@signed_in
def expert_votes(request: HttpRequest, slug: str, pk: int, expert: int) -> HttpResponse:
    """What the facilitator heard from an expert."""
    network, poll = _poll(request, slug, pk)
    named = next((it for it in poll.experts.all() if it.pk == expert), None)
    if named is None:
        raise NotFound
    if not poll.takes_votes:
        raise PollClosed
    form = ballot(poll, request, expert=named.pk)
    if form.is_valid() and stored(
        form, lambda: services.vote_for_expert(expert=named, by=request.user, votes=form.votes)
    ):
        messages.success(request, _("The answers of %(name)s are stored.") % {"name": named.name})
        return redirect(poll.url)
    context = {"network": network, "room": "polls", "poll": poll, "expert": named, "form": form}
    return render(request, "networks/polls/expert.html", context, status=status_of(form))


@require_http_methods(["GET", "POST"])
@signed_in
def change_place(request: HttpRequest, slug: str, pk: int, place: int) -> HttpResponse:
    """Puts the facts of a place right."""
    network, poll = _poll(request, slug, pk)
    found = poll.places.filter(pk=place).first()
    if found is None:
        raise NotFound
    form = ChangePlaceForm(request.POST or None, instance=found)
    if form.is_valid() and stored(
        form, lambda: services.change_place(place=found, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("The place is stored."))
        return redirect(poll.url)
    return form_page(request, network, form, room="polls", title=str(found), submit=_("Store"), back=poll.url)


def _poll(request: HttpRequest, slug: str, pk: int) -> tuple[Network, Poll]:
    network = get_cockpit_to_change(request.user, slug)
    poll = get_poll_in(network, request.user, pk)
    poll.network = network
    return network, poll


def _parts(request: HttpRequest, network: Network) -> tuple[Any, Any]:
    data = request.POST if request.method == "POST" else None
    places = PlaceFormSet(data, prefix="places", form_kwargs={"schools": schools_of(network)})
    return DateFormSet(data, prefix="dates"), places


def _valid(form: PollForm, parts: tuple[Any, Any]) -> bool:
    return all([form.is_valid(), *(part.is_valid() for part in parts)])  # a list: each part shows its own errors


def _poll_form(
    request: HttpRequest, network: Network, form: PollForm, parts: tuple[Any, Any], title: str, back: str
) -> HttpResponse:
    dates, places = parts
    context = {"network": network, "room": "polls", "form": form, "dates": dates, "places": places}
    context |= {"title": title, "back": back}
    status = 422 if request.method == "POST" else 200
    return render(request, "networks/polls/form.html", context, status=status)
