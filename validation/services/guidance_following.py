"""What else follows for an intake or a progress talk: from the steps of a case, the days that pass, and who leaves."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from validation.models import Case, CaseTheme, GuidanceTalk
from validation.news import guidance as news
from validation.services.deadlines import meet_deadlines, set_step_deadline
from validation.services.guidance import INTAKE, call_off
from validation.services.moving import lock_case, move_case
from validation.states import STANDING_STILL, CaseState

STOPPING, GOING_ON = frozenset({"withdraw", "pause"}), frozenset({"undo_withdrawal", "resume"})


def follow(case: Case, theme: CaseTheme | None, step: str) -> None:
    """Who stops or rests has no such talk to come; who goes on before the intake can have one planned anew."""
    if theme is not None:
        return
    if step in STOPPING:
        drop_guidance_of(case)
        meet_deadlines(case=case, kind=INTAKE)
    if step in GOING_ON and case.state == CaseState.INTAKE_PLANNED and not case.guidance_talks.planned().exists():
        move_case(case=case, step="cancel_intake", by=None)
        case.state = CaseState.APPLIED
    if step == "cancel_intake" or (step in GOING_ON and case.state == CaseState.APPLIED):
        set_step_deadline(case=case, person=case.person, step=INTAKE)


def drop_guidance_of(case: Case) -> None:
    """Call off what is to come of a case that stands still."""
    for talk in case.guidance_talks.planned().select_related("host"):
        talk.case = case
        call_off(talk, "", None, moves=False)


def leave_guidance(person: User) -> None:
    """What this person was to hold is off, as the account ends; the coordinator hears of it. In a transaction."""
    for talk in GuidanceTalk.objects.planned().filter(host=person).select_related("host"):
        talk.case = lock_case(talk.case)
        goes_on = talk.case.state not in STANDING_STILL
        call_off(talk, _("Who was to hold it is no longer there. You will get a new moment."), None, moves=goes_on)


def remind_of_guidance() -> int:
    """The scheduler's job: tell of a talk some days before, each once. Returns how many."""
    moment, told = timezone.now(), 0
    due = GuidanceTalk.objects.planned().filter(remind_at__lte=moment, reminded_at=None)
    for talk in due.with_people():
        with transaction.atomic():
            unseen = GuidanceTalk.objects.planned().filter(pk=talk.pk, reminded_at=None, starts_at__gt=moment)
            if unseen.update(reminded_at=moment):
                news.near(talk)
                told += 1
    return told
