"""The ledger: what each participant agreed to, how it stands, why, and what to do (DOMAIN.md 1)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db import models
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from core.once import once
from networks.models import Agreement, Arrangement, Enrolment

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
# The same for whatever number of obligations each participant has.
Several = Callable[[Sequence[Enrolment]], Mapping[int, Sequence[Obligation]]]
_several: list[Several] = []


def register(kind: str, evaluator: Evaluator) -> None:
    """Say how an obligation of this kind stands. An app does this in its AppConfig.ready()."""
    _evaluators[kind] = evaluator


def register_several(several: Several) -> None:
    """Add obligations that differ per network. An app does this once, in its AppConfig.ready()."""
    _several.append(several)


def ledger(enrolments: Sequence[Enrolment]) -> dict[int, list[Obligation]]:
    """The obligations of each enrolment, by its id: the four agreements in their order, then what else is asked.

    What a facilitator arranged has the last word; in a closed network what is not done stays so.
    """
    answers = [_evaluators[kind](enrolments) for kind in sorted(_evaluators, key=_place)]
    more = [several(enrolments) for several in _several]
    arranged = _arranged(enrolments)
    return {
        it.pk: [
            _as_closed(it, _as_arranged(obligation, arranged.get((it.pk, obligation.kind))))
            for obligation in (
                *(answer[it.pk] for answer in answers if it.pk in answer),
                *(obligation for found in more for obligation in found.get(it.pk, [])),
            )
        ]
        for it in enrolments
    }


def arrangements_of(enrolments: Sequence[Enrolment]) -> list[Arrangement]:
    """All that facilitators arranged with these participants."""
    ids = tuple(enrolment.pk for enrolment in enrolments)
    return once(("arrangements", ids), lambda: list(Arrangement.objects.filter(enrolment__in=ids)))


def _arranged(enrolments: Sequence[Enrolment]) -> dict[tuple[int, str], Arrangement]:
    return {(it.enrolment_id, it.kind): it for it in arrangements_of(enrolments) if it.meeting_id is None}


def _as_arranged(obligation: Obligation, arrangement: Arrangement | None) -> Obligation:
    if arrangement is None or obligation.state == State.DONE:
        return obligation
    if arrangement.met_at is None:
        todo = _("Agreed with your facilitator: %(what)s") % {"what": arrangement.text}
        return replace(obligation, state=State.ATTAINABLE, todo=todo)
    why = _("Made up for: %(what)s") % {"what": arrangement.text}
    if not arrangement.text:
        why = _("Checked off on %(day)s.") % {"day": date_format(localtime(arrangement.met_at), "j F Y")}
    return replace(obligation, state=State.DONE, why=why, todo="")


def _as_closed(enrolment: Enrolment, obligation: Obligation) -> Obligation:
    if obligation.state == State.DONE or not enrolment.network.is_archived:
        return obligation
    return replace(obligation, state=State.UNATTAINABLE, todo="")


def _place(kind: str) -> tuple[int, str]:
    known = Agreement.Kind.values
    return (known.index(kind) if kind in known else len(known), kind)
