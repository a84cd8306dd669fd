"""Answering a poll, and telling the facilitator when everybody has."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput
from core.model_checks import check_characters, refusing
from networks.errors import NotAsked
from networks.models import Poll, PollExpert, PollVote
from networks.news import polls as news
from networks.policies import people_of
from networks.polling import people_asked, without_answer
from networks.services.log import note
from networks.services.polls.keeping import locked_and_open


@dataclass(frozen=True)
class Vote:
    """The answer to one option, by its id."""

    option: int
    answer: str
    note: str = ""


@transaction.atomic
def vote(*, poll: Poll, person: User, votes: Sequence[Vote]) -> Poll:
    """These are the person's answers now, in the place of earlier ones; answers to dates that have passed stay.

    Raises PollClosed, NotAsked, InvalidInput.
    """
    poll = locked_and_open(poll)
    if not people_of(poll.network).filter(pk=person.pk).exists():
        raise NotAsked
    _replace(poll, votes, person=person)
    _tell_when_complete(poll)
    return poll


@transaction.atomic
def vote_for_expert(*, expert: PollExpert, by: User, votes: Sequence[Vote]) -> Poll:
    """What the facilitator heard from the expert. Raises PollClosed, InvalidInput."""
    poll = locked_and_open(expert.poll)
    _replace(poll, votes, expert=expert)
    note(poll.network, "poll.expert", by=by, title=poll.title)
    return poll


def _replace(poll: Poll, votes: Sequence[Vote], **voter: User | PollExpert) -> None:
    options = poll.options.coming().in_bulk()
    given = {it.option: it for it in votes}
    if len(given) < len(votes) or not given.keys() <= options.keys():
        raise InvalidInput(errors={"votes": [_("Answer each of the dates of this poll that are to come once.")]})
    before = {it.option_id: it for it in PollVote.objects.filter(option__in=options, **voter)}
    PollVote.objects.filter(pk__in=[it.pk for pk, it in before.items() if pk not in given]).delete()
    for pk, new in given.items():
        row = before.get(pk) or PollVote(option=options[pk], **voter)
        if (row.answer, row.note) != (new.answer, new.note.strip()):
            row.answer, row.note = new.answer, new.note.strip()
            with refusing("votes"):  # without the constraints, which are the database's: they cost a query per answer
                row.clean_fields(exclude=["option", "person", "expert"])
                check_characters(row)
            row.save()


def _tell_when_complete(poll: Poll) -> None:
    """Once every participant has answered for every date to come, the facilitators hear it; once."""
    if poll.complete_told_at:
        return
    poll = Poll.objects.with_ballots().get(pk=poll.pk)
    participants = [it for it in people_asked(poll.network) if it.participant]
    if not participants or any(it.participant for it in without_answer(poll, participants)):
        return
    Poll.objects.filter(pk=poll.pk).update(complete_told_at=timezone.now())
    news.complete(poll, len(participants))
