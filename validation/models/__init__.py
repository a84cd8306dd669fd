"""What validation consists of (docs/validation.md). Only validation.services writes cases and what hangs on them."""

from validation.models.cases import Case, CaseRole, CaseTheme
from validation.models.programmes import Programme, ProgrammeVersion
from validation.models.roles import ProgrammeRole
from validation.models.rules import (
    Competency,
    Criterion,
    Fee,
    FeedbackQuestion,
    PortfolioSection,
    Requirement,
    Step,
    Theme,
)
from validation.models.submissions import Submission
from validation.models.timeline import CaseEvent, Deadline, DeadlineExtension

__all__ = [
    "Case",
    "CaseEvent",
    "CaseRole",
    "CaseTheme",
    "Competency",
    "Criterion",
    "Deadline",
    "DeadlineExtension",
    "Fee",
    "FeedbackQuestion",
    "PortfolioSection",
    "Programme",
    "ProgrammeRole",
    "ProgrammeVersion",
    "Requirement",
    "Step",
    "Submission",
    "Theme",
]
