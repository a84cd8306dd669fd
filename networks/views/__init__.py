from networks.views.calendars import feed, meeting_calendar, own_calendar
from networks.views.cockpit import accept, attendance, cockpit, request
from networks.views.guests import guest, guest_page, withdraw_guest
from networks.views.meetings import meeting, meetings
from networks.views.signing_up import enrol, withdraw
from networks.views.space import learning_question, report, space

__all__ = [
    "accept",
    "attendance",
    "cockpit",
    "enrol",
    "feed",
    "guest",
    "guest_page",
    "learning_question",
    "meeting",
    "meeting_calendar",
    "meetings",
    "own_calendar",
    "report",
    "request",
    "space",
    "withdraw",
    "withdraw_guest",
]
