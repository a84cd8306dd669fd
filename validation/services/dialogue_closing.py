"""The facilitator closes each of the three, once the reflections are opened: valued, or with feedback to go on with."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput
from core.texts import checked_text
from validation.errors import DialogueNotOpen
from validation.models import Dialogue, DialoguePlace, Outcome
from validation.news import dialogues as news
from validation.services.certificates import grant_certificate
from validation.services.dialogue_room import GUIDE
from validation.services.dialogues import check_may, end_guiding, locked, taken
from validation.services.moving import move_case, move_theme
from validation.services.talk_outcomes import MOST_POINTS


@transaction.atomic
def close_place(
    *, place: DialoguePlace, by: User, outcome: str, feedback: str, points: int | None = None
) -> DialoguePlace:
    """Value somebody's conversation, which gives the certificate, or say what it lacks, to prepare anew.

    points: how many the theme yields, where the rules leave that open. The same twice is once.
    Raises NotAllowed, DialogueNotOpen before all reflections are in or when closed otherwise, InvalidInput.
    """
    dialogue = locked(place.dialogue)
    check_may(by, GUIDE, dialogue)
    row = next((it for it in taken(dialogue) if it.pk == place.pk), None)
    if row is None or not dialogue.is_open:
        raise DialogueNotOpen
    if outcome not in Outcome.values:
        raise InvalidInput(errors={"outcome": [_("Choose one of the options.")]})
    text = checked_text("feedback", feedback)
    if points is not None and not 0 <= points <= MOST_POINTS:
        raise InvalidInput(errors={"points": [_("Fill in a number up to %(most)s.") % {"most": MOST_POINTS}]})
    if row.closed_at:
        if (row.outcome, row.feedback) != (outcome, text):
            raise DialogueNotOpen
        return row
    row.outcome, row.feedback, row.closed_at, row.is_open = outcome, text, timezone.now(), False
    row.save(update_fields=["outcome", "feedback", "closed_at", "is_open"])
    news.decided(row)
    _move(row, by, points)
    _end_when_all_are_closed(dialogue)
    return row


def _move(place: DialoguePlace, by: User, points: int | None) -> None:
    theme = place.theme
    if place.outcome == Outcome.SUFFICIENT:
        move_theme(theme=theme, step="value", by=by)
        grant_certificate(theme=theme, points=points)
        move_case(case=theme.case, step="complete", by=by)
    else:
        move_theme(theme=theme, step="find_insufficient", by=by)
        move_case(case=theme.case, step="begin_anew", by=by)
    end_guiding(theme.case)


def _end_when_all_are_closed(dialogue: Dialogue) -> None:
    if dialogue.places.taken().filter(closed_at=None).exists():
        return
    dialogue.state, dialogue.closed_at = Dialogue.State.CLOSED, timezone.now()
    dialogue.save(update_fields=["state", "closed_at"])
    news.closed(dialogue)
