"""The use cases of a network; nothing else writes enrolments and what hangs on them."""

from networks.services.actions import finish_action, reopen_action
from networks.services.agreements import word_agreement
from networks.services.arranging import arrange, meet_arrangement, remove_arrangement, tell_changes
from networks.services.asking import (
    add_sign_up_question,
    change_sign_up_question,
    move_sign_up_question,
    remove_sign_up_question,
)
from networks.services.assignments import (
    add_assignment_file,
    add_assignment_link,
    change_assignment,
    close_assignment,
    remove_assignment,
    remove_assignment_material,
    reopen_assignment,
    set_assignment,
)
from networks.services.attendance import announce_absence, check_in, record_attendance, take_back_absence
from networks.services.calendars import renew_calendar_feed, revoke_calendar_feed
from networks.services.certificates import drawn, grant_certificate
from networks.services.closing import close_network, reopen_network
from networks.services.copying import copy_network
from networks.services.enrolling import enrol, move_up, withdraw
from networks.services.evaluating import evaluate, open_evaluation, remind_to_evaluate
from networks.services.experts import invite_expert, withdraw_expert
from networks.services.exporting import export_table
from networks.services.facilitating import accept_enrolment, decline_enrolment
from networks.services.facilitators import changing_facilitators
from networks.services.guests import invite_guest, withdraw_guest
from networks.services.handing_in import (
    add_hand_in_file,
    add_hand_in_link,
    comment_on_hand_in,
    hand_in,
    remove_hand_in_file,
    save_draft,
    take_back,
)
from networks.services.interests import follow_network, tell_interested, unfollow_network
from networks.services.log import note_settings
from networks.services.materials import add_materials, change_material, remove_material
from networks.services.meetings import (
    cancel_meeting,
    change_meeting,
    changing_meetings,
    plan_meeting,
    restore_meeting,
)
from networks.services.messages import write_to_members
from networks.services.offers import confirm_place, end_offers
from networks.services.papers import write_agenda, write_report
from networks.services.polls import (
    NewExpert,
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
from networks.services.ruling import keep_rule
from networks.services.series import add_meeting, plan_series
from networks.services.sign_up_messages import write_about_sign_up
from networks.services.sources import add_source, change_source, remove_source
from networks.services.support import ask_for_support, evaluate_support, handle_support, write_about_support
from networks.services.taking_part import report_obligation, revise_learning_question

__all__ = [
    "NewExpert",
    "NewOption",
    "Vote",
    "accept_enrolment",
    "add_assignment_file",
    "add_assignment_link",
    "add_hand_in_file",
    "add_hand_in_link",
    "add_materials",
    "add_meeting",
    "add_sign_up_question",
    "add_source",
    "announce_absence",
    "arrange",
    "ask_for_support",
    "cancel_meeting",
    "change_assignment",
    "change_material",
    "change_meeting",
    "change_place",
    "change_poll",
    "change_sign_up_question",
    "change_source",
    "changing_facilitators",
    "changing_meetings",
    "check_in",
    "close_assignment",
    "close_network",
    "close_poll",
    "comment_on_hand_in",
    "confirm_place",
    "copy_network",
    "decide_poll",
    "decline_enrolment",
    "discard_poll",
    "drawn",
    "end_offers",
    "enrol",
    "evaluate",
    "evaluate_support",
    "export_table",
    "finish_action",
    "follow_network",
    "grant_certificate",
    "hand_in",
    "handle_support",
    "invite_expert",
    "invite_guest",
    "keep_rule",
    "make_poll",
    "meet_arrangement",
    "move_sign_up_question",
    "move_up",
    "note_settings",
    "offer_school",
    "open_evaluation",
    "open_poll",
    "plan_meeting",
    "plan_series",
    "record_attendance",
    "remind_and_end",
    "remind_to_evaluate",
    "remove_arrangement",
    "remove_assignment",
    "remove_assignment_material",
    "remove_hand_in_file",
    "remove_material",
    "remove_sign_up_question",
    "remove_source",
    "renew_calendar_feed",
    "reopen_action",
    "reopen_assignment",
    "reopen_network",
    "reopen_poll",
    "report_obligation",
    "restore_meeting",
    "revise_learning_question",
    "revoke_calendar_feed",
    "save_draft",
    "set_assignment",
    "take_back",
    "take_back_absence",
    "take_back_offer",
    "tell_changes",
    "tell_interested",
    "unfollow_network",
    "vote",
    "vote_for_expert",
    "withdraw",
    "withdraw_expert",
    "withdraw_guest",
    "word_agreement",
    "write_about_sign_up",
    "write_about_support",
    "write_agenda",
    "write_report",
    "write_to_members",
]
