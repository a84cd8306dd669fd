"""Polls over dates × places, as the API shows and takes them."""

from typing import Annotated, Any, Literal

from ninja import Field, Schema
from pydantic import AwareDatetime

from networks.models.enrolments import TEXT_LENGTH
from networks.models.polls import LARGEST_ROOM, NOTE_LENGTH, USUAL_QUORUM
from networks.polling import Asked, Combination, people_asked, ranking, without_answer
from networks.schemas.types import AtSchool, BodyId, Title
from networks.services.polls.making import MOST_EXPERTS, MOST_OPTIONS

PollState = Literal["draft", "open", "closed", "decided"]
VoteAnswer = Literal["yes", "if_need_be", "no"]
Percent = Annotated[int, Field(ge=0, le=100)]


class OptionIn(Schema):
    """A date and a place; options with the same place and address share one place.

    host: BRIN number. online_url: where people join, when it is online or there as well.
    """

    starts_at: AwareDatetime
    ends_at: AwareDatetime
    place: str = Field("", max_length=200)
    address: str = Field("", max_length=300)
    host: str | None = Field(None, max_length=20)
    online_url: str = Field("", max_length=200)
    capacity: int | None = Field(None, ge=1, le=LARGEST_ROOM)


class PollExpertIn(Schema):
    """An expert by name; with an address he or she is invited once the poll is decided."""

    name: str = Field(max_length=200)
    email: str = Field("", max_length=254)


class PollIn(Schema):
    """A poll. meeting: the meeting that gets the date and place; null makes a new one. open: ask everybody at once.

    series: of a new meeting; null takes the newest series. quorum: the share of participants, in percent, who must be
    able to come. experts: who must be there too, by name or with an address.
    """

    title: Title
    explanation: str = Field("", max_length=TEXT_LENGTH)
    deadline: AwareDatetime
    options: list[OptionIn] = Field(min_length=1, max_length=MOST_OPTIONS)
    quorum: Percent = USUAL_QUORUM
    facilitator_must: bool = True
    experts: list[str | PollExpertIn] = Field([], max_length=MOST_EXPERTS)
    meeting: BodyId | None = None
    series: BodyId | None = None
    open: bool = True


class PollChanges(Schema):
    """What changes; what is left out stays. add: new options; remove: ids of options, whose answers go too."""

    title: Title | None = None
    explanation: str | None = Field(None, max_length=TEXT_LENGTH)
    deadline: AwareDatetime | None = None
    quorum: Percent | None = None
    facilitator_must: bool | None = None
    experts: list[str | PollExpertIn] | None = Field(None, max_length=MOST_EXPERTS)
    add: list[OptionIn] = Field([], max_length=MOST_OPTIONS)
    remove: list[BodyId] = Field([], max_length=MOST_OPTIONS)


class VoteIn(Schema):
    """Your answer to one option."""

    option: BodyId
    answer: VoteAnswer
    note: str = Field("", max_length=NOTE_LENGTH)


class VotesIn(Schema):
    """All your answers, in the place of earlier ones."""

    votes: list[VoteIn] = Field(max_length=MOST_OPTIONS)


class OfferIn(Schema):
    """Your own school as host: on the dates of these options, with room for so many people."""

    options: list[BodyId] = Field(min_length=1, max_length=MOST_OPTIONS)
    capacity: int = Field(ge=1, le=LARGEST_ROOM)
    address: str = Field("", max_length=300)
    travel: str = Field("", max_length=TEXT_LENGTH)


class PlaceIn(Schema):
    """A place: its name, where it is, how one gets there, where people join online, and for how many it has room."""

    name: str = Field("", max_length=200)
    address: str = Field("", max_length=300)
    travel: str = Field("", max_length=TEXT_LENGTH)
    online_url: str = Field("", max_length=200)
    capacity: int | None = Field(None, ge=1, le=LARGEST_ROOM)


class DecisionIn(Schema):
    """The choice. anyway: also when it does not meet every rule of the poll."""

    option: BodyId
    anyway: bool = False


class ReopenIn(Schema):
    """Until when people can answer again."""

    deadline: AwareDatetime


class OwnVoteOut(Schema):
    """What you answered."""

    answer: VoteAnswer
    note: str


class RuleOut(Schema):
    """A rule of the poll and whether this option meets it, in words."""

    met: bool
    text: str


class OptionOut(Schema):
    """A date and a place with the answers: names of who can, who only can if need be, who cannot, who did not say."""

    id: int
    starts_at: AtSchool
    ends_at: AtSchool
    place: str
    place_id: int
    address: str
    travel: str
    host: str | None
    online_url: str
    capacity: int | None
    yes: list[str]
    if_need_be: list[str]
    no: list[str]
    silent: list[str]
    own: OwnVoteOut | None
    fits: bool
    possible: bool
    rules: list[RuleOut]


class PollExpertOut(Schema):
    """An expert who must be able to come. email: for facilitators; null for others and without one."""

    id: int
    name: str
    email: str | None


class PollOut(Schema):
    """A poll with its options, the best first. waiting_for: who has not answered for every date that is to come."""

    id: int
    title: str
    explanation: str
    state: PollState
    deadline: AtSchool
    takes_votes: bool
    quorum: int
    facilitator_must: bool
    experts: list[PollExpertOut]
    meeting: int | None = Field(alias="meeting_id")
    series: int | None = Field(alias="series_id")
    chosen: int | None = Field(alias="chosen_id")
    options: list[OptionOut]
    waiting_for: list[str]
    url: str


def shown(poll: Any, person: Any, people: list[Asked] | None = None) -> dict[str, Any]:
    """What PollOut takes, for this reader. people: those of the network, when they are known already."""
    asked = people_asked(poll.network) if people is None else people
    facilitates = person.has_perm("networks.facilitate", poll.network)
    facts = {name: getattr(poll, name) for name in ("id", "title", "explanation", "state", "deadline", "takes_votes")}
    facts |= {
        name: getattr(poll, name)
        for name in ("quorum", "facilitator_must", "meeting_id", "series_id", "chosen_id", "url")
    }
    return facts | {
        "experts": [_expert(it, facilitates) for it in poll.experts.all()],
        "options": [_option(it, person) for it in ranking(poll, asked)],
        "waiting_for": [it.name for it in without_answer(poll, asked)],
    }


def _expert(expert: Any, facilitates: bool) -> dict[str, Any]:
    return {"id": expert.pk, "name": expert.name, "email": expert.email or None if facilitates else None}


def _option(combination: Combination, person: Any) -> dict[str, Any]:
    option, place = combination.option, combination.option.place
    answers = {"yes": "able", "if_need_be": "if_need_be", "no": "missing", "silent": "silent"}
    return {
        "id": option.pk,
        "starts_at": option.starts_at,
        "ends_at": option.ends_at,
        "place": place.name,
        "place_id": place.pk,
        "address": place.address,
        "travel": place.travel,
        "host": place.host.brin if place.host else None,
        "online_url": place.online_url,
        "capacity": place.capacity,
        "own": next((vote for vote in option.votes.all() if vote.person_id == person.pk), None),
        "fits": combination.fits,
        "possible": combination.is_possible,
        "rules": combination.rules,
        **{name: [it.name for it in getattr(combination, part)] for name, part in answers.items()},
    }
