"""What stays of somebody who ends the account, or whose portfolio was kept long enough: that a case was there."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from core.files import forget_stored
from validation.models import (
    Assessment,
    AssessorNote,
    Case,
    CaseEvent,
    CaseRole,
    CaseTheme,
    DeadlineExtension,
    Decision,
    Dialogue,
    DialoguePlace,
    Evidence,
    FormalLearning,
    GuidanceReport,
    GuidanceTalk,
    Judgement,
    PointsEstimate,
    ProgrammeRole,
    ReflectionOn,
    Registration,
    Scan,
    ScanRespondent,
    ScanSheet,
    Submission,
    SuitableDay,
    Talk,
    TalkNote,
    TalkTheme,
)
from validation.models.by_link import News
from validation.portfolio.snapshots import stored_names
from validation.services.by_link import end, tell
from validation.services.certificates import void_certificates_of
from validation.services.dialogue_following import leave_for_good
from validation.services.guidance_following import drop_guidance_of, leave_guidance
from validation.services.leaving import leave_assessing
from validation.services.talk_following import drop_talks_of
from validation.states import CaseState

DAYS_IN_A_MONTH = 30.44
ENDED = (CaseState.WITHDRAWN, CaseState.COMPLETED)


def forget(person: User) -> None:
    """Empty the person's portfolios, and take the name off what the person did in those of others."""
    leave_for_good(person)
    for case in Case.objects.filter(person=person):
        drop_talks_of(case)
        drop_guidance_of(case)
        empty_case(case=case)
        if case.state not in ENDED:
            case.state_before, case.state, case.ended_at = case.state, CaseState.WITHDRAWN, timezone.now()
            case.save(update_fields=["state_before", "state", "ended_at"])
    void_certificates_of(person)
    leave_guidance(person)
    leave_assessing(person)
    GuidanceReport.objects.filter(by=person).update(by=None)
    GuidanceTalk.objects.filter(planned_by=person).update(planned_by=None)
    TalkNote.objects.filter(assessor=person).delete()
    FormalLearning.objects.filter(person=person).delete()
    Registration.objects.filter(person=person).delete()
    CaseEvent.objects.filter(by=person).update(by=None)
    Dialogue.objects.filter(made_by=person).update(made_by=None)
    DeadlineExtension.objects.filter(by=person).update(by=None)
    ProgrammeRole.objects.filter(person=person).delete()
    CaseRole.objects.filter(given_by=person).update(given_by=None)


@transaction.atomic
def empty_case(*, case: Case) -> None:
    """Let go of all that was written in a case, with its files; that it was there, and when, stays.

    Who was still asked for feedback hears that it is no longer needed.
    """
    themes = CaseTheme.objects.filter(case=case)
    for theme in themes:
        theme.case = case
        for row in theme.feedback_requests.filter(answered_at=None, declined_at=None):
            if row.is_open and end(row):
                tell(row, News.ENDED)
        names = stored_names(theme.submissions.values_list("content", flat=True))
        materials = [*theme.evidence.all(), *theme.appendices.all()]
        names |= {it.file.name for it in materials if it.file.name}
        storage = Evidence._meta.get_field("file").storage
        theme.evidence.all().delete()
        theme.appendices.all().delete()
        theme.texts.all().delete()
        theme.links.all().delete()
        theme.sources.all().delete()
        theme.look_alongs.all().delete()
        theme.feedback_requests.exclude(news=News.ENDED, mail_due_at__isnull=False).delete()
        Submission.objects.filter(theme=theme).update(content={})
        empty_assessments(theme)
        empty_talks(theme)
        empty_dialogues(theme)
        for name in names:
            forget_stored(storage, name)
    empty_guidance(case)
    empty_scans(case)
    CaseEvent.objects.filter(case=case).exclude(facts={}).update(facts={})
    DeadlineExtension.objects.filter(deadline__case=case).update(reason="")
    Case.objects.filter(pk=case.pk).update(purchase_number="", emptied_at=timezone.now())


def empty_assessments(theme: CaseTheme) -> None:
    """Let go of what assessors wrote; what was decided, and when, stays. Past `save`, which guards what is final."""
    assessments = Assessment.objects.filter(submission__theme=theme)
    Judgement.objects.filter(assessment__in=assessments).update(reasons="")
    assessments.update(feedback="", tips="")
    AssessorNote.objects.filter(submission__theme=theme).delete()
    Decision.objects.filter(submission__theme=theme).update(feedback="", tips="", third_reason="")


def empty_talks(theme: CaseTheme) -> None:
    """Let go of what was noted and said in talks; that they were held, and how they ended, stays."""
    about = TalkTheme.objects.filter(theme=theme)
    TalkNote.objects.filter(about__in=about).delete()
    Talk.objects.filter(about__in=about).update(cancel_reason="", address="", online_url="")
    about.update(feedback="")


def empty_scans(case: Case) -> None:
    """Let go of what was answered and counted, and of who was asked; that there was a scan stays."""
    scans = Scan.objects.filter(case=case)
    ScanSheet.objects.filter(scan__in=scans).delete()
    for row in ScanRespondent.objects.filter(scan__in=scans, is_settled=False, withdrawn_at=None):
        if row.is_open and end(row):
            tell(row, News.ENDED)
    ScanRespondent.objects.filter(scan__in=scans).exclude(news=News.ENDED, mail_due_at__isnull=False).delete()
    scans.filter(closed_at=None).update(closed_at=timezone.now())
    scans.update(report={}, sha256="")


def empty_guidance(case: Case) -> None:
    """Let go of what was reported of intakes and progress talks; that they were held stays. Past `save`."""
    talks = GuidanceTalk.objects.filter(case=case)
    talks.update(cancel_reason="", address="", online_url="")
    GuidanceReport.objects.filter(talk__in=talks).update(**dict.fromkeys(GuidanceReport.TEXTS, ""))
    PointsEstimate.objects.filter(report__talk__in=talks).update(note="")


def empty_dialogues(theme: CaseTheme) -> None:
    """Let go of what was written by and about its participant; that a dialogue was held, and its outcome, stays."""
    places = DialoguePlace.objects.filter(theme=theme)
    ReflectionOn.objects.filter(Q(about__in=places) | Q(reflection__place__in=places)).update(text="")
    places.update(feedback="")
    emptied = {"reason": "", "cancel_reason": "", "address": "", "online_url": ""}
    Dialogue.objects.filter(places__in=places).exclude(state=Dialogue.State.PLANNED).update(**emptied)
    SuitableDay.objects.filter(case=theme.case_id).delete()


def empty_old_cases() -> int:
    """The scheduler's job: what ended longer ago than its programme keeps it is emptied. Returns how many."""
    emptied = 0
    ended = Case.objects.filter(state__in=ENDED, emptied_at=None).exclude(ended_at=None).select_related("version")
    for case in ended:
        kept = timedelta(days=round(case.version.retention_months * DAYS_IN_A_MONTH))
        if case.ended_at and case.ended_at + kept < timezone.now():
            empty_case(case=case)
            emptied += 1
    return emptied
