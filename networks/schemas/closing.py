"""The evaluation, what is ready before closing, certificates, and the copy of a network."""

from datetime import date
from typing import Any, Literal

from django.urls import reverse
from ninja import Field, Schema

from networks.evaluating import Evaluation, Result
from networks.models import Network
from networks.models.enrolments import TEXT_LENGTH
from networks.schemas.types import LARGEST_ID, AtSchool, Clock, Day, Title
from networks.services.series import MOST_MEETINGS

EvaluationKind = Literal["scale", "choice", "text"]


class EvaluationQuestionOut(Schema):
    """One question of the evaluation. Answer with one of `options`, or in your own words where there are none;
    `labels` are the same answers in your language, in the same order."""

    id: int
    text: str = Field(alias="label")
    kind: EvaluationKind
    options: list[str]
    labels: list[str]
    required: bool

    @staticmethod
    def resolve_labels(question: Any) -> list[str]:
        return [label for _kept, label in question.worded_options]


class EvaluationAnswerIn(Schema):
    """The answer to one question."""

    question: int = Field(ge=1, le=LARGEST_ID)
    answer: str = Field(max_length=TEXT_LENGTH)


class EvaluationIn(Schema):
    """Your answers, which are kept without your name."""

    answers: list[EvaluationAnswerIn] = Field(max_length=100)


class CountOut(Schema):
    """How often an answer was chosen."""

    answer: str
    number: int


class ResultOut(Schema):
    """What was answered to one question: how often each answer was chosen, or the texts in no order that says who."""

    question: int
    text: str
    kind: EvaluationKind
    counts: list[CountOut]
    average: float | None
    texts: list[str]


class EvaluationOut(Schema):
    """How far the evaluation is. `results` is empty while fewer than four people answered; `lacking`: how many more."""

    opened_at: AtSchool | None
    asked: int
    answered: int
    lacking: int
    results: list[ResultOut]


class ClosingItemOut(Schema):
    """One thing that is ready before closing, or not yet: how we know, about whom, and where to do something."""

    title: str
    ready: bool
    why: str
    about: list[str]
    url: str
    action: str


class GrantIn(Schema):
    """Why somebody who did not keep all agreements gets a certificate; it is kept, and not on the certificate."""

    reason: str = Field(max_length=TEXT_LENGTH)


class CertificateOut(Schema):
    """A certificate of participation. url: where anybody checks the number; pdf: where its owner downloads it."""

    member: int = Field(alias="enrolment_id")
    number: str
    name: str
    school: str
    network_title: str
    hours: float
    days: list[date]
    issued_at: AtSchool
    url: str
    pdf: str

    @staticmethod
    def resolve_pdf(certificate: Any) -> str:
        slug = certificate.enrolment.network.slug
        return reverse("networks:certificate_file", args=[slug, certificate.pk])


class CopyIn(Schema):
    """The next network and its series: on which days it meets, and between which hours on the clock."""

    name: str = Field(max_length=200)
    series: Title
    days: list[Day] = Field(min_length=1, max_length=MOST_MEETINGS)
    starts: Clock
    ends: Clock
    place: str = Field("", max_length=200)
    online_url: str = Field("", max_length=200)


def shown(network: Network, evaluation: Evaluation, asked: int) -> dict[str, Any]:
    """What EvaluationOut takes."""
    return {
        "opened_at": network.evaluation_opened_at,
        "asked": asked,
        "answered": evaluation.number,
        "lacking": evaluation.lacking,
        "results": [_result(it) for it in evaluation.results],
    }


def _result(result: Result) -> dict[str, Any]:
    return {
        "question": result.question.pk,
        "text": result.question.label,
        "kind": result.question.kind,
        "counts": [{"answer": answer, "number": number} for answer, number in result.counts],
        "average": result.average,
        "texts": result.texts,
    }
