"""The use cases of a network; nothing else writes enrolments and what hangs on them."""

from networks.services.attendance import announce_absence, check_in, record_attendance, take_back_absence
from networks.services.calendars import renew_calendar_feed, revoke_calendar_feed
from networks.services.enrolling import enrol, move_up, withdraw
from networks.services.facilitating import accept_enrolment, decline_enrolment
from networks.services.guests import invite_guest, withdraw_guest
from networks.services.meetings import (
    cancel_meeting,
    change_meeting,
    changing_meetings,
    plan_meeting,
    restore_meeting,
)
from networks.services.messages import write_to_members
from networks.services.offers import confirm_place, end_offers
from networks.services.series import add_meeting, plan_series
from networks.services.sign_up_messages import write_about_sign_up
from networks.services.taking_part import report_obligation, revise_learning_question

__all__ = [
    "accept_enrolment",
    "add_meeting",
    "announce_absence",
    "cancel_meeting",
    "change_meeting",
    "changing_meetings",
    "check_in",
    "confirm_place",
    "decline_enrolment",
    "end_offers",
    "enrol",
    "invite_guest",
    "move_up",
    "plan_meeting",
    "plan_series",
    "record_attendance",
    "renew_calendar_feed",
    "report_obligation",
    "restore_meeting",
    "revise_learning_question",
    "revoke_calendar_feed",
    "take_back_absence",
    "withdraw",
    "withdraw_guest",
    "write_about_sign_up",
    "write_to_members",
]
