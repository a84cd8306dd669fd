"""What a facilitator asks at sign-up: adding, changing, ordering and removing the network's own questions."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput
from core.model_checks import refusing
from core.texts import checked_text, problem_of
from networks.errors import HasAnswers, QuestionDepends
from networks.models import Network, SignUpQuestion
from networks.services.archiving import require_open
from networks.services.enrolling import locked
from networks.services.log import note
from networks.services.sign_up_questions import condition_of, misplaced

MOST = 30
LONGEST = 300
FACTS = (
    *("text", "text_en", "help_text", "help_text_en", "kind", "choices", "choices_en", "required"),
    "only_after_answer",
)
Conditions = Mapping[int, SignUpQuestion | None]
"""By the id of a question: the one on whose answer it depends."""


@transaction.atomic
def add_sign_up_question(*, network: Network, by: User, **facts: Any) -> SignUpQuestion:
    """Ask this at sign-up from now on, after the other questions.

    facts: fields of the question; `only_after` is a question of the network or None. Raises InvalidInput.
    """
    network = _open(network)
    questions = _all(network)
    if len(questions) >= MOST:
        text = _("At most %(number)s questions: people have to answer them all.") % {"number": MOST}
        raise InvalidInput(errors={"text": [text]})
    question = SignUpQuestion(network=network, sort_order=len(questions))
    depends = _conditions(questions)
    _fill(question, facts)
    question.save()
    _store([*questions, question], {**depends, question.pk: facts.get("only_after")}, changed=question)
    note(network, "settings.questions", by=by)
    return question


@transaction.atomic
def change_sign_up_question(*, question: SignUpQuestion, by: User, **facts: Any) -> SignUpQuestion:
    """Write these fields; given answers stay with the question as it was. Raises InvalidInput."""
    network = _open(question.network)
    questions = _all(network)
    row = next(it for it in questions if it.pk == question.pk)
    depends = _conditions(questions)
    if "only_after" in facts:
        depends[row.pk] = facts["only_after"]
    _fill(row, facts)
    _store(questions, depends, changed=row)
    note(network, "settings.questions", by=by)
    return row


@transaction.atomic
def move_sign_up_question(*, question: SignUpQuestion, by: User, up: bool) -> None:
    """Let it change places with the one before or after it; the first stays first. Raises QuestionDepends."""
    network = _open(question.network)
    questions = _all(network)
    depends = _conditions(questions)
    here = questions.index(question)
    there = here - 1 if up else here + 1
    if not 0 <= there < len(questions):
        return
    earlier, later = questions[min(here, there)], questions[max(here, there)]
    if depends[later.pk] == earlier:
        raise QuestionDepends
    questions[here], questions[there] = questions[there], questions[here]
    _store(questions, depends)
    note(network, "settings.questions", by=by)


@transaction.atomic
def remove_sign_up_question(*, question: SignUpQuestion, by: User) -> None:
    """Ask it no more, as if it had never been asked. Raises HasAnswers, QuestionDepends."""
    network = _open(question.network)
    questions = _all(network)
    depends = _conditions(questions)
    if question.answers.exists():
        raise HasAnswers
    if question in depends.values():
        raise QuestionDepends
    questions.remove(question)
    question.delete()
    _store(questions, depends)
    note(network, "settings.questions", by=by)


def _open(network: Network) -> Network:
    require_open(network)
    return locked(network)


def _all(network: Network) -> list[SignUpQuestion]:
    return list(SignUpQuestion.objects.filter(network=network).order_by("sort_order", "pk"))


def _conditions(questions: Sequence[SignUpQuestion]) -> dict[int, SignUpQuestion | None]:
    return {question.pk: condition_of(question, questions) for question in questions}


def _store(questions: Sequence[SignUpQuestion], depends: Conditions, changed: SignUpQuestion | None = None) -> None:
    """In this order; each condition names the number that its question now has. Raises InvalidInput."""
    numbers = {question.pk: number for number, question in enumerate(questions, 1)}
    for question in questions:
        earlier = depends[question.pk]
        question.sort_order = numbers[question.pk] - 1
        question.only_after = numbers[earlier.pk] if earlier else None
    _require_order(questions, changed)
    for question in questions:
        question.save()


def _require_order(questions: Sequence[SignUpQuestion], changed: SignUpQuestion | None) -> None:
    problems = misplaced(questions)
    for question in questions:
        found = problems.get(id(question), {})
        if found and question == changed:
            raise InvalidInput(errors={field: [text] for field, text in found.items()})
        if found and changed and question.only_after and questions[question.only_after - 1] == changed:
            text = _("“%(question)s” is asked only after the answer “%(answer)s”, so that one has to stay.")
            names = {"question": question.text, "answer": question.only_after_answer}
            raise InvalidInput(errors={"choices": [text % names]})


def _fill(question: SignUpQuestion, facts: Mapping[str, Any]) -> None:
    for name in FACTS:
        if name in facts:
            setattr(question, name, facts[name])
    question.text = checked_text("text", question.text, longest=LONGEST)
    for name in ("text_en", "help_text", "help_text_en", "only_after_answer"):
        setattr(question, name, checked_text(name, getattr(question, name), longest=LONGEST, needed=False))
    is_choice = question.kind == SignUpQuestion.Kind.CHOICE
    for name in ("choices", "choices_en"):
        setattr(question, name, checked_text(name, getattr(question, name), needed=False) if is_choice else "")
    _require_answers(question)
    if "only_after" in facts:
        question.only_after = 1 if facts["only_after"] else None  # which number follows from the order
    if not question.only_after:
        question.only_after_answer = ""
    with refusing():
        question.clean()


def _require_answers(question: SignUpQuestion) -> None:
    """Each answer to choose from is short enough to be a condition, and differs from the others."""
    if problem := next(filter(None, (problem_of(option, longest=LONGEST) for option in question.options)), ""):
        raise InvalidInput(errors={"choices": [problem]})
    if len({option.casefold() for option in question.options}) < len(question.options):
        raise InvalidInput(errors={"choices": [_("One of these answers stands here twice.")]})
