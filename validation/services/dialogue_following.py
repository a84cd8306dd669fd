"""What else follows for a dialogue: from the steps of a case, from the days that pass, and from who leaves."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from validation.models import Case, CaseTheme, Dialogue, DialoguePlace
from validation.news import dialogues as news
from validation.services.dialogues import call_off, give_to
from validation.services.moving import move_case
from validation.services.reflecting import late_in, open_when_all_are_in, take_out
from validation.states import CaseState

STOPPING, GOING_ON = frozenset({"withdraw", "pause"}), frozenset({"undo_withdrawal", "resume"})
IN_DIALOGUE = (CaseState.MATCHED, CaseState.DAY_PLANNED, CaseState.REFLECTING)


def follow(case: Case, theme: CaseTheme | None, step: str) -> None:
    """Who stops or rests leaves the dialogue; who goes on finds it again, or can be brought together anew."""
    if theme is None and step in STOPPING:
        leave(case)
    if theme is None and step in GOING_ON and case.state in IN_DIALOGUE:
        _come_back(case)


def leave(case: Case) -> None:
    """Before the talk it is off for all; after it the others go on without who leaves."""
    for place in DialoguePlace.objects.filter(theme__case=case, is_open=True).select_related("dialogue"):
        row = (
            Dialogue.objects.select_for_update(of=("self",))
            .select_related("version__programme")
            .get(pk=place.dialogue_id)
        )
        if row.is_planned:
            call_off(row, "", None, without=case)
            continue
        place.theme.case = case
        take_out(place)
        news.left(row, place)
        open_when_all_are_in(row)


def leave_for_good(person: User) -> None:
    """Who ends the account leaves the own dialogues; those that the person guides want another facilitator."""
    for case in Case.objects.filter(person=person, themes__dialogue_places__is_open=True).distinct():
        leave(case)
    for dialogue in Dialogue.objects.filter(facilitator=person):
        goes_on = dialogue.state in (Dialogue.State.PLANNED, Dialogue.State.HELD)
        dialogue.facilitator = None
        dialogue.save(update_fields=["facilitator"])
        if goes_on:
            news.facilitator_gone(dialogue)


def remind_of_dialogues() -> int:
    """The scheduler's job: tell of the day, of the time to reflect before it passes, and when it did, each once.

    Only who has not handed in is reminded, and nobody else learns whom that is before the time has passed.
    """
    moment, told = timezone.now(), 0
    to_come = Dialogue.objects.planned().filter(starts_at__gt=moment)
    reflected_on = Dialogue.objects.reflected_on()
    for rows, field, due, tell in (
        (to_come, "reminded_at", "remind_at", news.near),
        (reflected_on, "passed_at", "due_at", _tell_passed),
        (reflected_on.filter(due_at__gt=moment), "reminded_at", "remind_at", news.reflections_near),
    ):
        for dialogue in rows.filter(**{f"{due}__lte": moment, field: None}).with_people():
            with transaction.atomic():
                if rows.filter(pk=dialogue.pk, **{field: None}).update(**{field: moment}):
                    tell(dialogue)
                    told += 1
    return told


def _tell_passed(dialogue: Dialogue) -> None:
    news.reflections_late(dialogue, late_in(dialogue))


def _come_back(case: Case) -> None:
    """Where the others still wait, the own place is there again; otherwise the case waits for another dialogue."""
    places = DialoguePlace.objects.filter(theme__case=case).select_related("dialogue").order_by("-pk")
    place = places.first()
    if place is None or place.is_open:
        return
    elsewhere = DialoguePlace.objects.filter(person=case.person_id, is_open=True).exists()
    if case.state == CaseState.REFLECTING and place.dialogue.is_reflected_on and place.left_at and not elsewhere:
        place.left_at, place.is_open = None, True
        place.save(update_fields=["left_at", "is_open"])
        if place.dialogue.facilitator:
            give_to(place.dialogue.facilitator, case, None)
        return
    step = "begin_anew" if case.state == CaseState.REFLECTING else "unmatch"
    move_case(case=case, step=step, by=None)
