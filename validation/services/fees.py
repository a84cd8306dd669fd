"""What becomes due when, by the rules of the version, and what the coordinator notes of it. Nothing is paid here."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput, NotAllowed
from core.texts import problem_of
from validation.errors import DueChanged
from validation.models import Case, CaseTheme, Decision, Due, Fee, TalkTheme
from validation.models.fees import REASON_LENGTH
from validation.services.moving import lock_case
from validation.states import ThemeState

ASSESSING = (Fee.Kind.ASSESSING, Fee.Kind.RESUBMISSION)
TALK = (Fee.Kind.TALK, Fee.Kind.REPEATED_TALK)
# What a step makes due, the first time and later; and the step that takes it back, as nothing was done for it yet.
MAKES_DUE: Mapping[str, tuple[Fee.Kind, Fee.Kind]] = {"submit": ASSESSING, "plan_talk": TALK}
TAKES_BACK: Mapping[str, tuple[Fee.Kind, ...]] = {
    "take_back": ASSESSING,
    "cancel_talk": TALK,
    "withdraw": (*ASSESSING, *TALK),
}
LONGEST = {"invoice_number": 50, "waived_reason": REASON_LENGTH, "purchase_number": 50}


def follow(case: Case, theme: CaseTheme | None, step: str) -> None:
    """What a step means for what is owed."""
    if theme is not None and step in MAKES_DUE:
        first, later = MAKES_DUE[step]
        turn = _done(theme, first) + 1
        owe(case, first if turn == 1 else later, theme, turn)
    if step in TAKES_BACK:
        for it in [theme] if theme is not None else list(case.themes.all()):
            _take_back(it, TAKES_BACK[step])


def owe(case: Case, kind: Fee.Kind, theme: CaseTheme | None = None, turn: int = 1) -> None:
    """Note what the version asks for this; the same once more is once, and where it asks nothing nothing is due."""
    fee = case.version.fees.filter(kind=kind, amount__gt=0).first()
    if fee is not None:
        Due.objects.get_or_create(case=case, theme=theme, kind=kind, turn=turn, defaults={"amount": fee.amount})


def waits_for_payment(theme: CaseTheme) -> bool:
    """Whether assessing waits: the programme says so, and something of the case or the theme is not paid."""
    if not theme.case.version.pays_first:
        return False
    return Due.objects.owed().filter(Q(theme=None) | Q(theme=theme.pk), case=theme.case_id).exists()


@transaction.atomic
def keep_due(*, due: Due, by: User, serial: int, **facts: Any) -> Due:
    """Note the invoice, the payment, or why nothing is charged; an empty value takes it away.

    facts: invoice_number, invoiced_on, paid_on, waived_reason, and purchase_number, which is of the whole case.
    Raises NotAllowed, DueChanged, InvalidInput.
    """
    case = lock_case(due.case)
    if not by.has_perm("validation.coordinate_case", case):
        raise NotAllowed
    row = Due.objects.select_for_update(of=("self",)).with_facts().get(pk=due.pk)
    _check(facts)
    purchase_number = facts.pop("purchase_number", case.purchase_number)
    changed = {name: value for name, value in facts.items() if getattr(row, name) != value}
    if changed and row.serial != serial:
        raise DueChanged
    if purchase_number != case.purchase_number:
        Case.objects.filter(pk=case.pk).update(purchase_number=purchase_number)
    if changed:
        for name, value in changed.items():
            setattr(row, name, value)
        row.serial, row.changed_by = row.serial + 1, by
        row.save()
    return row


def _done(theme: CaseTheme, kind: Fee.Kind) -> int:
    """How often the theme was assessed, or its talk held."""
    if kind == Fee.Kind.ASSESSING:
        return Decision.objects.filter(submission__theme=theme).exclude(decided_at=None).count()
    return TalkTheme.objects.filter(theme=theme).exclude(decided_at=None).count()


def _take_back(theme: CaseTheme, kinds: tuple[Fee.Kind, ...]) -> None:
    """What was not done and not invoiced is not owed."""
    done = {kind: _done(theme, first) for first, later in (ASSESSING, TALK) for kind in (first, later)}
    for row in theme.dues.filter(kind__in=kinds):
        if row.is_untouched and row.turn > done[Fee.Kind(row.kind)] and not _is_under_way(theme, row):
            row.delete()


def _is_under_way(theme: CaseTheme, row: Due) -> bool:
    """Assessors began: who withdraws then still owes it."""
    return row.kind in ASSESSING and ThemeState.ASSESSING in (theme.state, theme.state_before)


def _check(facts: Mapping[str, Any]) -> None:
    """Raises InvalidInput."""
    errors: dict[str, list[str]] = {}
    for name, longest in LONGEST.items():
        if problem := problem_of(facts.get(name) or "", longest=longest, needed=False):
            errors[name] = [problem]
    for name in ("invoiced_on", "paid_on"):
        day: date | None = facts.get(name)
        if day is not None and day > timezone.localdate():
            errors[name] = [_("This day has not been yet.")]
    if facts.get("waived_reason") and facts.get("paid_on"):
        errors["waived_reason"] = [_("It is paid. Take away the day of payment first.")]
    if errors:
        raise InvalidInput(errors=errors)
