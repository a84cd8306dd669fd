"""What a poll does by itself: reminding those who have not answered, and telling that its time is up."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from networks.models import Poll
from networks.news import polls as news
from networks.polling import people_asked, without_answer
from networks.services.polls.keeping import REMINDERS, locked_poll, reminders_passed


def remind_and_end() -> int:
    """The scheduler's job; running it again tells nothing twice. Returns how many polls had something to tell."""
    now = timezone.now()
    nearly = Poll.objects.taking_votes().filter(deadline__lte=now + max(REMINDERS), reminders_sent__lt=len(REMINDERS))
    ended = Poll.objects.filter(state=Poll.State.OPEN, deadline__lte=now, ended_told_at=None, network__closed_at=None)
    return sum(_remind(poll) for poll in nearly) + sum(_end(poll, now) for poll in ended)


@transaction.atomic
def _remind(poll: Poll) -> bool:
    """Only those who have not answered hear of it, and of each moment once."""
    poll = locked_poll(poll)
    passed = reminders_passed(poll.deadline)
    if not poll.takes_votes or passed <= poll.reminders_sent:
        return False
    poll.reminders_sent = passed
    poll.save(update_fields=["reminders_sent"])
    news.reminder(poll, silent_people(poll))
    return True


@transaction.atomic
def _end(poll: Poll, now: datetime) -> bool:
    """The facilitators hear that nobody can answer any more, and that it is their turn."""
    poll = locked_poll(poll)
    if poll.state != Poll.State.OPEN or poll.deadline > now or poll.ended_told_at:
        return False
    poll.ended_told_at = now
    poll.save(update_fields=["ended_told_at"])
    news.ended(poll, len(silent_people(poll)))
    return True


def silent_people(poll: Poll) -> list[User]:
    """The people who have not answered for every date that is to come."""
    ballots = Poll.objects.with_ballots().get(pk=poll.pk)
    silent = [it.key[0] for it in without_answer(ballots, people_asked(poll.network)) if it.key[0] is not None]
    return list(User.objects.filter(pk__in=silent))
