"""What a learning network consists of. Only networks.services writes enrolments and what hangs on them."""

from networks.models.enrolments import Agreement, Attendance, Enrolment, LearningQuestion, ObligationNote
from networks.models.meetings import Meeting, Series
from networks.models.networks import Network, Status
from networks.models.pages import NetworkIndexPage, NetworkPage
from networks.models.themes import Theme

__all__ = [
    "Agreement",
    "Attendance",
    "Enrolment",
    "LearningQuestion",
    "Meeting",
    "Network",
    "NetworkIndexPage",
    "NetworkPage",
    "ObligationNote",
    "Series",
    "Status",
    "Theme",
]
