"""The actions that came out of a meeting: done, and not done after all."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from core.doors import found_in
from networks.models import Outcome
from networks.news import papers as news
from networks.services.archiving import require_open
from networks.services.log import note, of_meeting


@transaction.atomic
def finish_action(*, action: Outcome, by: User) -> Outcome:
    """The action is done; saying so twice changes nothing. Raises NotFound, NetworkArchived."""
    row = _locked(action)
    if row.is_done:
        return row
    row.done_at, row.done_by = timezone.now(), by
    news.taken_back([row])
    return _stored(row, "meeting.action_done", by)


@transaction.atomic
def reopen_action(*, action: Outcome, by: User) -> Outcome:
    """The action is not done after all; it is asked again of who has it. Raises NotFound, NetworkArchived."""
    row = _locked(action)
    if not row.is_done:
        return row
    row.done_at = row.done_by = None
    return _stored(row, "meeting.action_reopened", by)


def _locked(action: Outcome) -> Outcome:
    """Whoever writes the report may have taken it out meanwhile, or made it a decision."""
    row: Outcome = found_in(
        Outcome.objects.select_for_update(of=("self",)).actions().with_meeting().filter(pk=action.pk)
    )
    require_open(row.meeting.series.network)
    return row


def _stored(row: Outcome, event: str, by: User) -> Outcome:
    row.save(update_fields=["done_at", "done_by"])
    note(row.meeting.series.network, event, by=by, about=row.person, **of_meeting(row.meeting))
    return row
