"""Deciding together once all assessments are in: proposed by one, agreed by another, or with a third (DOMAIN.md 3a)."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput
from core.texts import checked_text
from validation.errors import AssessmentClosed, ProposalChanged
from validation.models import CaseEvent, CaseRole, CaseTheme, Consent, Decision, Outcome, Submission
from validation.news import assessing as news
from validation.services.assessing import lock_assessed
from validation.services.assigning import assessors_wanted
from validation.services.moving import move_theme
from validation.services.noting import note

STEPS = {Outcome.SUFFICIENT: "find_sufficient", Outcome.INSUFFICIENT: "find_insufficient"}


@transaction.atomic
def propose_decision(
    *, submission: Submission, by: User, outcome: str, feedback: str, tips: str = "", serial: int
) -> Decision:
    """Propose what to decide, with the feedback that the participant reads; who proposes agrees with it.

    serial: the proposal that was read. The same as is proposed already is agreeing with it.
    Raises NotAllowed, AssessmentClosed, ProposalChanged, InvalidInput.
    """
    theme, decision = _open_decision(submission, by)
    given = {
        "outcome": _checked_outcome(outcome),
        "feedback": checked_text("feedback", feedback),
        "tips": checked_text("tips", tips, needed=outcome == Outcome.INSUFFICIENT),
    }
    if all(getattr(decision, name) == value for name, value in given.items()):
        return _consent(decision, theme, by)
    if decision.serial != serial:
        raise ProposalChanged
    decision.consents.all().delete()
    for name, value in given.items():
        setattr(decision, name, value)
    decision.serial += 1
    decision.save()
    news.proposed(submission, _fellows(theme, by))
    return _consent(decision, theme, by)


@transaction.atomic
def agree_with_decision(*, submission: Submission, by: User, serial: int) -> Decision:
    """Agree with the proposal as it was read; with enough assessors agreeing it is decided.

    Raises NotAllowed, AssessmentClosed, ProposalChanged.
    """
    theme, decision = _open_decision(submission, by)
    if not decision.outcome:
        raise AssessmentClosed
    if decision.serial != serial:
        raise ProposalChanged
    return _consent(decision, theme, by)


@transaction.atomic
def ask_third_assessor(*, submission: Submission, by: User, reason: str) -> Decision:
    """Say that the assessors cannot agree; the coordinator finds a third. Asking twice is asking once.

    Raises NotAllowed, AssessmentClosed, InvalidInput.
    """
    theme = lock_assessed(submission, by)
    decision = _decision(submission)
    if decision.third_asked_at:
        return decision
    if assessors_wanted(theme.case.version) == 1:
        raise AssessmentClosed  # with nobody to disagree with
    decision.third_reason = checked_text("reason", reason)
    decision.third_asked_at, decision.third_asked_by = timezone.now(), by
    decision.save()
    decision.consents.all().delete()
    note(theme.case, "assessing.ask_third", theme=theme, by=by, audience=CaseEvent.Audience.STAFF)
    news.third_asked(theme)
    return decision


def waits_for_third(decision: Decision, theme: CaseTheme) -> bool:
    """Whether a third assessor was asked for who has not handed in yet."""
    if decision.third_asked_at is None:
        return False
    thirds = theme.roles.running().filter(role=CaseRole.Role.THIRD_ASSESSOR)
    done = decision.submission.assessments.exclude(handed_in_at=None).values("assessor")
    return not thirds.filter(person__in=done).exists()


def _open_decision(submission: Submission, by: User) -> tuple[CaseTheme, Decision]:
    theme = lock_assessed(submission, by)
    decision = _decision(submission)
    if waits_for_third(decision, theme):
        raise AssessmentClosed(_("Wait for the third assessor."))
    return theme, decision


def _decision(submission: Submission) -> Decision:
    """Raises AssessmentClosed while not all assessments are in, and once it is decided."""
    decision = Decision.objects.select_for_update().filter(submission=submission).first()
    if decision is None or decision.decided_at:
        raise AssessmentClosed
    decision.submission = submission
    return decision


def _consent(decision: Decision, theme: CaseTheme, by: User) -> Decision:
    """Note that this assessor agrees; decide when as many do as the version wants, never one alone."""
    Consent.objects.get_or_create(decision=decision, assessor=by)
    if decision.consents.count() < assessors_wanted(theme.case.version):
        return decision
    decision.decided_at = timezone.now()
    decision.save(update_fields=["decided_at"])
    moved = move_theme(theme=theme, step=STEPS[Outcome(decision.outcome)], by=None)
    news.decided(moved, decision)
    return decision


def _fellows(theme: CaseTheme, by: User) -> list[User]:
    return [it.person for it in theme.roles.running().assessing().exclude(person=by).select_related("person")]


def _checked_outcome(outcome: str) -> str:
    if outcome not in Outcome.values:
        raise InvalidInput(errors={"outcome": [_("Choose one of the options.")]})
    return outcome
