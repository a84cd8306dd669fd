"""The log of a network: what the services note of what they did, in the transaction in which they did it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from accounts.models import User
from networks.models import LogEntry, Meeting, Network

Subject = LogEntry.Subject


def note(network: Network, event: str, *, by: User | None, about: User | None = None, **facts: Any) -> None:
    """Add one line. event: "subject.action", as networks.logbook tells it; by: None for what happens by itself."""
    subject, _dot, action = event.partition(".")
    LogEntry.objects.create(
        network=network,
        subject=Subject(subject),
        action=action,
        by=by,
        by_itself=by is None,
        about=about,
        facts={name: _plain(value) for name, value in facts.items()},
    )


def of_meeting(meeting: Meeting) -> dict[str, Any]:
    """What the log keeps of a meeting: how people know it, also when it is gone."""
    return {"number": meeting.number, "title": meeting.title}


def note_settings(*, network: Network, by: User | None, fields: Sequence[str], questions: bool) -> None:
    """An editor changed these settings of the network, or its questions at sign-up."""
    if fields:
        note(network, "settings.changed", by=by, fields=", ".join(fields))
    if questions:
        note(network, "settings.questions", by=by)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
