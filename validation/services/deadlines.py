"""Until when somebody has for a step: set, met, put off by a coordinator, and told of before it passes."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput, NotAllowed
from core.texts import checked_text
from validation.models import Case, CaseEvent, CaseTheme, Deadline, DeadlineExtension
from validation.news import course as news
from validation.services.noting import note

SHORTEST_NOTICE = 2  # where the time is shorter than the reminder, it comes half-way


@transaction.atomic
def set_deadline(
    *, case: Case, person: User, kind: str, due_at: datetime, theme: CaseTheme | None = None, remind_days: int = 7
) -> Deadline:
    """Give the person until this moment; an open deadline of the same kind is moved there."""
    moment = timezone.now()
    remind_at = due_at - timedelta(days=remind_days)
    if remind_at <= moment:
        remind_at = moment + (due_at - moment) / SHORTEST_NOTICE
    facts = {"due_at": due_at, "remind_at": remind_at, "reminded_at": None, "passed_at": None}
    which: dict[str, Any] = {"case": case, "theme": theme, "person": person, "kind": kind, "met_at": None}
    return Deadline.objects.update_or_create(**which, defaults=facts)[0]


def set_step_deadline(*, case: Case, person: User, step: str, theme: CaseTheme | None = None) -> Deadline | None:
    """The deadline that the version of the case gives this step, from now on; None where it gives none."""
    rule = case.version.steps.filter(key=step).exclude(days=None).first()
    if rule is None or rule.days is None:
        return None
    due_at = timezone.now() + timedelta(days=rule.days)
    return set_deadline(case=case, person=person, kind=step, due_at=due_at, theme=theme, remind_days=rule.remind_days)


def meet_deadlines(*, case: Case, kind: str, theme: CaseTheme | None = None, person: User | None = None) -> None:
    """What was to be done is done, by everybody or by this person."""
    open_ones = Deadline.objects.filter(case=case, theme=theme, kind=kind, met_at=None)
    if person is not None:
        open_ones = open_ones.filter(person=person)
    open_ones.update(met_at=timezone.now())


@transaction.atomic
def extend_deadline(*, deadline: Deadline, by: User, due_at: datetime, reason: str) -> Deadline:
    """Give more time, with a reason that the person reads. Raises NotAllowed, InvalidInput."""
    row = (
        Deadline.objects.select_for_update(of=("self",))
        .select_related("case__version__programme", "theme__case", "person")
        .get(pk=deadline.pk)
    )
    if not by.has_perm("validation.coordinate_case", row.case):
        raise NotAllowed
    text = checked_text("reason", reason)
    if due_at <= max(row.due_at, timezone.now()):
        raise InvalidInput(errors={"due_at": [_("Choose a later moment than the present one.")]})
    put_off(row, by=by, due_at=due_at, reason=text)
    facts = {"deadline": row.kind, "due_at": due_at, "reason": text}
    note(row.case, "deadline.extend", theme=row.theme, by=by, audience=CaseEvent.Audience.ALL, **facts)
    news.extended(row, text)
    return row


def put_off(row: Deadline, *, by: User, due_at: datetime, reason: str) -> None:
    """Note the later moment, and remind as long before it as before the earlier one."""
    DeadlineExtension.objects.create(deadline=row, due_before=row.due_at, due_at=due_at, reason=reason, by=by)
    remind_at = due_at - (row.due_at - row.remind_at)
    row.due_at, row.remind_at, row.reminded_at, row.passed_at = due_at, max(remind_at, timezone.now()), None, None
    row.save(update_fields=["due_at", "remind_at", "reminded_at", "passed_at"])


def tell_of_deadlines() -> int:
    """The scheduler's job: remind before a deadline passes, and say when it did, each once. Returns how many."""
    moment, told = timezone.now(), 0
    facts = ("case__version__programme", "case__person", "theme__case", "person")
    rows = Deadline.objects.open().filter(passed_at=None).select_related(*facts)
    for field, tell, due in (("passed_at", news.passed, "due_at"), ("reminded_at", news.near, "remind_at")):
        for row in rows.filter(**{f"{due}__lte": moment, field: None}):
            with transaction.atomic():
                if Deadline.objects.filter(pk=row.pk, met_at=None, **{field: None}).update(**{field: moment}):
                    tell(row)
                    told += 1
                    # That an assessor is late would tell what is sealed: who has not handed in.
                    if field == "passed_at" and row.person_id == row.case.person_id:
                        note(row.case, "deadline.pass", theme=row.theme, by=None, deadline=row.kind)
    return told
