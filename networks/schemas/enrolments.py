from typing import Literal

from ninja import Field, Schema

from core.api import PageQuery
from networks.models import Enrolment
from networks.models.enrolments import TEXT_LENGTH
from networks.schemas.types import AtSchool

EnrolmentState = Literal["requested", "accepted", "waiting", "declined", "withdrawn"]
AgreementKind = Literal["attendance", "embedding", "time", "sharing"]


class EnrolmentIn(Schema):
    """Signing up: the BRIN number of a school where the person works, the learning question, all four agreements."""

    school: str = Field(max_length=20)
    learning_question: str = Field(max_length=TEXT_LENGTH)
    agreements: list[AgreementKind] = Field(default=[], max_length=20)


class EnrolmentOut(Schema):
    """Somebody's place in a network; `reason` is filled when it was declined."""

    id: int
    network: str = Field(alias="network.slug")
    status: EnrolmentState = Field(alias="state")
    school: str = Field(alias="school.brin")
    learning_question: str
    reason: str = Field(alias="decline_reason")
    created_at: AtSchool
    joined_at: AtSchool | None

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


class OwnNetwork(Schema):
    """A network of the person, for `GET me`."""

    slug: str = Field(alias="network.slug")
    title: str = Field(alias="network.title")
    status: EnrolmentState = Field(alias="state")
