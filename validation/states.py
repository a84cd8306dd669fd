"""Where a case and each theme in it may stand (DOMAIN.md 3); from where to where is in validation.transitions."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Route(models.TextChoices):
    """The three ways to have informal learning validated (DOMAIN.md 3a, 3b, 3c)."""

    PORTFOLIO = "portfolio", _("Portfolio")
    DIALOGUE = "dialogue", _("Dialogue of three school leaders")
    INTAKE = "intake", _("Validation with intake")


class CaseState(models.TextChoices):
    """What happens with somebody's whole route."""

    APPLIED = "applied", _("Applied for")
    INTAKE_PLANNED = "intake_planned", _("Intake planned")
    MATCHED = "matched", _("In a group of three")
    DAY_PLANNED = "day_planned", _("Day of the talk planned")
    REFLECTING = "reflecting", _("Writing the final reflections")
    RUNNING = "running", _("Under way")
    PAUSED = "paused", _("Paused")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    COMPLETED = "completed", _("Completed")


class ThemeState(models.TextChoices):
    """What happens with one theme of a case."""

    WRITING = "writing", _("Being written")
    JUDGED_DONE = "judged_done", _("Judged done by the participant")
    SUBMITTED = "submitted", _("Handed in")
    ASSESSING = "assessing", _("Being assessed")
    SUFFICIENT = "sufficient", _("Sufficient: a talk follows")
    INSUFFICIENT = "insufficient", _("Not sufficient yet")
    TALK_PLANNED = "talk_planned", _("Talk planned")
    TALK_PASSED = "talk_passed", _("Talk sufficient")
    TALK_FAILED = "talk_failed", _("Talk not sufficient yet")
    CERTIFIED = "certified", _("Certificate granted")
    PAUSED = "paused", _("Paused")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Actor(models.TextChoices):
    """As what somebody acts in a case; one person may be several."""

    PARTICIPANT = "participant", _("participant")
    ASSESSOR = "assessor", _("assessor")
    INTAKE_ASSESSOR = "intake_assessor", _("assessor of the intake")
    COACH = "coach", _("coach")
    FACILITATOR = "facilitator", _("facilitator")
    COORDINATOR = "coordinator", _("coordinator")
    PLATFORM = "platform", _("the platform")


# The places of those validated at once (at most two, DOMAIN.md 3a): handed in, and not at an end.
BEING_VALIDATED = frozenset(
    {
        ThemeState.SUBMITTED,
        ThemeState.ASSESSING,
        ThemeState.SUFFICIENT,
        ThemeState.TALK_PLANNED,
        ThemeState.TALK_FAILED,
        ThemeState.TALK_PASSED,
    }
)
# A talk can be planned about these; and those in which there was one, or is to be one.
AWAITING_TALK = frozenset({ThemeState.SUFFICIENT, ThemeState.TALK_FAILED})
TALKING = AWAITING_TALK | {ThemeState.TALK_PLANNED, ThemeState.TALK_PASSED, ThemeState.CERTIFIED}
BEING_WRITTEN = frozenset({ThemeState.WRITING})
# Nothing of a case moves on while it stands here, but what takes it out again.
STANDING_STILL = frozenset({CaseState.PAUSED, CaseState.WITHDRAWN, CaseState.COMPLETED})
AT_REST = frozenset({ThemeState.PAUSED, ThemeState.WITHDRAWN})
