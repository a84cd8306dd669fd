"""What happens in validation, one function per use case; nothing else writes cases and programmes."""

from validation.services.deadlines import extend_deadline, meet_deadlines, set_deadline, set_step_deadline
from validation.services.moving import case_steps_open_to, move_case, move_theme, steps_open_to
from validation.services.noting import note
from validation.services.starting import add_theme, remove_theme, start_case
from validation.services.versions import change_part, draft_version, newest_published, publish_version, remove_part

__all__ = [
    "add_theme",
    "case_steps_open_to",
    "change_part",
    "draft_version",
    "extend_deadline",
    "meet_deadlines",
    "move_case",
    "move_theme",
    "newest_published",
    "note",
    "publish_version",
    "remove_part",
    "remove_theme",
    "set_deadline",
    "set_step_deadline",
    "start_case",
    "steps_open_to",
]
