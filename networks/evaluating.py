"""What the evaluation brought, once enough people answered that no answer tells who gave it."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from networks.models import EvaluationAnswer, EvaluationQuestion, Network

ENOUGH = 4


@dataclass(frozen=True)
class Result:
    """One question with its answers: how often each was chosen, or the texts in no order that says anything.

    counts: by the answer as the reader sees it.
    """

    question: EvaluationQuestion
    counts: list[tuple[str, int]]
    texts: list[str]

    @property
    def number(self) -> int:
        return sum(number for _option, number in self.counts) or len(self.texts)

    @property
    def average(self) -> float | None:
        """Of marks only."""
        if self.question.kind != EvaluationQuestion.Kind.SCALE or not self.number:
            return None
        return sum(int(option) * number for option, number in self.counts) / self.number


@dataclass(frozen=True)
class Evaluation:
    """How many answered, and what; `results` is empty while that are fewer than four."""

    number: int
    results: list[Result]

    @property
    def lacking(self) -> int:
        """How many more answers are needed before the facilitator reads them."""
        return max(0, ENOUGH - self.number)


def evaluation_of(network: Network) -> Evaluation:
    number = network.evaluation_responses.count()
    if number < ENOUGH:
        return Evaluation(number, [])
    given: dict[EvaluationQuestion, list[str]] = defaultdict(list)
    answers = EvaluationAnswer.objects.filter(response__network=network).select_related("question")
    for answer in answers.order_by("question__position", "question", "pk"):
        given[answer.question].append(answer.text)
    return Evaluation(number, [_result(question, texts) for question, texts in given.items()])


def _result(question: EvaluationQuestion, texts: list[str]) -> Result:
    if not question.options:
        return Result(question, [], texts)
    counted = Counter(texts)
    known = [(label, counted.pop(option, 0)) for option, label in question.worded_options]
    return Result(question, [*known, *counted.items()], [])
