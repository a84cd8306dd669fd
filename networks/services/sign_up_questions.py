"""Which of a network's questions somebody has to answer at sign-up, and whether the answers fit."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from core.texts import problem_of
from networks.errors import AnswersMissing
from networks.models import Enrolment, SignUpAnswer, SignUpQuestion

Answers = Mapping[int, str]


def field_of(question: SignUpQuestion) -> str:
    """The name under which a form and an error know the question."""
    return f"question_{question.pk}"


def condition_of(question: SignUpQuestion, questions: Sequence[SignUpQuestion]) -> SignUpQuestion | None:
    """The earlier question on whose answer this one depends; None when it is always asked."""
    number = question.only_after
    return questions[number - 1] if number and number <= len(questions) and questions[number - 1] != question else None


def asked_among(questions: Sequence[SignUpQuestion], given: Mapping[SignUpQuestion, str]) -> list[SignUpQuestion]:
    """The questions for who gives these answers; what hangs on a question that is not asked is not asked either."""
    asked: list[SignUpQuestion] = []
    for question in questions:
        earlier = condition_of(question, questions)
        if earlier is None or (earlier in asked and _fits(question, given[earlier])):
            asked.append(question)
    return asked


def _fits(question: SignUpQuestion, answer: str) -> bool:
    return answer.strip().casefold() == question.only_after_answer.strip().casefold()


def checked_answers(questions: Sequence[SignUpQuestion], answers: Answers) -> dict[SignUpQuestion, str]:
    """The answers to the questions that are asked, without surrounding space; others are left out.

    answers: by the question's id. Raises AnswersMissing, with each problem at its question.
    """
    given = {question: answers.get(question.pk, "").strip() for question in questions}
    asked = asked_among(questions, given)
    problems = {field_of(question): [problem] for question in asked if (problem := _problem(question, given[question]))}
    if problems:
        raise AnswersMissing(errors=problems)
    return {question: given[question] for question in asked if given[question]}


def store_answers(enrolment: Enrolment, answers: Mapping[SignUpQuestion, str]) -> None:
    SignUpAnswer.objects.bulk_create(
        SignUpAnswer(enrolment=enrolment, question=question, asked=question.label, text=text)
        for question, text in answers.items()
    )


def misplaced(questions: Sequence[SignUpQuestion]) -> dict[int, dict[str, str]]:
    """What is wrong with the conditions of these questions, in their order; by id() and by field."""
    problems: dict[int, dict[str, str]] = {}
    for number, question in enumerate(questions, 1):
        if not question.only_after:
            continue
        if question.only_after >= number:
            text = _("Choose an earlier question: this one is number %(number)s.") % {"number": number}
            problems[id(question)] = {"only_after": text}
            continue
        earlier = questions[question.only_after - 1]
        possible = [option.casefold() for option in earlier.options]
        if possible and question.only_after_answer.strip().casefold() not in possible:
            problems[id(question)] = {
                "only_after_answer": _("That question has no such answer. Choose one of: %(answers)s.")
                % {"answers": ", ".join(earlier.options)}
            }
    return problems


def _problem(question: SignUpQuestion, answer: str) -> str:
    if problem := problem_of(answer, needed=question.required):
        return problem
    if answer and question.kind == SignUpQuestion.Kind.CHOICE and answer not in question.options:
        return _("Choose one of the answers.")
    return ""
