"""The use cases of a network; nothing else writes enrolments and what hangs on them."""

from networks.services.enrolling import enrol, move_up, withdraw
from networks.services.facilitating import accept_enrolment, decline_enrolment, record_attendance
from networks.services.taking_part import report_obligation, revise_learning_question

__all__ = [
    "accept_enrolment",
    "decline_enrolment",
    "enrol",
    "move_up",
    "record_attendance",
    "report_obligation",
    "revise_learning_question",
    "withdraw",
]
