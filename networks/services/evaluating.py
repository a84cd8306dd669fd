"""The evaluation at the end. Who answered is known, so that nobody answers twice; what they answered has no name."""

from collections.abc import Mapping
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.texts import problem_of
from networks.errors import AlreadyEvaluated, AnswersMissing, EvaluationNotOpen, NotTakingPart
from networks.models import Enrolment, EvaluationAnswer, EvaluationQuestion, EvaluationResponse, Network
from networks.news import closing as news
from networks.services.enrolling import locked
from networks.services.log import note

REMIND_AFTER = timedelta(days=5)


@transaction.atomic
def open_evaluation(*, network: Network, by: User) -> Network:
    """Ask the participants; opening it twice asks nobody again. Raises NetworkArchived."""
    row = locked(network)
    if row.evaluation_opened_at is None:
        row.evaluation_opened_at = timezone.now()
        row.save(update_fields=["evaluation_opened_at", "updated_at"])
        note(row, "settings.evaluation", by=by)
        news.asked(row, by)
    return row


@transaction.atomic
def evaluate(*, enrolment: Enrolment, answers: Mapping[int, str]) -> None:
    """Store the answers apart from who gave them. answers: by the question's id.

    Raises NetworkArchived, NotTakingPart, EvaluationNotOpen, AlreadyEvaluated, AnswersMissing.
    """
    network = locked(enrolment.network)
    enrolment = Enrolment.objects.select_for_update().get(pk=enrolment.pk)
    if enrolment.state != Enrolment.State.ACCEPTED:
        raise NotTakingPart
    if network.evaluation_opened_at is None:
        raise EvaluationNotOpen
    if enrolment.evaluated_at:
        raise AlreadyEvaluated
    given = _checked(list(EvaluationQuestion.objects.asked_in(network)), answers)
    enrolment.evaluated_at = timezone.now()
    enrolment.save(update_fields=["evaluated_at", "updated_at"])
    response = EvaluationResponse.objects.create(network=network)
    EvaluationAnswer.objects.bulk_create(
        EvaluationAnswer(response=response, question=question, text=text) for question, text in given.items()
    )


def remind_to_evaluate() -> int:
    """Ask once more who did not answer within some days; returns in how many networks. Run by the scheduler."""
    asked_before = timezone.now() - REMIND_AFTER
    due = Network.objects.running().filter(evaluation_opened_at__lte=asked_before, evaluation_reminded_at=None)
    return sum(_remind(network) for network in due)


@transaction.atomic
def _remind(network: Network) -> bool:
    claimed = Network.objects.running().filter(pk=network.pk, evaluation_reminded_at=None)
    if not claimed.update(evaluation_reminded_at=timezone.now()):
        return False
    silent = network.enrolments.accepted().filter(evaluated_at=None).select_related("person")
    news.asked_again(network, [enrolment.person for enrolment in silent])
    return True


def field_of(question: EvaluationQuestion) -> str:
    """The name under which the form and an error know the question."""
    return f"question_{question.pk}"


def _checked(questions: list[EvaluationQuestion], answers: Mapping[int, str]) -> dict[EvaluationQuestion, str]:
    given = {question: answers.get(question.pk, "").strip() for question in questions}
    problems = {field_of(question): [problem] for question, it in given.items() if (problem := _problem(question, it))}
    if problems:
        raise AnswersMissing(errors=problems)
    if not any(given.values()):
        raise AnswersMissing(_("Answer at least one question."))
    return {question: answer for question, answer in given.items() if answer}


def _problem(question: EvaluationQuestion, answer: str) -> str:
    if problem := problem_of(answer, needed=question.required):
        return problem
    if answer and question.options and answer not in question.options:
        return _("Choose one of the answers.")
    return ""
