from typing import Any

from django.db import transaction
from django.http import HttpRequest
from ninja import Query, Router, Status
from ninja.decorators import decorate_view

from core.access import guarded
from core.api import PageQuery, idempotent, page_of, paginate, problems
from core.errors import InvalidInput, NotFound
from networks import services
from networks.api.chosen import meeting_of, series_of
from networks.errors import NotTakingPart
from networks.models import Meeting, Poll, PollOption
from networks.policies import (
    enrolment_of,
    get_cockpit_for,
    get_own_place_in,
    get_own_poll_for,
    get_poll_for,
    get_poll_in,
    get_space_for,
)
from networks.polling import people_asked
from networks.schemas.meetings import MeetingOut
from networks.schemas.polls import (
    DecisionIn,
    OfferIn,
    OptionIn,
    PlaceIn,
    PollChanges,
    PollExpertIn,
    PollIn,
    PollOut,
    ReopenIn,
    VotesIn,
    shown,
)
from networks.schemas.types import RowId
from schools.errors import SchoolUnknown
from schools.services import get_school

router = Router(tags=["networks"])


@router.get("/networks/{slug}/polls", response={200: page_of(PollOut), **problems(403, 404)})
@guarded("networks.see_space")
def list_polls(request: HttpRequest, slug: str, page: Query[PageQuery]) -> Any:
    """The polls of the network, the newest first, each with its options from best to worst."""
    network = get_space_for(request.user, slug)
    facilitates = request.user.has_perm("networks.facilitate", network)
    answer = paginate(Poll.objects.visible_in(network, facilitates=facilitates).with_ballots(), page)
    people = people_asked(network)
    return {"total": answer["total"], "items": [shown(poll, request.user, people) for poll in answer["items"]]}


@router.post("/networks/{slug}/polls", response={201: PollOut, **problems(403, 404, 409)})
@decorate_view(idempotent)
@guarded("networks.facilitate")
def make_poll(request: HttpRequest, slug: str, poll: PollIn) -> Any:
    """Ask when and where to meet; people are told at once, unless `open` is false."""
    network = get_cockpit_for(request.user, slug)
    facts = poll.dict(exclude={"options", "open", "meeting", "series", "experts"})
    with transaction.atomic():
        made = services.make_poll(
            network=network,
            by=request.user,
            options=[_option(it) for it in poll.options],
            meeting=meeting_of(network, poll.meeting),
            series=series_of(network, poll.series),
            experts=[_expert(it) for it in poll.experts],
            **facts,
        )
        if poll.open:
            services.open_poll(poll=made, by=request.user)
    return Status(201, _again(request, made))


@router.get("/polls/{pk}", response={200: PollOut, **problems(403, 404)})
@guarded("networks.see_space")
def show_poll(request: HttpRequest, pk: RowId) -> Any:
    """One poll."""
    return shown(get_poll_for(request.user, pk), request.user)


@router.patch("/polls/{pk}", response={200: PollOut, **problems(403, 404, 409)})
@guarded("networks.facilitate")
def change_poll(request: HttpRequest, pk: RowId, changes: PollChanges) -> Any:
    """Change the question, the rules or the options, or give more time; a later deadline is told to everybody."""
    poll = get_own_poll_for(request.user, pk)
    facts = changes.dict(exclude={"add", "remove", "experts"}, exclude_none=True)
    if changes.experts is not None:
        facts["experts"] = [_expert(it) for it in changes.experts]
    services.change_poll(
        poll=poll, by=request.user, options=[_option(it) for it in changes.add], removed=changes.remove, **facts
    )
    return _again(request, poll)


@router.post("/polls/{pk}/open", response={200: PollOut, **problems(403, 404, 409)})
@guarded("networks.facilitate")
def open_poll(request: HttpRequest, pk: RowId) -> Any:
    """Ask everybody; doing it twice changes nothing."""
    return _again(request, services.open_poll(poll=get_own_poll_for(request.user, pk), by=request.user))


@router.post("/polls/{pk}/close", response={200: PollOut, **problems(403, 404, 409)})
@guarded("networks.facilitate")
def close_poll(request: HttpRequest, pk: RowId) -> Any:
    """Take no more answers; doing it twice changes nothing."""
    return _again(request, services.close_poll(poll=get_own_poll_for(request.user, pk), by=request.user))


@router.post("/polls/{pk}/reopen", response={200: PollOut, **problems(403, 404, 409)})
@guarded("networks.facilitate")
def reopen_poll(request: HttpRequest, pk: RowId, again: ReopenIn) -> Any:
    """Ask again, after the poll was closed or its meeting cancelled; answers are kept."""
    poll = get_own_poll_for(request.user, pk)
    return _again(request, services.reopen_poll(poll=poll, by=request.user, deadline=again.deadline))


