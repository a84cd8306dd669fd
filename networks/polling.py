"""What the answers to a poll amount to: per date and place who can come and which rules it meets, the best first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from networks.models import Enrolment, Network, Poll, PollOption, PollVote

Answer = PollVote.Answer


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Somebody whose answer counts. key: (person id, None) or (None, expert id), as votes have it."""

    key: tuple[int | None, int | None]
    name: str
    participant: bool = False
    facilitator: bool = False
    expert: bool = False


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One demand on a combination, in words. A facilitator may pass over it, unless it is `firm`."""

    met: bool
    text: str
    firm: bool = False


@dataclass(frozen=True, kw_only=True)
class Combination:
    """One date and place with the answers to it."""

    option: PollOption
    able: Sequence[Asked]
    if_need_be: Sequence[Asked]
    missing: Sequence[Asked]
    silent: Sequence[Asked]
    notes: Sequence[tuple[str, str]] = ()
    rules: Sequence[Rule] = field(default=())

    @property
    def coming(self) -> list[Asked]:
        """Who can come, be it if need be."""
        return [*self.able, *self.if_need_be]

    @property
    def fits(self) -> bool:
        """Every rule is met."""
        return all(rule.met for rule in self.rules)

    @property
    def is_possible(self) -> bool:
        """Can be chosen: the date is to come and everybody fits in the room."""
        return all(rule.met for rule in self.rules if rule.firm)

    @property
    def broken(self) -> list[Rule]:
        return [rule for rule in self.rules if not rule.met]

    @property
    def place_in_ranking(self) -> tuple[Any, ...]:
        """Possible first, then by the rules met, by who can come, by who only can if need be, and by date."""
        option = self.option
        counts = (len(self.broken), -len(self.coming), len(self.if_need_be))
        return (not self.is_possible, *counts, option.starts_at, option.ends_at, option.place_id, option.pk)


def people_asked(network: Network) -> list[Asked]:
    """The participants and facilitators, by name; in two queries."""
    members = Enrolment.objects.accepted().filter(network=network, person__is_active=True)
    participants = {it.person_id: it.person for it in members.select_related("person").by_name()}
    facilitators = {person.pk: person for person in network.facilitators.filter(is_active=True)}
    return [
        Asked(key=(pk, None), name=person.name, participant=pk in participants, facilitator=pk in facilitators)
        for pk, person in (participants | facilitators).items()
    ]


def with_experts(poll: Poll, people: Sequence[Asked]) -> list[Asked]:
    """Everybody whose answer to this poll counts."""
    return [*people, *(Asked(key=(None, it.pk), name=it.name, expert=True) for it in poll.experts.all())]


def ranking(poll: Poll, people: Sequence[Asked]) -> list[Combination]:
    """The combinations of a poll `with_ballots()`, the best first. people: as `people_asked` gives them."""
    asked = with_experts(poll, people)
    combinations = [_combination(poll, option, asked) for option in poll.options.all()]
    return sorted(combinations, key=lambda it: it.place_in_ranking)


def without_answer(poll: Poll, people: Sequence[Asked]) -> list[Asked]:
    """Who has not answered for every date that is to come."""
    coming = [option for option in poll.options.all() if not option.has_passed]
    answered = [{(vote.person_id, vote.expert_id) for vote in option.votes.all()} for option in coming]
    return [it for it in with_experts(poll, people) if any(it.key not in keys for keys in answered)]


def _combination(poll: Poll, option: PollOption, asked: Sequence[Asked]) -> Combination:
    votes = {(vote.person_id, vote.expert_id): vote for vote in option.votes.all()}
    answers = {it.key: votes[it.key].answer for it in asked if it.key in votes}

    def said(answer: str | None) -> list[Asked]:
        return [it for it in asked if answers.get(it.key) == answer]

    return Combination(
        option=option,
        able=said(Answer.YES),
        if_need_be=said(Answer.IF_NEED_BE),
        missing=said(Answer.NO),
        silent=said(None),
        notes=[(it.name, votes[it.key].note) for it in asked if it.key in votes and votes[it.key].note],
        rules=list(_rules(poll, option, asked, answers)),
    )


def _rules(poll: Poll, option: PollOption, asked: Sequence[Asked], answers: Mapping[Any, str]) -> Iterable[Rule]:
    coming = [it for it in asked if answers.get(it.key, Answer.NO) != Answer.NO]
    if option.starts_at <= timezone.now():
        yield Rule(met=False, text=_("This date has passed."), firm=True)
    yield _share(poll, [it for it in asked if it.participant], [it for it in coming if it.participant])
    if poll.facilitator_must:
        yield _facilitator([it for it in coming if it.facilitator])
    for expert in (it for it in asked if it.expert):
        yield _expert(expert, answers.get(expert.key))
    host = option.place.offered_by
    if host and host.state != Enrolment.State.ACCEPTED:
        yield Rule(met=False, text=_("%(name)s offered this place, and has left.") % {"name": host.person.name})
    if option.place.capacity is not None:
        yield _room(option.place.capacity, len(coming))
        guests = sum(it.participant for it in coming) if poll.network.guests_allowed else 0
        if guests and len(coming) <= option.place.capacity:
            yield _room_for_guests(option.place.capacity, len(coming) + guests)


def _share(poll: Poll, participants: Sequence[Asked], coming: Sequence[Asked]) -> Rule:
    if not participants:
        return Rule(met=True, text=_("Nobody takes part yet."))
    text = _("Can come: %(coming)s of %(all)s participants (%(share)s%%); asked for is %(quorum)s%%.") % {
        "coming": len(coming),
        "all": len(participants),
        "share": len(coming) * 100 // len(participants),
        "quorum": poll.quorum,
    }
    return Rule(met=len(coming) * 100 >= poll.quorum * len(participants), text=text)


def _facilitator(coming: Sequence[Asked]) -> Rule:
    if not coming:
        return Rule(met=False, text=_("No facilitator has said that he or she can come, and one must."))
    names = ", ".join(it.name for it in coming)
    return Rule(met=True, text=_("%(names)s can come as facilitator.") % {"names": names})


def _expert(expert: Asked, answer: str | None) -> Rule:
    if answer is None:
        text = _("We do not know yet whether %(name)s can come as expert.")
    elif answer == Answer.NO:
        text = _("%(name)s cannot come as expert, and must.")
    else:
        text = _("%(name)s can come as expert.")
    return Rule(met=answer in {Answer.YES, Answer.IF_NEED_BE}, text=text % {"name": expert.name})


def _room(capacity: int, coming: int) -> Rule:
    if coming > capacity:
        text = _("There is room for %(capacity)s, and %(coming)s people want to come.")
    else:
        text = _("There is room for %(capacity)s; %(coming)s people can come.")
    return Rule(met=coming <= capacity, text=text % {"capacity": capacity, "coming": coming}, firm=True)


def _room_for_guests(capacity: int, people: int) -> Rule:
    """Each participant may bring one (DOMAIN.md 1); not everybody does, so the facilitator may pass over it."""
    if people > capacity:
        text = _("If everybody brings a guest, %(people)s people come, and there is room for %(capacity)s.")
    else:
        text = _("There is room for everybody’s guest too: that makes %(people)s people.")
    return Rule(met=people <= capacity, text=text % {"capacity": capacity, "people": people})
