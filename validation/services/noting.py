"""The timeline of a case: what the services note of what they did, in the transaction in which they did it."""

from datetime import datetime
from typing import Any

from accounts.models import User
from validation.models import Case, CaseEvent, CaseTheme


def note(
    case: Case,
    kind: str,
    *,
    by: User | None,
    theme: CaseTheme | None = None,
    audience: str = CaseEvent.Audience.ALL,
    **facts: Any,
) -> CaseEvent:
    """Add one event. kind: "subject.action", as validation.timeline tells it; by: None for what happens by itself."""
    return CaseEvent.objects.create(
        case=case,
        theme=theme,
        kind=kind,
        by=by,
        by_itself=by is None,
        audience=audience,
        facts={name: _plain(value) for name, value in facts.items()},
    )


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
