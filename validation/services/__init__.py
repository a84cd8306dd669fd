"""What happens in validation, one function per use case; nothing else writes cases and programmes."""

from validation.services.assessing import (
    Given,
    criteria_of,
    hand_in_assessment,
    lacking_of,
    save_assessment,
    write_note,
)
from validation.services.assigning import (
    ASSESS,
    assessors_wanted,
    assign_assessors,
    assign_third_assessor,
    deadlines_to_assess,
    give_more_time_to_assess,
    propose_assessors,
)
from validation.services.certificates import (
    choose_shown,
    grant_certificate,
    ready_certificate,
    revoke_certificate,
)
from validation.services.deadlines import (
    extend_deadline,
    meet_deadlines,
    set_deadline,
    set_step_deadline,
    tell_of_deadlines,
)
from validation.services.deciding import agree_with_decision, ask_third_assessor, propose_decision, waits_for_third
from validation.services.dialogue_closing import close_place
from validation.services.dialogue_days import add_suitable_day, remove_suitable_day
from validation.services.dialogue_following import remind_of_dialogues
from validation.services.dialogue_room import end_dialogue, give_turn
from validation.services.dialogues import cancel_dialogue, choose_facilitator, make_dialogue, move_dialogue
from validation.services.feedback import (
    ask_feedback,
    decline_feedback,
    give_feedback,
    remind_colleagues,
    reply_to_feedback,
    takes_feedback,
    withdraw_feedback_request,
)
from validation.services.fees import keep_due
from validation.services.guidance import cancel_guidance, move_guidance, plan_guidance
from validation.services.guidance_following import remind_of_guidance
from validation.services.guidance_reports import Estimate, report_guidance
from validation.services.looking_along import comment_along, end_look_along, let_look_along
from validation.services.materials import (
    add_appendix,
    add_evidence,
    add_source,
    change_evidence,
    change_source,
    move_to_appendices,
    remove_material,
)
from validation.services.moving import case_steps_open_to, move_case, move_theme, steps_open_to
from validation.services.noting import note
from validation.services.points import note_learning, remove_learning, set_registration
from validation.services.reflecting import (
    give_more_time_to_reflect,
    go_on_without,
    hand_in_reflection,
    late_in,
    missing_from,
    save_reflection,
    texts_of,
)
from validation.services.scan_evidence import take_scan
from validation.services.scans import (
    answer_scan,
    ask_respondent,
    close_scan,
    close_scans_that_ended,
    decline_scan,
    fill_in_own,
    may_open_scan,
    open_scan,
    remind_respondents,
    takes_answers,
    withdraw_respondent,
)
from validation.services.starting import add_theme, remove_theme, start_case
from validation.services.submitting import confirm_privacy, judge_done, latest_submission, submit_theme, take_back
from validation.services.taking import take_along
from validation.services.talk_assessors import add_talk_assessor
from validation.services.talk_following import remind_of_talks
from validation.services.talk_outcomes import agree_with_outcome, propose_outcome, save_notes, serial_of
from validation.services.talk_slots import offer_slots, pick_slot, withdraw_slot
from validation.services.talks import Spot, cancel_talk, move_talk, plan_talk
from validation.services.versions import change_part, draft_version, newest_published, publish_version, remove_part
from validation.services.writing import go_back_to, keep_text, link_passage, save_text, unlink_passage

__all__ = [
    "ASSESS",
    "Estimate",
    "Given",
    "Spot",
    "add_appendix",
    "add_evidence",
    "add_source",
    "add_suitable_day",
    "add_talk_assessor",
    "add_theme",
    "agree_with_decision",
    "agree_with_outcome",
    "answer_scan",
    "ask_feedback",
    "ask_respondent",
    "ask_third_assessor",
    "assessors_wanted",
    "assign_assessors",
    "assign_third_assessor",
    "cancel_dialogue",
    "cancel_guidance",
    "cancel_talk",
    "case_steps_open_to",
    "change_evidence",
    "change_part",
    "change_source",
    "choose_facilitator",
    "choose_shown",
    "close_place",
    "close_scan",
    "close_scans_that_ended",
    "comment_along",
    "confirm_privacy",
    "criteria_of",
    "deadlines_to_assess",
    "decline_feedback",
    "decline_scan",
    "draft_version",
    "end_dialogue",
    "end_look_along",
    "extend_deadline",
    "fill_in_own",
    "give_feedback",
    "give_more_time_to_assess",
    "give_more_time_to_reflect",
    "give_turn",
    "go_back_to",
    "go_on_without",
    "grant_certificate",
    "hand_in_assessment",
    "hand_in_reflection",
    "judge_done",
    "keep_due",
    "keep_text",
    "lacking_of",
    "late_in",
    "latest_submission",
    "let_look_along",
    "link_passage",
    "make_dialogue",
    "may_open_scan",
    "meet_deadlines",
    "missing_from",
    "move_case",
    "move_dialogue",
    "move_guidance",
    "move_talk",
    "move_theme",
    "move_to_appendices",
    "newest_published",
    "note",
    "note_learning",
    "offer_slots",
    "open_scan",
    "pick_slot",
    "plan_guidance",
    "plan_talk",
    "propose_assessors",
    "propose_decision",
    "propose_outcome",
    "publish_version",
    "ready_certificate",
    "remind_colleagues",
    "remind_of_dialogues",
    "remind_of_guidance",
    "remind_of_talks",
    "remind_respondents",
    "remove_learning",
    "remove_material",
    "remove_part",
    "remove_suitable_day",
    "remove_theme",
    "reply_to_feedback",
    "report_guidance",
    "revoke_certificate",
    "save_assessment",
    "save_notes",
    "save_reflection",
    "save_text",
    "serial_of",
    "set_deadline",
    "set_registration",
    "set_step_deadline",
    "start_case",
    "steps_open_to",
    "submit_theme",
    "take_along",
    "take_back",
    "take_scan",
    "takes_answers",
    "takes_feedback",
    "tell_of_deadlines",
    "texts_of",
    "unlink_passage",
    "waits_for_third",
    "withdraw_feedback_request",
    "withdraw_respondent",
    "withdraw_slot",
    "write_note",
]
