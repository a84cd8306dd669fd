"""Feedback of colleagues by a one-time link (DOMAIN.md 3a): what they wrote is theirs, and nobody changes it."""

from collections.abc import Mapping
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput
from core.texts import checked_text
from validation.errors import AlreadyAsked, FeedbackClosed, TooManyPieces
from validation.models import CaseEvent, CaseTheme, FeedbackAnswer, FeedbackRequest
from validation.models.by_link import News
from validation.models.programmes import TEXT_LENGTH
from validation.news import feedback as news
from validation.services.by_link import checked, end, tell
from validation.services.moving import lock_case
from validation.services.noting import note
from validation.services.writing import locked_own
from validation.states import ThemeState

MOST = 12
TAKES_FEEDBACK = {ThemeState.WRITING, ThemeState.JUDGED_DONE, ThemeState.INSUFFICIENT, ThemeState.PAUSED}
PRIVATE = CaseEvent.Audience.PARTICIPANT


@transaction.atomic
def ask_feedback(
    *, theme: CaseTheme, by: User, name: str, email: str, relation: str = "", message: str = ""
) -> FeedbackRequest:
    """Ask a colleague for feedback by mail.

    Raises NotAllowed, NotWriting, InvalidInput, AlreadyAsked, TooManyPieces.
    """
    own = locked_own(theme, by)
    version, now = own.case.version, timezone.now()
    row = FeedbackRequest(
        theme=own,
        name=name,
        email=email,
        relation=relation,
        message=message,
        language=by.language,
        until=now + timedelta(days=version.feedback_days),
        remind_at=now + timedelta(days=version.feedback_reminder_days),
    )
    checked(row, by)
    running = own.feedback_requests.filter(withdrawn_at=None)
    if running.filter(email__iexact=row.email).exists():
        raise AlreadyAsked
    if running.count() >= MOST:
        raise TooManyPieces
    row.email = row.email.lower()
    row.save()
    note(own.case, "feedback.ask", theme=own, by=by, audience=PRIVATE, name=row.name)
    tell(row, News.ASKED)
    return row


@transaction.atomic
def give_feedback(*, request: FeedbackRequest, answers: Mapping[int, str]) -> FeedbackRequest:
    """What the colleague answers, once. answers: by the id of the question; one is enough.

    Raises FeedbackClosed, InvalidInput.
    """
    row = _locked(request)
    questions = row.theme.case.version.feedback_questions.all()
    texts = {it: checked_text(f"question-{it.pk}", answers.get(it.pk, ""), needed=False) for it in questions}
    if not any(texts.values()):
        first = f"question-{questions[0].pk}" if questions else ""
        raise InvalidInput(errors={first: [_("Please answer at least one question.")]})
    FeedbackAnswer.objects.bulk_create(
        FeedbackAnswer(request=row, question=question, text=text) for question, text in texts.items() if text
    )
    row.answered_at = timezone.now()
    _settle(row)
    note(row.theme.case, "feedback.answer", theme=row.theme, by=None, audience=PRIVATE, name=row.name)
    news.given(row)
    return row


@transaction.atomic
def decline_feedback(*, request: FeedbackRequest, reason: str) -> FeedbackRequest:
    """The colleague gives none, and says why. Raises FeedbackClosed, InvalidInput."""
    row = _locked(request)
    row.decline_reason, row.declined_at = checked_text("reason", reason), timezone.now()
    _settle(row)
    note(row.theme.case, "feedback.decline", theme=row.theme, by=None, audience=PRIVATE, name=row.name)
    news.declined(row)
    return row


@transaction.atomic
def reply_to_feedback(*, request: FeedbackRequest, by: User, text: str) -> FeedbackRequest:
    """What the participant takes from it. Raises NotAllowed, NotWriting, InvalidInput."""
    locked_own(request.theme, by)
    row = FeedbackRequest.objects.select_for_update().get(pk=request.pk)
    if row.answered_at is None:
        raise FeedbackClosed
    row.reply = checked_text("reply", text, longest=TEXT_LENGTH, needed=False)
    row.save(update_fields=["reply"])
    return row


@transaction.atomic
def withdraw_feedback_request(*, request: FeedbackRequest, by: User) -> None:
    """Ask no longer: the colleague hears of it. What was answered already stays. Raises NotAllowed, NotWriting."""
    own = locked_own(request.theme, by)
    row = FeedbackRequest.objects.select_for_update().get(pk=request.pk)
    if row.answered_at is not None:
        raise FeedbackClosed
    if end(row):
        note(own.case, "feedback.withdraw", theme=own, by=by, audience=PRIVATE, name=row.name)
        if row.declined_at is None:
            tell(row, News.ENDED)


def remind_colleagues() -> int:
    """The scheduler's job: who has not answered after some days is reminded once. Returns how many."""
    waiting = FeedbackRequest.objects.filter(
        remind_at__lte=timezone.now(), reminded_at=None, answered_at=None, declined_at=None, withdrawn_at=None
    )
    reminded = 0
    for row in waiting.filter(until__gt=timezone.now(), theme__state__in=TAKES_FEEDBACK):
        with transaction.atomic():
            claimed = FeedbackRequest.objects.filter(pk=row.pk, reminded_at=None).update(reminded_at=timezone.now())
            if claimed:
                tell(row, News.REMINDER)
                reminded += 1
    return reminded


def takes_feedback(request: FeedbackRequest) -> bool:
    """Whether the colleague can still answer or decline."""
    return request.awaits and request.theme.state in TAKES_FEEDBACK


def _locked(request: FeedbackRequest) -> FeedbackRequest:
    """The request as it is now; answering and declining exclude each other. Raises FeedbackClosed."""
    case = lock_case(request.theme.case)
    row = FeedbackRequest.objects.select_for_update(of=("self",)).select_related("theme__theme").get(pk=request.pk)
    row.theme.case = case
    if not takes_feedback(row):
        raise FeedbackClosed
    return row


def _settle(row: FeedbackRequest) -> None:
    """Nothing is mailed any more about what is answered."""
    row.news, row.mail_due_at = "", None
    row.save()
