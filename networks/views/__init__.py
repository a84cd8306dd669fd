from networks.views.attendance import (
    absence,
    attendance,
    attendance_list,
    check_in,
    check_in_screen,
    name_badges,
    take_back_absence,
)
from networks.views.calendars import feed, meeting_calendar, own_calendar
from networks.views.cockpit import accept, ask, cockpit, request
from networks.views.guests import guest, guest_page, withdraw_guest
from networks.views.meetings import meeting, meetings
from networks.views.messages import write_to_members
from networks.views.planning import (
    agenda,
    cancel_meeting,
    edit_meeting,
    meeting_report,
    plan_meeting,
    plan_series,
    restore_meeting,
)
from networks.views.signing_up import confirm, enrol, withdraw, write_about_sign_up
from networks.views.space import learning_question, report, space

__all__ = [
    "absence",
    "accept",
    "agenda",
    "ask",
    "attendance",
    "attendance_list",
    "cancel_meeting",
    "check_in",
    "check_in_screen",
    "cockpit",
    "confirm",
    "edit_meeting",
    "enrol",
    "feed",
    "guest",
    "guest_page",
    "learning_question",
    "meeting",
    "meeting_calendar",
    "meeting_report",
    "meetings",
    "name_badges",
    "own_calendar",
    "plan_meeting",
    "plan_series",
    "report",
    "request",
    "restore_meeting",
    "space",
    "take_back_absence",
    "withdraw",
    "withdraw_guest",
    "write_about_sign_up",
    "write_to_members",
]
