from typing import Annotated, Literal

from ninja import Field, Schema

from core.api import PageQuery
from networks.models import Enrolment
from networks.models.enrolments import TEXT_LENGTH
from networks.schemas.types import LARGEST_ID, AtSchool

EnrolmentState = Literal["requested", "accepted", "waiting", "declined", "withdrawn"]
AgreementKind = Literal["attendance", "embedding", "time", "sharing"]
AddedAgreement = Annotated[str, Field(pattern=r"^point-[0-9]{1,18}$")]


class AnswerIn(Schema):
    """The answer to one of the network's own questions."""

    question: int = Field(ge=1, le=LARGEST_ID)
    answer: str = Field(max_length=TEXT_LENGTH)


class AgreementOut(Schema):
    """One thing to agree to at sign-up; `key` goes into `agreements`."""

    key: str
    version: int
    text: str = Field(alias="label")


class EnrolmentIn(Schema):
    """Signing up: the BRIN number of a school where the person works, the learning question, all agreements
    (`GET networks/{slug}/agreements`), and answers to what the network asks besides
    (`GET networks/{slug}/sign-up-questions`)."""

    school: str = Field(max_length=20)
    learning_question: str = Field(max_length=TEXT_LENGTH)
    agreements: list[AgreementKind | AddedAgreement] = Field(default=[], max_length=50)
    answers: list[AnswerIn] = Field(default=[], max_length=100)


class EnrolmentOut(Schema):
    """Somebody's place in a network; `reason` is filled when it was declined. `confirm_by`: a place came free, and
    goes to the next one unless it is confirmed before that moment."""

    id: int
    network: str = Field(alias="network.slug")
    status: EnrolmentState = Field(alias="state")
    school: str = Field(alias="school.brin")
    learning_question: str
    reason: str = Field(alias="decline_reason")
    created_at: AtSchool
    joined_at: AtSchool | None
    confirm_by: AtSchool | None

    @staticmethod
    def resolve_learning_question(enrolment: Enrolment) -> str:
        question = enrolment.learning_question
        return question.text if question else ""


class MemberOut(EnrolmentOut):
    """A sign-up as the facilitator sees it, with who it is."""

    name: str = Field(alias="person.name")
    email: str = Field(alias="person.email")


class MemberQuery(PageQuery):
    """Only sign-ups in this state; without it those that are neither declined nor withdrawn."""

    status: EnrolmentState | None = None


class DeclineIn(Schema):
    """Why a sign-up is declined; the person reads it."""

    reason: str = Field(max_length=TEXT_LENGTH)


class SignUpMessageIn(Schema):
    """A question of the facilitator about a sign-up, or the answer of who signed up."""

    text: str = Field(max_length=TEXT_LENGTH)


class SignUpMessageOut(Schema):
    """One message about a sign-up."""

    id: int
    author: str = Field(alias="author.name")
    text: str
    created_at: AtSchool


class OwnNetwork(Schema):
    """A network of the person, for `GET me`."""

    slug: str = Field(alias="network.slug")
    title: str = Field(alias="network.title")
    status: EnrolmentState = Field(alias="state")
