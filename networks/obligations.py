"""The ledger: what each participant agreed to, how it stands, why, and what to do (DOMAIN.md 1)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from networks.models import Agreement, Enrolment

Text = str | Promise


class State(models.TextChoices):
    """How an obligation stands."""

    DONE = "done", _("Done")
    OPEN = "open", _("To do")
    ATTAINABLE = "attainable", _("On course")
    UNATTAINABLE = "unattainable", _("No longer attainable")


@dataclass(frozen=True, kw_only=True)
class Obligation:
    """One line of the ledger. `todo` and `url` may be empty: then there is nothing to do.

    at_risk: on course, yet something is to be made up for.
    """

    kind: str
    label: Text
    state: State
    why: Text
    todo: Text = ""
    url: str = ""
    at_risk: bool = False


# Answers for all these participants at once, in a fixed number of queries; by the enrolment's id.
Evaluator = Callable[[Sequence[Enrolment]], Mapping[int, Obligation]]
_evaluators: dict[str, Evaluator] = {}


def register(kind: str, evaluator: Evaluator) -> None:
    """Say how an obligation of this kind stands. An app does this in its AppConfig.ready()."""
    _evaluators[kind] = evaluator


def ledger(enrolments: Sequence[Enrolment]) -> dict[int, list[Obligation]]:
    """The obligations of each enrolment, by its id, in the order of the agreements."""
    answers = [_evaluators[kind](enrolments) for kind in sorted(_evaluators, key=_place)]
    return {
        enrolment.pk: [answer[enrolment.pk] for answer in answers if enrolment.pk in answer] for enrolment in enrolments
    }


def _place(kind: str) -> tuple[int, str]:
    known = Agreement.Kind.values
    return (known.index(kind) if kind in known else len(known), kind)
