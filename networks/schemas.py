"""What the API tells and takes of networks."""

from datetime import datetime
from typing import Annotated, Any, Literal

from ninja import Field, Schema
from pydantic import AfterValidator

from core.api import PageQuery
from networks.models import Enrolment, Network
from networks.models.enrolments import TEXT_LENGTH
from networks.walltime import AMSTERDAM

LARGEST_ID = 2**63 - 1
AtSchool = Annotated[datetime, AfterValidator(lambda moment: moment.astimezone(AMSTERDAM))]
# Written out: enumerations that share the name State would be one in the description.
NetworkStatus = Literal["open", "last_places", "full", "closed", "announced"]
EnrolmentState = Literal["requested", "accepted", "waiting", "declined", "withdrawn"]
MeetingState = Literal["planned", "cancelled"]
AttendanceState = Literal["present", "excused", "absent"]
ObligationState = Literal["done", "open", "attainable", "unattainable"]
AgreementKind = Literal["attendance", "embedding", "time", "sharing"]


class ThemeOut(Schema):
    """A subject of the platform's list."""

    slug: str
    name: str = Field(alias="label")


class MeetingFacts(Schema):
    """What everybody may know of a meeting; times and place are null or empty while they are to be decided."""

    id: int
    series: str = Field(alias="series.title")
    number: int
    title: str
    starts_at: AtSchool | None
    ends_at: AtSchool | None
    place: str
    state: MeetingState


class MeetingOut(MeetingFacts):
    """A meeting; its online address is for those who are at home in the network."""

    online_url: str | None = None


class NetworkOut(Schema):
    """The public facts of a network. Without a limit `places` and `places_left` are null."""

    slug: str
    title: str
    intro: str
    status: NetworkStatus
    places: int | None
    places_left: int | None
    waiting_list: bool
    approval: bool
    opens_at: AtSchool | None
    closes_at: AtSchool | None
    start_unknown: bool
    sectors: list[str]
    themes: list[ThemeOut]
    contact_email: str
    url: str = Field(alias="get_absolute_url")
    meetings: list[MeetingFacts]

    @staticmethod
    def resolve_intro(network: Network) -> str:
        return network.page.intro if network.page else ""

    @staticmethod
    def resolve_themes(network: Network) -> list[Any]:
        return list(network.themes.all())


class NetworkQuery(PageQuery):
    """Only networks with this status; all without it."""

    status: NetworkStatus | None = None


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


class AttendanceIn(Schema):
    """Whether somebody was at a meeting."""

    state: AttendanceState


class AttendanceOut(Schema):
    """Whether a participant was at a meeting; `member` is the id of the enrolment."""

    meeting: int = Field(alias="meeting_id")
    member: int = Field(alias="enrolment_id")
    state: AttendanceState
    recorded_at: AtSchool


class ObligationOut(Schema):
    """One line of the ledger: how an agreement stands, why, and what to do about it."""

    kind: str
    label: str
    state: ObligationState
    why: str
    todo: str
    url: str

    @staticmethod
    def resolve_label(obligation: Any) -> str:
        return str(obligation.label)

    @staticmethod
    def resolve_why(obligation: Any) -> str:
        return str(obligation.why)

    @staticmethod
    def resolve_todo(obligation: Any) -> str:
        return str(obligation.todo)


class OwnNetwork(Schema):
    """A network of the person, for `GET me`."""

    slug: str = Field(alias="network.slug")
    title: str = Field(alias="network.title")
    status: EnrolmentState = Field(alias="state")
