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
from networks.views.poll_planning import (
    change_place,
    change_poll,
    close_poll,
    decide_poll,
    discard_poll,
    expert_votes,
    make_poll,
    open_poll,
    reopen_poll,
)
from networks.views.polls import offer_school, poll, polls, take_back_offer
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
    "change_place",
    "change_poll",
    "check_in",
    "check_in_screen",
    "close_poll",
    "cockpit",
    "confirm",
    "decide_poll",
    "discard_poll",
    "edit_meeting",
    "enrol",
    "expert_votes",
    "feed",
    "guest",
    "guest_page",
    "learning_question",
    "make_poll",
    "meeting",
    "meeting_calendar",
    "meeting_report",
    "meetings",
    "name_badges",
    "offer_school",
    "open_poll",
    "own_calendar",
    "plan_meeting",
    "plan_series",
    "poll",
    "polls",
    "reopen_poll",
    "report",
    "request",
    "restore_meeting",
    "space",
    "take_back_absence",
    "take_back_offer",
    "withdraw",
    "withdraw_guest",
    "write_about_sign_up",
    "write_to_members",
]
