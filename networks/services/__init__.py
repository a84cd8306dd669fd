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
from networks.services.polls import (
    NewOption,
    Vote,
    change_place,
    change_poll,
    close_poll,
    decide_poll,
    discard_poll,
    make_poll,
    offer_school,
    open_poll,
    remind_and_end,
    reopen_poll,
    take_back_offer,
    vote,
    vote_for_expert,
)
from networks.services.series import add_meeting, plan_series
from networks.services.sign_up_messages import write_about_sign_up
from networks.services.taking_part import report_obligation, revise_learning_question

__all__ = [
    "NewOption",
    "Vote",
    "accept_enrolment",
    "add_meeting",
    "announce_absence",
    "cancel_meeting",
    "change_meeting",
    "change_place",
    "change_poll",
    "changing_meetings",
    "check_in",
    "close_poll",
    "confirm_place",
    "decide_poll",
    "decline_enrolment",
    "discard_poll",
    "end_offers",
    "enrol",
    "invite_guest",
    "make_poll",
    "move_up",
    "offer_school",
    "open_poll",
    "plan_meeting",
    "plan_series",
    "record_attendance",
    "remind_and_end",
    "renew_calendar_feed",
    "reopen_poll",
    "report_obligation",
    "restore_meeting",
    "revise_learning_question",
    "revoke_calendar_feed",
    "take_back_absence",
    "take_back_offer",
    "vote",
    "vote_for_expert",
    "withdraw",
    "withdraw_guest",
    "write_about_sign_up",
    "write_to_members",
]