@router.put("/polls/{pk}/votes", response={200: PollOut, **problems(403, 404, 409)})
@guarded("networks.see_space")
def vote(request: HttpRequest, pk: RowId, ballot: VotesIn) -> Any:
    """Your answers, in the place of earlier ones; until the deadline."""
    poll = get_poll_for(request.user, pk)
    services.vote(poll=poll, person=request.user, votes=[services.Vote(**it.dict()) for it in ballot.votes])
    return _again(request, poll)


@router.put("/polls/{pk}/experts/{expert}/votes", response={200: PollOut, **problems(403, 404, 409)})
@guarded("networks.facilitate")
def vote_for_expert(request: HttpRequest, pk: RowId, expert: RowId, ballot: VotesIn) -> Any:
    """What you heard from the expert."""
    poll = get_own_poll_for(request.user, pk)
    named = poll.experts.filter(pk=expert).first()
    if named is None:
        raise NotFound
    votes = [services.Vote(**it.dict()) for it in ballot.votes]
    services.vote_for_expert(expert=named, by=request.user, votes=votes)
    return _again(request, poll)


@router.put("/polls/{pk}/offer", response={200: PollOut, **problems(403, 404, 409)})
@guarded("networks.see_space")
def offer_school(request: HttpRequest, pk: RowId, offer: OfferIn) -> Any:
    """Offer your own school as host on the dates of these options, in the place of an earlier offer."""
    poll = get_poll_for(request.user, pk)
    own = enrolment_of(request.user, poll.network)
    if own is None:
        raise NotTakingPart
    dates = {(it.starts_at, it.ends_at) for it in poll.options.all() if it.pk in offer.options}
    services.offer_school(poll=poll, enrolment=own, dates=dates, **offer.dict(exclude={"options"}))
    return _again(request, poll)


@router.delete("/polls/{pk}/offer", response={204: None, **problems(403, 404, 409)})
@guarded("networks.see_space")
def take_back_offer(request: HttpRequest, pk: RowId) -> Status:
    """Your school cannot receive the network after all; answers for it go too. Without an offer nothing changes."""
    poll = get_poll_for(request.user, pk)
    services.take_back_offer(poll=poll, enrolment=get_own_place_in(request.user, poll.network))
    return Status(204, None)


@router.put("/polls/{pk}/places/{place}", response={200: PollOut, **problems(403, 404, 409)})
@guarded("networks.facilitate")
def change_place(request: HttpRequest, pk: RowId, place: RowId, facts: PlaceIn) -> Any:
    """Put a place right; answers stay. `place` is the `place_id` of an option."""
    poll = get_own_poll_for(request.user, pk)
    found = poll.places.filter(pk=place).first()
    if found is None:
        raise NotFound
    services.change_place(place=found, by=request.user, **facts.dict())
    return _again(request, poll)


@router.delete("/polls/{pk}", response={204: None, **problems(403, 404, 409)})
@guarded("networks.facilitate")
def discard_poll(request: HttpRequest, pk: RowId) -> Status:
    """Throw a poll away that nobody was asked yet; one that was opened is closed instead."""
    services.discard_poll(poll=get_own_poll_for(request.user, pk), by=request.user)
    return Status(204, None)


@router.post("/polls/{pk}/decide", response={201: MeetingOut, **problems(403, 404, 409)})
@decorate_view(idempotent)
@guarded("networks.facilitate")
def decide_poll(request: HttpRequest, pk: RowId, decision: DecisionIn) -> Any:
    """Choose the date and the place: the meeting is made or filled, and everybody told. The same choice twice: once."""
    poll = get_own_poll_for(request.user, pk)
    option = PollOption.objects.select_related("place__host").filter(poll=poll, pk=decision.option).first()
    if option is None:
        raise NotFound
    meeting = services.decide_poll(poll=poll, option=option, by=request.user, anyway=decision.anyway)
    return Status(201, Meeting.objects.with_network().get(pk=meeting.pk))


def _again(request: HttpRequest, poll: Poll) -> dict[str, Any]:
    return shown(get_poll_in(poll.network, request.user, poll.pk), request.user)


def _expert(expert: str | PollExpertIn) -> services.NewExpert:
    return services.NewExpert(expert) if isinstance(expert, str) else services.NewExpert(expert.name, expert.email)


def _option(option: OptionIn) -> services.NewOption:
    facts = option.dict(exclude={"host"})
    try:
        return services.NewOption(host=get_school(option.host) if option.host else None, **facts)
    except SchoolUnknown as unknown:
        raise InvalidInput(errors={"options": [str(unknown)]}) from unknown
