"""What validation consists of (docs/validation.md). Only validation.services writes cases and what hangs on them."""

from validation.models.assessing import Assessment, AssessorNote, Consent, Decision, Judgement, Outcome
from validation.models.by_link import FeedbackAnswer, FeedbackRequest, LookAlong, LookAlongComment
from validation.models.cases import Case, CaseRole, CaseTheme
from validation.models.certificates import Shown, SigningKey, ThemeCertificate
from validation.models.dialogues import Dialogue, DialoguePlace, FinalReflection, ReflectionOn, SuitableDay
from validation.models.fees import Due, Standing
from validation.models.guidance import GuidanceReport, GuidanceTalk, PointsEstimate
from validation.models.materials import Appendix, Evidence, PortfolioSource
from validation.models.points import FormalLearning, Registration
from validation.models.programmes import Programme, ProgrammeVersion
from validation.models.roles import ProgrammeRole
from validation.models.rules import (
    Competency,
    Criterion,
    Fee,
    FeedbackQuestion,
    PortfolioSection,
    QuestionCard,
    Requirement,
    ScanQuestion,
    Step,
    Theme,
)
from validation.models.scans import Scan, ScanGroup, ScanRespondent, ScanSheet
from validation.models.submissions import Submission
from validation.models.talks import Talk, TalkConsent, TalkNote, TalkSlot, TalkTheme
from validation.models.timeline import CaseEvent, Deadline, DeadlineExtension
from validation.models.writing import CompetencyLink, SectionText, SectionVersion

__all__ = [
    "Appendix",
    "Assessment",
    "AssessorNote",
    "Case",
    "CaseEvent",
    "CaseRole",
    "CaseTheme",
    "Competency",
    "CompetencyLink",
    "Consent",
    "Criterion",
    "Deadline",
    "DeadlineExtension",
    "Decision",
    "Dialogue",
    "DialoguePlace",
    "Due",
    "Evidence",
    "Fee",
    "FeedbackAnswer",
    "FeedbackQuestion",
    "FeedbackRequest",
    "FinalReflection",
    "FormalLearning",
    "GuidanceReport",
    "GuidanceTalk",
    "Judgement",
    "LookAlong",
    "LookAlongComment",
    "Outcome",
    "PointsEstimate",
    "PortfolioSection",
    "PortfolioSource",
    "Programme",
    "ProgrammeRole",
    "ProgrammeVersion",
    "QuestionCard",
    "ReflectionOn",
    "Registration",
    "Requirement",
    "Scan",
    "ScanGroup",
    "ScanQuestion",
    "ScanRespondent",
    "ScanSheet",
    "SectionText",
    "SectionVersion",
    "Shown",
    "SigningKey",
    "Standing",
    "Step",
    "Submission",
    "SuitableDay",
    "Talk",
    "TalkConsent",
    "TalkNote",
    "TalkSlot",
    "TalkTheme",
    "Theme",
    "ThemeCertificate",
]
