"""What the services of polls share: the lock, storing what is right, and when reminders are due."""

from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from core.doors import found_in
from core.errors import InvalidInput
from core.model_checks import check_characters, refusing
from networks.errors import PollClosed
from networks.models import Poll
from networks.services.archiving import require_open

REMINDERS = (timedelta(days=3), timedelta(days=1))
LONGEST = timedelta(days=366)
TOLD = ("reminders_sent", "complete_told_at", "ended_told_at")


def locked_poll(poll: Poll) -> Poll:
    """The poll as it is now; nobody else answers or decides until this transaction ends.

    Raises NotFound, NetworkArchived.
    """
    rows = Poll.objects.select_for_update(of=("self",)).select_related("network", "meeting__series")
    row: Poll = found_in(rows.filter(pk=poll.pk))
    require_open(row.network)
    return row


def locked_and_open(poll: Poll) -> Poll:
    """The locked poll, which takes answers now: the moment counts at which the lock is held. Raises PollClosed."""
    poll = locked_poll(poll)
    if not poll.takes_votes:
        raise PollClosed
    return poll


def store(row: models.Model, *fields: str, under: str = "") -> None:
    """Save what passes the model's checks. fields: only these. under: where errors are told, if not at each field.

    Raises InvalidInput.
    """
    with refusing(under):
        row.full_clean(exclude=[field.name for field in row._meta.fields if fields and field.name not in fields])
        check_characters(row)
    row.save(update_fields=fields or None)


def check_moment(deadline: datetime) -> None:
    """To come, and within a year. Raises InvalidInput."""
    now = timezone.now()
    if not now < deadline <= now + LONGEST:
        raise InvalidInput(errors={"deadline": [_("Choose a moment that is still to come, within a year.")]})


def check_deadline(poll: Poll) -> None:
    """The deadline is to come, and before the last date. Raises InvalidInput."""
    check_moment(poll.deadline)
    if not poll.options.filter(starts_at__gt=poll.deadline).exists():
        raise InvalidInput(errors={"deadline": [_("Choose a moment before the last of the dates.")]})


def reminders_passed(deadline: datetime) -> int:
    """How many of the moments at which we remind have passed."""
    return sum(deadline - before <= timezone.now() for before in REMINDERS)


def begin_telling(poll: Poll) -> None:
    """A new deadline, or new options: what was told before may be told again."""
    poll.reminders_sent = reminders_passed(poll.deadline)
    poll.complete_told_at = poll.ended_told_at = None
