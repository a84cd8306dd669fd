"""Bringing three people together with a facilitator, on a day; moving it, calling it off (DOMAIN.md 3b)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput, NotAllowed
from core.texts import checked_text
from networks.walltime import can_be_planned
from validation.dialogue.matching import facilitators_of, ready_in, weighed
from validation.errors import AlreadyInDialogue, DialogueNotOpen, FacilitatorBusy, NotFitForDialogue
from validation.models import Case, CaseRole, CaseTheme, Dialogue, DialoguePlace, Programme
from validation.news import dialogues as news
from validation.services.moving import lock_cases, move_case
from validation.services.noting import note
from validation.services.talks import Spot, problems_of

REMIND_BEFORE = timedelta(days=3)
COORDINATES = "validation.coordinate_dialogue"
GUIDES = CaseRole.Role.FACILITATOR


@transaction.atomic
def make_dialogue(
    *,
    programme: Programme,
    by: User,
    themes: Sequence[CaseTheme],
    facilitator: User,
    starts_at: datetime,
    ends_at: datetime,
    spot: Spot,
    reason: str = "",
) -> Dialogue:
    """Bring these people together, who each prepared the own conversation; doing so twice makes one.

    reason: needed where something stands against it. Everybody who is there is told.
    Raises NotAllowed, AlreadyInDialogue, NotFitForDialogue, FacilitatorBusy, InvalidInput.
    """
    if not by.has_perm("validation.coordinate_programme", programme):
        raise NotAllowed
    lock_cases(it.case_id for it in themes)
    if earlier := _made_of(themes):
        return earlier
    rows = list(ready_in(programme, by).filter(pk__in=[it.pk for it in themes]))
    if len(rows) != len({it.pk for it in themes}):
        raise AlreadyInDialogue
    version = max((it.case.version for it in rows), key=lambda it: it.number, default=None)
    wanted = version.people_in_dialogue if version else 0
    if version is None or len(rows) != wanted:
        raise NotFitForDialogue(errors={"people": [_("Choose %(number)s people.") % {"number": wanted or 3}]})
    check_day(starts_at, ends_at, spot)
    text = _checked_reason(programme, rows, facilitator, reason)
    check_free(facilitator, starts_at, ends_at)
    dialogue = Dialogue.objects.create(
        version=version,
        facilitator=facilitator,
        made_by=by,
        reason=text,
        starts_at=starts_at,
        ends_at=ends_at,
        **vars(spot),
        **_reminder(starts_at),
    )
    for number, theme in enumerate(rows, 1):
        DialoguePlace.objects.create(dialogue=dialogue, theme=theme, person=theme.case.person, number=number)
        give_to(facilitator, theme.case, by)
        move_case(case=theme.case, step="match", by=by)
        move_case(case=theme.case, step="plan_day", by=by, facts={"starts_at": starts_at})
    news.planned(dialogue, by)
    return dialogue


@transaction.atomic
def move_dialogue(
    *, dialogue: Dialogue, by: User, starts_at: datetime, ends_at: datetime, spot: Spot, reason: str = ""
) -> Dialogue:
    """Another day or place. Nothing changed: nobody is told.

    Raises NotAllowed, DialogueNotOpen, FacilitatorBusy, InvalidInput.
    """
    row = locked(dialogue)
    check_may(by, COORDINATES, row)
    if not row.is_planned or row.begun_at:
        raise DialogueNotOpen
    text = checked_text("reason", reason, needed=False)
    before = Dialogue.objects.get(pk=row.pk)
    if (starts_at, ends_at, spot) == (row.starts_at, row.ends_at, Spot(row.place, row.address, row.online_url)):
        return row
    check_day(starts_at, ends_at, spot)
    if row.facilitator:
        check_free(row.facilitator, starts_at, ends_at, apart_from=row)
    change(row, starts_at=starts_at, ends_at=ends_at, **vars(spot), **_reminder(starts_at))
    for place in taken(row):
        note(place.theme.case, "dialogue.move", by=by, starts_at=starts_at)
    news.moved(row, before, text, by)
    return row


@transaction.atomic
def cancel_dialogue(*, dialogue: Dialogue, by: User, reason: str) -> Dialogue:
    """The coordinator calls it off; the three can be brought together anew, also with others.

    Raises NotAllowed, DialogueNotOpen, InvalidInput.
    """
    row = locked(dialogue)
    check_may(by, COORDINATES, row)
    if row.state == Dialogue.State.CANCELLED:
        return row
    if not row.is_planned:
        raise DialogueNotOpen
    call_off(row, checked_text("reason", reason), by)
    return row


@transaction.atomic
def choose_facilitator(*, dialogue: Dialogue, by: User, facilitator: User) -> Dialogue:
    """Somebody else guides it, or somebody where there was nobody any more; both hear of it, and the three.

    Raises NotAllowed, DialogueNotOpen, FacilitatorBusy, NotFitForDialogue.
    """
    row = locked(dialogue)
    check_may(by, COORDINATES, row)
    if row.state not in (Dialogue.State.PLANNED, Dialogue.State.HELD):
        raise DialogueNotOpen
    if row.facilitator_id == facilitator.pk:
        return row
    _check_facilitator(row.version.programme, [it.theme for it in taken(row)], facilitator)
    if row.is_planned:
        check_free(facilitator, row.starts_at, row.ends_at, apart_from=row)
    earlier = row.facilitator
    change(row, facilitator=facilitator)
    for place in taken(row):
        end_guiding(place.theme.case)
        give_to(facilitator, place.theme.case, by)
        note(place.theme.case, "dialogue.facilitator", by=by)
    news.other_facilitator(row, earlier, by)
    return row


def locked(dialogue: Dialogue) -> Dialogue:
    """The dialogue as it is now with the cases in it, held until the transaction ends: cases first, as everywhere."""
    lock_cases(DialoguePlace.objects.filter(dialogue=dialogue).values_list("theme__case", flat=True))
    return Dialogue.objects.select_for_update(of=("self",)).select_related("version__programme").get(pk=dialogue.pk)


def check_may(by: User, rule: str, dialogue: Dialogue) -> None:
    """Raises NotAllowed."""
    if not by.has_perm(rule, dialogue):
        raise NotAllowed


def taken(dialogue: Dialogue) -> list[DialoguePlace]:
    """The places of who is still in it, each with what services need of it."""
    facts = ("person", "theme__theme", "theme__case__person", "theme__case__school", "theme__case__version__programme")
    rows = list(dialogue.places.taken().select_related(*facts))
    for row in rows:
        row.dialogue = dialogue
    return rows


def change(dialogue: Dialogue, **facts: Any) -> None:
    """Store what changed; calendars know by the number that it is newer."""
    for name, value in facts.items():
        setattr(dialogue, name, value)
    dialogue.sequence, dialogue.changed_at = F("sequence") + 1, timezone.now()
    dialogue.save(update_fields=[*facts, "sequence", "changed_at"])
    dialogue.refresh_from_db(fields=["sequence"])


def call_off(dialogue: Dialogue, reason: str, by: User | None, without: Case | None = None) -> None:
    """Let everybody go, to be brought together anew. without: this case stands elsewhere already."""
    people = taken(dialogue)
    change(dialogue, state=Dialogue.State.CANCELLED, cancel_reason=reason)
    for place in people:
        release(place)
        end_guiding(place.theme.case)
        if without is None or place.theme.case_id != without.pk:
            move_case(case=place.theme.case, step="unmatch", by=by)
    told = [it.person for it in people if without is None or it.theme.case_id != without.pk]
    news.cancelled(dialogue, told, reason, by)


def release(place: DialoguePlace) -> None:
    """The person is free for another dialogue."""
    place.is_open = False
    place.save(update_fields=["is_open"])


def give_to(facilitator: User, case: Case, by: User | None) -> None:
    which = {"case": case, "theme": None, "person": facilitator, "role": GUIDES, "ended_at": None}
    CaseRole.objects.get_or_create(**which, defaults={"given_by": by})


def end_guiding(case: Case) -> None:
    """Nobody guides this case any more."""
    case.roles.running().filter(role=GUIDES).update(ended_at=timezone.now())


def check_day(starts_at: datetime, ends_at: datetime, spot: Spot) -> None:
    """Raises InvalidInput, which names the field."""
    errors: dict[str, list[str]] = {}
    if starts_at <= timezone.now() or not can_be_planned(starts_at):
        errors["day"] = [_("Choose a moment to come.")]
    if ends_at <= starts_at:
        errors["ends"] = [_("It ends after it begins.")]
    errors |= problems_of(spot)
    if errors:
        raise InvalidInput(errors=errors)


def check_free(facilitator: User, starts_at: datetime, ends_at: datetime, apart_from: Dialogue | None = None) -> None:
    """Raises FacilitatorBusy. The person is held, so that two dialogues made at once cannot both take one."""
    list(User.objects.select_for_update().filter(pk=facilitator.pk))
    others = Dialogue.objects.overlapping(starts_at, ends_at).filter(facilitator=facilitator)
    if (others.exclude(pk=apart_from.pk) if apart_from else others).exists():
        raise FacilitatorBusy


def _made_of(themes: Sequence[CaseTheme]) -> Dialogue | None:
    """The dialogue that just these people are in already."""
    places = DialoguePlace.objects.filter(theme__in=[it.pk for it in themes], is_open=True)
    found = {it.dialogue_id for it in places}
    if len(found) != 1 or len(places) != len({it.pk for it in themes}):
        return None
    dialogue = Dialogue.objects.get(pk=found.pop())
    return dialogue if dialogue.is_planned and dialogue.places.taken().count() == len(places) else None


def _check_facilitator(programme: Programme, themes: Sequence[CaseTheme], facilitator: User) -> None:
    unfit = [it for it in themes if it.case.person_id == facilitator.pk]
    if unfit or not facilitators_of(programme).filter(pk=facilitator.pk).exists():
        raise NotFitForDialogue(errors={"facilitator": [_("Choose somebody who is a facilitator in this programme.")]})


def _checked_reason(programme: Programme, themes: Sequence[CaseTheme], facilitator: User, reason: str) -> str:
    """Why these people all the same. Raises NotFitForDialogue, InvalidInput."""
    _check_facilitator(programme, themes, facilitator)
    against = weighed(themes, facilitator).against
    if against and not reason.strip():
        raise NotFitForDialogue(errors={"reason": [*against, _("Say why you choose so all the same.")]})
    return checked_text("reason", reason, needed=False)


def _reminder(starts_at: datetime) -> dict[str, Any]:
    """When to remind of it; not at all where it is planned so shortly before."""
    at = starts_at - REMIND_BEFORE
    return {"remind_at": at if at > timezone.now() else None, "reminded_at": None}
