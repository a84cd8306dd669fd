"""What the library tells a facilitator: who still has to share, and what waits for review."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from networks.attention import Round, Signal, rows
from networks.models import Agreement, Network
from networks.obligations import State
from resources.models import Practice

NEAR_THE_END = timedelta(days=42)


def matters(network: Network, moment: datetime) -> Iterator[QuerySet[Any, Any]]:
    """Practices of this network that wait for a decision."""
    waiting = Practice.objects.filter(network=network, state=Practice.State.SUBMITTED)
    yield rows(waiting, "reviews", since="submitted_at")


def practices_due(round_: Round) -> Iterator[Signal]:
    """Participants who share nothing yet, when the series nears its end or has ended."""
    last = max((it.ends_at for it in round_.network.meetings if it.ends_at and not it.is_cancelled), default=None)
    if last is None or last - NEAR_THE_END > round_.moment:
        return
    due = [it for it in round_.members if _still_to_share(round_, it.pk)]
    if due:
        yield Signal(
            title=_("Good practice still to be shared"),
            why=_("The series nears its end or is over, and nothing of theirs is published or submitted."),
            people=due,
        )


def practices_to_review(round_: Round) -> Iterator[Signal]:
    """Practices of this network that wait for a decision."""
    titles = [practice.title for practice in round_.matters.get("reviews", ())]
    if titles:
        yield Signal(
            title=ngettext("A practice waits for review", "Practices wait for review", len(titles)),
            why=_("Their authors hear from you whether it can be published."),
            about=titles,
            url=reverse("resources:reviews"),
            action=_("Review"),
            urgent=True,
        )


def _still_to_share(round_: Round, enrolment: int) -> bool:
    ledger = round_.ledger.get(enrolment, [])
    return any(it.kind == Agreement.Kind.SHARING and it.state == State.OPEN for it in ledger)


WATCHERS = {"practices_to_review": practices_to_review, "practices_due": practices_due}
