"""Moments for a talk: offered by its assessors or the coordinator, and chosen once by a participant (DOMAIN.md 3a)."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from core.errors import NotAllowed
from validation.errors import SlotGone, StepImpossible
from validation.models import CaseTheme, Talk, TalkSlot
from validation.news import talks as news
from validation.services.moving import lock_case
from validation.services.noting import note
from validation.services.talks import Place, Spot, check_moments, locked_to_plan, plan, theme_in_case, themes_of_talk
from validation.states import AWAITING_TALK
from validation.talking import assessors_of, end_of, open_talk_of, slots_for


@transaction.atomic
def offer_slots(
    *, theme: CaseTheme, by: User, moments: Collection[datetime], spot: Spot, themes: int = 1
) -> list[TalkSlot]:
    """Offer moments with the assessors of the theme, long enough for so many themes; the participant is told.

    A moment that is offered already is not offered twice. Returns the new ones.
    Raises NotAllowed, StepImpossible, TooFewAssessors, InvalidInput.
    """
    row = locked_to_plan(theme, by)
    if row.state not in AWAITING_TALK:
        raise StepImpossible
    check_moments(moments, spot)
    people, programme = assessors_of(row), row.case.version.programme
    board = row.case.school.board if spot.place == Place.BOARD else None
    offered = TalkSlot.objects.filter(programme=programme, withdrawn_at=None, starts_at__in=moments)
    for person in people:
        offered = offered.filter(assessors=person)
    known = set(offered.filter(place=spot.place, board=board).values_list("starts_at", flat=True))
    made = [
        TalkSlot(
            programme=programme,
            board=board,
            offered_by=by,
            starts_at=moment,
            ends_at=end_of(moment, row.case.version, themes),
            **vars(spot),
        )
        for moment in sorted({*moments} - known)
    ]
    for slot in TalkSlot.objects.bulk_create(made):
        slot.assessors.set(people)
    if made:
        note(row.case, "talk.offer", theme=row, by=by, number=len(made))
        news.offered(row)
    return made


@transaction.atomic
def withdraw_slot(*, slot: TalkSlot, by: User) -> None:
    """Take back a moment that nobody chose. Raises NotAllowed, SlotGone."""
    row = TalkSlot.objects.select_for_update().get(pk=slot.pk)
    if not by.has_perm("validation.coordinate_programme", row.programme) and by not in row.assessors.all():
        raise NotAllowed
    if row.talks.exclude(state=Talk.State.CANCELLED).exists():
        raise SlotGone
    row.withdrawn_at = row.withdrawn_at or timezone.now()
    row.save(update_fields=["withdrawn_at"])


@transaction.atomic
def pick_slot(*, slot: TalkSlot, theme: CaseTheme, by: User, with_companion: bool = False) -> Talk:
    """The participant chooses this moment for the theme, or with the other one at once; pressing twice chooses once.

    Raises NotAllowed, StepImpossible, TooFewAssessors, SlotGone, AssessorBusy.
    """
    case = lock_case(theme.case)
    if case.person_id != by.pk:
        raise NotAllowed
    row = theme_in_case(case, theme)
    row_of_slot = TalkSlot.objects.select_for_update().get(pk=slot.pk)
    earlier = open_talk_of(row)
    if earlier is not None and earlier.slot_id == slot.pk:
        return earlier
    themes = themes_of_talk(row, with_companion=with_companion)
    ends_at = end_of(row_of_slot.starts_at, case.version, len(themes))
    if not slots_for(row).filter(pk=slot.pk).exists() or ends_at > row_of_slot.ends_at:
        raise SlotGone
    spot = Spot(row_of_slot.place, row_of_slot.address, row_of_slot.online_url)
    return plan(themes, by, row_of_slot.starts_at, ends_at, spot, slot=row_of_slot)
