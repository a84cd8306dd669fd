"""What people read before and after a meeting: preparation and agenda, report and outcomes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import time
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput, VersionConflict
from core.texts import checked_text
from networks.models import AgendaItem, Meeting, Outcome
from networks.models.meetings import REPORT_LENGTH
from networks.news import papers as news
from networks.policies import people_of
from networks.services.log import note, of_meeting
from networks.services.meeting_locks import locked_meeting
from networks.services.rewriting import normal, rewritten

MOST_ITEMS, MOST_OUTCOMES = 40, 100
ITEM = ("starts", "title", "speaker", "note")
OUTCOME = ("kind", "text", "person_id", "who", "due_on")
Rows = Sequence[Mapping[str, Any]]


@transaction.atomic
def write_agenda(*, meeting: Meeting, by: User, preparation: str, items: Rows, version: int | None = None) -> Meeting:
    """Write what people prepare and the agenda, in the place of what was there; who takes part hears of it once.

    items: facts of each, with its `id` when it is there already; those with a time stand in the order of the clock.
    version: the `agenda_version` that was read; sending the same twice is no conflict.
    Raises NotFound, InvalidInput, VersionConflict, NetworkArchived.
    """
    row = locked_meeting(meeting)
    is_stale = version not in {None, row.agenda_version}
    preparation = normal(checked_text("preparation", preparation, needed=False))
    found = list(row.agenda.all())
    before = (normal(row.preparation), _facts(found, ITEM))
    items = _anew(items) if is_stale else items
    rows, removed = rewritten(found, items, field="items", most=MOST_ITEMS, new=lambda: AgendaItem(meeting=row))
    rows = _by_clock(rows)
    if (preparation, _facts(rows, ITEM)) == before:
        return row
    if is_stale:
        raise VersionConflict
    for position, item in enumerate(rows):
        item.position = position
        item.save()
    AgendaItem.objects.filter(pk__in=[it.pk for it in removed]).delete()
    row.preparation, row.agenda_version = preparation, row.agenda_version + 1
    row.save(update_fields=["preparation", "agenda_version"])
    note(row.series.network, "meeting.agenda", by=by, **of_meeting(row))
    if (preparation or rows) and not (row.is_over or row.is_cancelled):
        news.agenda_written(row, by, first=not any(before))
    return row


@transaction.atomic
def write_report(*, meeting: Meeting, by: User, report: str, outcomes: Rows, version: int | None = None) -> Meeting:
    """Write the report, the decisions and the actions, in the place of what was there; who takes part hears of it once.

    outcomes: facts of each, with its `id` when it is there already; an action may be given to a `person` of the
    network, who is told. version: the `report_version` that was read; sending the same twice is no conflict.
    Raises NotFound, InvalidInput, VersionConflict, NetworkArchived.
    """
    row = locked_meeting(meeting)
    is_stale = version not in {None, row.report_version}
    report = normal(checked_text("report", report, longest=REPORT_LENGTH, needed=False))
    found = list(row.outcomes.select_for_update(of=("self",)).select_related("person"))  # nobody marks them meanwhile
    before = (normal(row.report), _facts(found, OUTCOME))
    had = {it.pk: (it.person_id, it.due_on, it.text) for it in found}
    outcomes = _anew(outcomes) if is_stale else outcomes
    rows, removed = rewritten(found, outcomes, field="outcomes", most=MOST_OUTCOMES, new=lambda: Outcome(meeting=row))
    if (report, _facts(rows, OUTCOME)) == before:
        return row
    if is_stale:
        raise VersionConflict
    _check_people(row, rows, had)
    news.taken_back(removed)
    Outcome.objects.filter(pk__in=[it.pk for it in removed]).delete()
    for outcome in rows:
        _store(outcome, had.get(outcome.pk), by)
    row.report, row.report_version = report, row.report_version + 1
    row.save(update_fields=["report", "report_version"])
    note(row.series.network, "meeting.report", by=by, **of_meeting(row))
    if report or rows:
        news.report_written(row, by, first=not any(before))
    return row


def _anew(rows: Rows) -> list[dict[str, Any]]:
    """The rows as if none was there yet: whoever read an older version may be sending the same a second time."""
    return [{**row, "id": None} for row in rows]


def _facts(rows: Iterable[Any], names: Sequence[str]) -> list[tuple[Any, ...]]:
    """What of the rows counts as a change."""
    return [tuple(_plain(getattr(row, name)) for name in names) for row in rows]


def _plain(value: Any) -> Any:
    return normal(value) if isinstance(value, str) else value


def _by_clock(items: list[AgendaItem]) -> list[AgendaItem]:
    """In the order of their times; one without a time stays below the one that it stood under."""
    clock, keyed = time.min, []
    for item in items:
        clock = item.starts or clock
        keyed.append((clock, item))
    return [item for _clock, item in sorted(keyed, key=lambda pair: pair[0])]


def _check_people(meeting: Meeting, rows: Sequence[Outcome], had: Mapping[int, Sequence[Any]]) -> None:
    """Only actions are given, to people of the network; whoever has left keeps what was given before."""
    at_home = set(people_of(meeting.series.network).values_list("pk", flat=True))
    errors: dict[str, list[str]] = {}
    for number, row in enumerate(rows):
        if row.person_id is None:
            continue
        if not row.is_action:
            errors[f"outcomes.{number}.person"] = [_("Only an action can be given to somebody.")]
        elif row.person_id not in at_home and had.get(row.pk, [None])[0] != row.person_id:
            errors[f"outcomes.{number}.person"] = [_("Choose somebody of this network.")]
    if errors:
        raise InvalidInput(errors=errors)


def _store(outcome: Outcome, had: Sequence[Any] | None, by: User) -> None:
    """Store it; who has to do it hears so when it is new, or other than it was."""
    is_other = had != (outcome.person_id, outcome.due_on, outcome.text)
    if not outcome.is_action:
        outcome.done_at = outcome.done_by = None
    outcome.save()
    if had and (is_other or not outcome.is_action):
        news.taken_back([outcome])
    if is_other and outcome.person and not outcome.is_done:
        news.action_given(outcome, by)
