"""On the day: the facilitator begins, lets the turn go round and ends; from then on the time to reflect runs."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from validation.errors import DialogueNotOpen
from validation.models import Dialogue
from validation.news import dialogues as news
from validation.services.dialogues import change, check_may, locked, taken
from validation.services.moving import move_case

GUIDE = "validation.guide_dialogue"
DAY = timedelta(days=1)


@transaction.atomic
def give_turn(*, dialogue: Dialogue, by: User, number: int) -> Dialogue:
    """The turn goes to this place, which also begins the dialogue; pressing twice gives it once.

    Raises NotAllowed, DialogueNotOpen.
    """
    row = locked(dialogue)
    check_may(by, GUIDE, row)
    if not row.may_begin or number not in {it.number for it in taken(row)}:
        raise DialogueNotOpen
    row.turn, row.begun_at = number, row.begun_at or timezone.now()
    row.save(update_fields=["turn", "begun_at"])
    return row


@transaction.atomic
def end_dialogue(*, dialogue: Dialogue, by: User) -> Dialogue:
    """The talk was held; each has so many hours as the version says for the final reflection (DOMAIN.md 3b).

    Ending twice is ending once. Raises NotAllowed, DialogueNotOpen before it began.
    """
    row = locked(dialogue)
    check_may(by, GUIDE, row)
    if row.state == Dialogue.State.HELD:
        return row
    if not row.is_planned or row.begun_at is None:
        raise DialogueNotOpen
    people, moment = taken(row), timezone.now()
    due_at = moment + timedelta(hours=max(it.theme.case.version.reflection_hours for it in people))
    step = row.version.steps.filter(key="reflect").first()
    remind_at = due_at - (step.remind_days if step else 1) * DAY
    if remind_at <= moment:
        remind_at = moment + (due_at - moment) / 2
    times = {"ended_at": moment, "due_at": due_at, "remind_at": remind_at, "reminded_at": None}
    change(row, state=Dialogue.State.HELD, turn=0, **times)
    for place in people:
        move_case(case=place.theme.case, step="hold_talk", by=by)
    news.held(row)
    return row
