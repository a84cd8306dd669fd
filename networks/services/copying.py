"""A network as the start of the next one: what was thought out goes along, people and what they said do not."""

import uuid
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction

from accounts.models import User
from core.aliases import stand_in
from core.texts import checked_text
from networks.models import Assignment, Meeting, Network, NetworkPage
from networks.policies import is_facilitator
from networks.services.agreements import word_agreement
from networks.services.log import note
from networks.services.series import plan_series
from networks.walltime import AMSTERDAM

SETTINGS = (
    "sectors",
    "places",
    "last_places_threshold",
    "waiting_list",
    "offer_hours",
    "approval",
    "guests_allowed",
    "contact_email",
)
Assignments = dict[int | None, Assignment | None]


@transaction.atomic
def copy_network(
    *,
    network: Network,
    by: User,
    name: str,
    title: str,
    days: Sequence[date],
    starts: time,
    ends: time,
    place: str = "",
    online_url: str = "",
) -> Network:
    """Make the next network: settings, a series on these days, agreements, obligations, assignments, questions.

    Its meetings get subject, preparation and agenda of those of the original, in order.

    Its announcement is a draft and nobody can sign up, until somebody says so. Who facilitates the original and copies
    it, facilitates the new one. title: of the series. Raises InvalidInput.
    """
    title = checked_text("title", title, longest=200)
    copy = Network(title=checked_text("name", name, longest=200), start_unknown=True, hidden=network.hidden)
    for setting in SETTINGS:
        setattr(copy, setting, getattr(network, setting))
    copy.save()
    copy.themes.set(network.themes.all())
    if is_facilitator(by, network):
        copy.facilitators.add(by)
    where = {"place": place, "online_url": online_url}
    series = plan_series(network=copy, by=by, title=title, days=days, starts=starts, ends=ends, **where)
    _copy_papers(network, list(series.meetings.order_by("number")))
    assignments = _copy_assignments(network, list(series.meetings.order_by("number")), copy, by)
    _copy_rules(network, copy, assignments)
    for point in network.agreement_points.filter(asked=True):
        point.pk, point.network, point.version = None, copy, 0
        word_agreement(point=point, by=by)
    for question in (*network.sign_up_questions.all(), *network.evaluation_questions.filter(asked=True)):
        _again(question, network=copy)
    _copy_pages(network, copy, by)
    note(network, "settings.copied", by=by)
    note(copy, "settings.begun", by=by)
    return copy


def _again(row: Any, **changes: Any) -> Any:
    """One more row with the same facts but for these."""
    row.pk = None
    row._state.adding = True
    for name, value in changes.items():
        setattr(row, name, value)
    row.save()
    return row


def _copy_papers(network: Network, meetings: list[Meeting]) -> None:
    """Subject, preparation and agenda, each time as long after the beginning as it was. Speakers are asked anew."""
    for old, new in zip(_held(network), meetings, strict=False):
        new.title, new.preparation = old.title, old.preparation
        new.save(update_fields=["title", "preparation"])
        gap = timedelta()
        if new.starts_at and old.starts_at:
            gap = _clock(new.starts_at) - _clock(old.starts_at)
        for item in old.agenda.all():
            _again(item, meeting=new, starts=_later(item.starts, gap), speaker="")


def _held(network: Network) -> list[Meeting]:
    """The meetings that go on or went on, in time."""
    return [it for it in network.meetings if not it.is_cancelled]


def _clock(moment: datetime) -> timedelta:
    """How late on the day it is, on the clock at school."""
    local = moment.astimezone(AMSTERDAM)
    return timedelta(hours=local.hour, minutes=local.minute)


def _later(clock: time | None, gap: timedelta) -> time | None:
    """The time on the clock this much later; past midnight there is none."""
    if clock is None:
        return None
    moved = datetime.combine(date(2000, 1, 2), clock) + gap
    return moved.time() if moved.day == 2 else None


def _copy_assignments(network: Network, meetings: list[Meeting], copy: Network, by: User) -> Assignments:
    """Around the meeting with the same place in the row; a day of its own moves along with the first meeting."""
    old = _held(network)
    by_old = {it.pk: meetings[min(place, len(meetings) - 1)] for place, it in enumerate(old)}
    first = next((it.starts_at for it in old if it.starts_at), None)
    shift = meetings[0].starts_at - first if first and meetings[0].starts_at else timedelta()
    copies: Assignments = {None: None}
    for assignment in Assignment.objects.filter(network=network).order_by("pk"):
        source, materials = assignment.pk, list(assignment.materials.all())
        meeting = by_old.get(assignment.meeting_id or 0)
        due = assignment.due_at + shift if assignment.due_at and first else None
        assignment.meeting = meeting
        _again(
            assignment, network=copy, meeting=meeting, due_at=due, set_by=by, key=None, closed_at=None, reminded_at=None
        )
        assignment.follow_meeting()
        assignment.save(update_fields=["due_at"])
        for material in materials:
            _again(material, assignment=assignment)
        copies[source] = assignment
    return copies


def _copy_rules(network: Network, copy: Network, assignments: Assignments) -> None:
    """With a last day left out: it belonged to the old dates."""
    for rule in network.obligation_rules.current():
        _again(rule, network=copy, assignment=assignments[rule.assignment_id], due_on=None, since=None)


def _copy_pages(network: Network, copy: Network, by: User) -> None:
    """The announcement in each language that it was written in, as a draft; they stay each other's translations."""
    key = uuid.uuid4()
    changes = {"title": copy.title, "slug": copy.slug, "network": copy, "translation_key": key}
    written = [
        page.copy(
            to=page.get_parent(),
            update_attrs=changes,
            copy_revisions=False,
            keep_live=False,
            reset_translation_key=False,
            user=by,
        )
        for page in NetworkPage.objects.filter(network=network, alias_of=None)
    ]
    for page in written:
        stand_in(page)
