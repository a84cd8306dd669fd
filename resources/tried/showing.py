"""What a practice's page shows of schools that tried it."""

from typing import Any

from resources.models import Practice, Trial
from resources.tried.policies import get_own_trial, may_report


def trials_to_show(practice: Practice, reader: Any) -> dict[str, Any]:
    """The published reports, the reader's own, and whether the reader may report; a visitor may after signing in."""
    if not practice.is_published:
        return {"trials": []}
    return {
        "trials": list(Trial.objects.published().with_facts().filter(practice=practice)),
        "own_trial": get_own_trial(reader, practice),
        "may_try": not reader.is_authenticated or may_report(reader, practice),
    }
