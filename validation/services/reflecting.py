"""The final reflections on the two others: kept as drafts, handed in once, sealed until all are in (DOMAIN.md 3b)."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput, NotAllowed
from core.texts import LONGEST, checked_text, problem_of, storable
from networks.walltime import can_be_planned
from validation.errors import DialogueNotOpen, ReflectionClosed, ReflectionElsewhere, ReflectionIncomplete
from validation.models import Dialogue, DialoguePlace, FinalReflection, ReflectionOn
from validation.news import dialogues as news
from validation.services.dialogues import COORDINATES, check_may, end_guiding, locked, taken
from validation.services.moving import move_case
from validation.services.noting import note

LONGEST_WINDOW = 40  # characters


@transaction.atomic
def save_reflection(
    *, place: DialoguePlace, by: User, texts: Mapping[int, str], serial: int = 0, window: str = ""
) -> FinalReflection:
    """Keep the draft as it is now. texts: by the id of the place that each is about; those left out stay.

    serial: what this window has read; window: its name, as it chose that itself.
    Raises NotAllowed, ReflectionClosed, ReflectionElsewhere, InvalidInput.
    """
    others = _others(place, by)
    row = _own(place)
    given = {pk: _text(pk, text) for pk, text in texts.items()}
    if not given.keys() <= {it.pk for it in others}:
        raise InvalidInput(errors={"": [_("This person is not in your dialogue.")]})
    kept = texts_of(row)
    changed = {pk: text for pk, text in given.items() if kept.get(pk, "") != text}
    if not changed:
        return row
    if row.serial != serial and not (window and row.window == window[:LONGEST_WINDOW]):
        raise ReflectionElsewhere(row.serial)
    row.serial, row.window = row.serial + 1, storable(window)[:LONGEST_WINDOW]
    row.save()
    for pk, text in changed.items():
        ReflectionOn.objects.update_or_create(reflection=row, about_id=pk, defaults={"text": text})
    return row


@transaction.atomic
def hand_in_reflection(*, place: DialoguePlace, by: User, serial: int | None = None) -> FinalReflection:
    """Hand it in, also when it is late; it never changes again. When it is the last, all are opened together.

    Nobody is told that it is in. serial: of what was read last, where that is known.
    Raises NotAllowed, ReflectionClosed, ReflectionElsewhere, ReflectionIncomplete (each field).
    """
    others = _others(place, by)
    row = _own(place)
    if serial is not None and row.serial != serial:
        raise ReflectionElsewhere(row.serial)
    if lacking := missing_from(row, others):
        raise ReflectionIncomplete(errors=lacking)
    dialogue = Dialogue.objects.get(pk=place.dialogue_id)
    row.handed_in_at, row.is_late = timezone.now(), dialogue.is_past_due
    row.save(update_fields=["handed_in_at", "is_late"])
    open_when_all_are_in(dialogue)
    return row


@transaction.atomic
def give_more_time_to_reflect(*, dialogue: Dialogue, by: User, due_at: datetime, reason: str) -> Dialogue:
    """Put off until when the reflections are written, with a reason that all three read.

    For all of them at once, also for who is done: otherwise it would tell who is not.
    Raises NotAllowed, DialogueNotOpen, InvalidInput.
    """
    row = locked(dialogue)
    check_may(by, COORDINATES, row)
    if not row.is_reflected_on or row.due_at is None:
        raise DialogueNotOpen
    text = checked_text("reason", reason)
    if due_at <= max(row.due_at, timezone.now()) or not can_be_planned(due_at):
        raise InvalidInput(errors={"due_at": [_("Choose a later moment than the present one.")]})
    notice = row.due_at - row.remind_at if row.remind_at else due_at - row.due_at
    row.remind_at, row.due_at = max(due_at - notice, timezone.now()), due_at
    row.reminded_at = row.passed_at = None
    row.save(update_fields=["due_at", "remind_at", "reminded_at", "passed_at"])
    for place in taken(row):
        note(place.theme.case, "deadline.extend", by=by, deadline="reflect", due_at=due_at, reason=text)
    news.more_time(row, text)
    return row


@transaction.atomic
def go_on_without(*, place: DialoguePlace, by: User, reason: str) -> Dialogue:
    """Take somebody out who is too late, so that the others can go on; that person can be matched anew.

    Raises NotAllowed, DialogueNotOpen before the time has passed or when this reflection is in, InvalidInput.
    """
    row = locked(place.dialogue)
    check_may(by, COORDINATES, row)
    late = next((it for it in late_in(row) if it.pk == place.pk), None)
    if late is None:
        raise DialogueNotOpen
    text = checked_text("reason", reason)
    take_out(late)
    move_case(case=late.theme.case, step="begin_anew", by=by, facts={"reason": text})
    news.taken_out(row, late, text)
    open_when_all_are_in(row)
    return row


def late_in(dialogue: Dialogue) -> list[DialoguePlace]:
    """Who has not handed in though the time has passed; before that it is sealed, and nobody is in it."""
    if not dialogue.is_reflected_on or not dialogue.is_past_due:
        return []
    done = FinalReflection.objects.filter(place__dialogue=dialogue).exclude(handed_in_at=None)
    ids = set(done.values_list("place", flat=True))
    return [it for it in taken(dialogue) if it.pk not in ids]


def take_out(place: DialoguePlace) -> None:
    """The person is in it no more; a draft goes, and what was handed in is read by nobody."""
    place.left_at, place.is_open = timezone.now(), False
    place.save(update_fields=["left_at", "is_open"])
    FinalReflection.objects.filter(place=place, handed_in_at=None).delete()
    end_guiding(place.theme.case)


def open_when_all_are_in(dialogue: Dialogue) -> None:
    """Open them together, for those who are in it and the facilitator; with nobody left it is over."""
    row = Dialogue.objects.select_for_update(of=("self",)).select_related("version__programme").get(pk=dialogue.pk)
    if not row.is_reflected_on:
        return
    people = taken(row)
    done = FinalReflection.objects.filter(place__in=people).exclude(handed_in_at=None)
    if not people:
        row.state, row.closed_at = Dialogue.State.CLOSED, timezone.now()
        row.save(update_fields=["state", "closed_at"])
    elif done.count() == len(people):
        row.opened_at = timezone.now()
        row.save(update_fields=["opened_at"])
        for place in people:
            note(place.theme.case, "dialogue.open", by=None)
        news.opened(row)


def texts_of(reflection: FinalReflection | None) -> dict[int, str]:
    """What it says, by the id of the place that it is about."""
    return dict(reflection.parts.values_list("about", "text")) if reflection and reflection.pk else {}


def missing_from(reflection: FinalReflection | None, others: Sequence[DialoguePlace]) -> dict[str, list[str]]:
    """What is still needed, by field: something about each of the others."""
    texts = texts_of(reflection)
    sentence = _("Write about %(name)s too.")
    return {f"text_{it.pk}": [sentence % {"name": it.person.name}] for it in others if not texts.get(it.pk)}


def _others(place: DialoguePlace, by: User) -> list[DialoguePlace]:
    """Those whom it is about, with everything held until the transaction ends. Raises NotAllowed, ReflectionClosed."""
    dialogue = locked(place.dialogue)
    people = taken(dialogue)
    if place.person_id != by.pk or place.pk not in {it.pk for it in people} or not by.is_active:
        raise NotAllowed
    if not dialogue.is_reflected_on:
        raise ReflectionClosed
    return [it for it in people if it.pk != place.pk]


def _own(place: DialoguePlace) -> FinalReflection:
    row, _is_new = FinalReflection.objects.get_or_create(place=place)
    if row.handed_in_at:
        raise ReflectionClosed(_("You handed in this reflection: it stays as it is."))
    return row


def _text(pk: int, text: str) -> str:
    text = text.replace("\r\n", "\n").strip()
    if problem := problem_of(text, longest=LONGEST, needed=False):
        raise InvalidInput(errors={f"text_{pk}": [problem]})
    return text
