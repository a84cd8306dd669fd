"""What a learning network consists of. Only networks.services writes enrolments and what hangs on them."""

from networks.models.agreements import (
    AgreementPoint,
    AgreementWording,
    Arrangement,
    ObligationRule,
    ObligationState,
)
from networks.models.assignments import Assignment, AssignmentMaterial, HandIn, HandInComment, HandInFile
from networks.models.attendance import AttendanceChange
from networks.models.calendars import CalendarFeed
from networks.models.certificates import Certificate
from networks.models.enrolments import (
    Agreement,
    Attendance,
    Enrolment,
    LearningQuestion,
    ObligationNote,
    SignUpMessage,
)
from networks.models.evaluations import EvaluationAnswer, EvaluationQuestion, EvaluationResponse
from networks.models.guests import GuestPass
from networks.models.interests import Interest
from networks.models.log import LogEntry
from networks.models.materials import MeetingMaterial
from networks.models.meetings import AgendaItem, Meeting, Outcome, Series
from networks.models.messages import FacilitatorMessage
from networks.models.networks import Network, Status
from networks.models.pages import NetworkIndexPage, NetworkPage
from networks.models.polls import Poll, PollExpert, PollOption, PollPlace, PollVote
from networks.models.school_holidays import SchoolHoliday
from networks.models.sign_up_questions import SignUpAnswer, SignUpQuestion
from networks.models.sources import Source
from networks.models.support import SupportFile, SupportMessage, SupportRequest
from networks.models.themes import Theme

__all__ = [
    "AgendaItem",
    "Agreement",
    "AgreementPoint",
    "AgreementWording",
    "Arrangement",
    "Assignment",
    "AssignmentMaterial",
    "Attendance",
    "AttendanceChange",
    "CalendarFeed",
    "Certificate",
    "Enrolment",
    "EvaluationAnswer",
    "EvaluationQuestion",
    "EvaluationResponse",
    "FacilitatorMessage",
    "GuestPass",
    "HandIn",
    "HandInComment",
    "HandInFile",
    "Interest",
    "LearningQuestion",
    "LogEntry",
    "Meeting",
    "MeetingMaterial",
    "Network",
    "NetworkIndexPage",
    "NetworkPage",
    "ObligationNote",
    "ObligationRule",
    "ObligationState",
    "Outcome",
    "Poll",
    "PollExpert",
    "PollOption",
    "PollPlace",
    "PollVote",
    "SchoolHoliday",
    "Series",
    "SignUpAnswer",
    "SignUpMessage",
    "SignUpQuestion",
    "Source",
    "Status",
    "SupportFile",
    "SupportMessage",
    "SupportRequest",
    "Theme",
]
