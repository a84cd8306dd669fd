"""What an assessor has to do, as far as it is theirs to know: how far a fellow is, nobody learns before all are in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.db.models import Q, Subquery
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from validation.models import Assessment, CaseRole, CaseTheme, Consent, Deadline, Decision, Submission
from validation.services.assigning import ASSESS, assessors_wanted
from validation.states import STANDING_STILL, TALKING, ThemeState


class Stage(models.TextChoices):
    """Where the reader stands with one submission; those in which something is to be done come first."""

    DECIDE = "decide", _("Decide together")
    DRAFT = "draft", _("Go on with your assessment")
    BEGIN = "begin", _("Assess it")
    WAITS = "waits", _("You handed in; wait for the others")
    AGREED = "agreed", _("You agreed; wait for the others")
    THIRD = "third", _("Wait for the third assessor")
    RESTS = "rests", _("Stands still")
    DECIDED = "decided", _("Decided")


ADMITTING = _("Decide about the interview")
TO_DO = (Stage.DECIDE, Stage.DRAFT, Stage.BEGIN)
BADGES = {
    Stage.DECIDE: "badge--warn",
    Stage.DRAFT: "badge--warn",
    Stage.BEGIN: "badge--warn",
    Stage.DECIDED: "badge--ok",
}


@dataclass(frozen=True)
class Assessed:
    """A submission as one of its assessors stands with it. until: the own last day. theme: with its case."""

    submission: Submission
    theme: CaseTheme
    stage: Stage
    own: Assessment | None = None
    decision: Decision | None = None
    until: datetime | None = None

    @property
    def is_alone(self) -> bool:
        """Whether one assessor decides by oneself: about the interview, in the route with an intake."""
        return assessors_wanted(self.theme.case.version) == 1

    @property
    def stage_label(self) -> str:
        """Where the reader stands, in words."""
        return str(ADMITTING if self.is_alone and self.stage == Stage.DECIDE else self.stage.label)

    @property
    def is_to_do(self) -> bool:
        return self.stage in TO_DO

    @property
    def badge(self) -> str:
        return BADGES.get(self.stage, "")

    @property
    def is_open(self) -> bool:
        """Whether the reader may read what fellow assessors found: all are in, the own one too."""
        return self.decision is not None and self.own is not None and self.own.handed_in_at is not None

    @property
    def may_write(self) -> bool:
        """Whether the own assessment is still to be handed in."""
        return self.stage in (Stage.BEGIN, Stage.DRAFT)

    @property
    def has_talk(self) -> bool:
        """Whether there is a talk about it, or one to come."""
        return self.theme.state in TALKING

    @property
    def may_decide(self) -> bool:
        """Whether proposing and agreeing are possible now."""
        return self.stage in (Stage.DECIDE, Stage.AGREED)


def assessed_by(person: User) -> list[Assessed]:
    """Everything that the person assesses or assessed, what is to be done first; in a fixed number of queries."""
    roles = CaseRole.objects.running().assessing().filter(person=person).exclude(theme=None)
    themes = CaseTheme.objects.filter(pk__in=roles.values("theme")).exclude(case__person=person)
    given = Q(theme__state=ThemeState.ASSESSING) | ~Q(decision=None) | Q(assessments__assessor=person)
    known = Submission.objects.filter(given, theme=models.OuterRef("theme"), taken_back_at=None)
    newest = known.order_by("-number").values("pk")[:1]
    rows = Submission.objects.filter(theme__in=themes, pk=Subquery(newest))
    facts = ("theme__theme", "theme__case__person", "theme__case__school", "theme__case__version__programme")
    return sorted(_as_read(list(rows.defer("content").select_related(*facts)), person), key=_urgency)


def as_read_by(person: User, submission: Submission) -> Assessed:
    """One submission, through whose door the person came."""
    return _as_read([submission], person)[0]


def own_of(person: User, submission: Submission) -> Assessment | None:
    """The person's own assessment of it, as it is now."""
    return submission.assessments.filter(assessor=person).prefetch_related("judgements__criterion").first()


def earlier_of(submission: Submission) -> list[Decision]:
    """What was decided on what was handed in before."""
    rows = Decision.objects.filter(submission__theme=submission.theme_id, submission__number__lt=submission.number)
    decided = rows.exclude(decided_at=None).select_related("submission").defer("submission__content")
    return list(decided.order_by("-submission__number"))


def _urgency(row: Assessed) -> tuple[int, float, int]:
    until = row.until.timestamp() if row.until else float("inf")
    return (Stage.values.index(row.stage), until, -row.submission.pk)


def _as_read(submissions: list[Submission], person: User) -> list[Assessed]:
    own = {it.submission_id: it for it in Assessment.objects.filter(submission__in=submissions, assessor=person)}
    decisions = {it.submission_id: it for it in Decision.objects.filter(submission__in=submissions)}
    agreed = set(
        Consent.objects.filter(decision__in=decisions.values(), assessor=person).values_list("decision", flat=True)
    )
    with_third = _with_third(submissions)
    themes = [it.theme_id for it in submissions]
    until = dict(
        Deadline.objects.filter(theme__in=themes, person=person, kind=ASSESS)
        .order_by("pk")
        .values_list("theme", "due_at")
    )
    found = []
    for submission in submissions:
        mine, decision = own.get(submission.pk), decisions.get(submission.pk)
        stage = _stage(submission, mine, decision, agreed, with_third)
        found.append(Assessed(submission, submission.theme, stage, mine, decision, until.get(submission.theme_id)))
    return found


def _with_third(submissions: Iterable[Submission]) -> set[int]:
    """Of which of them (ids) a third assessor handed in."""
    third = CaseRole.objects.running().filter(
        role=CaseRole.Role.THIRD_ASSESSOR,
        theme=models.OuterRef("submission__theme"),
        person=models.OuterRef("assessor"),
    )
    done = Assessment.objects.filter(models.Exists(third), submission__in=submissions).exclude(handed_in_at=None)
    return set(done.values_list("submission", flat=True))


def _stage(
    submission: Submission, own: Assessment | None, decision: Decision | None, agreed: set[int], with_third: set[int]
) -> Stage:
    if decision and decision.decided_at:
        return Stage.DECIDED
    theme = submission.theme
    if theme.state != ThemeState.ASSESSING or theme.case.state in STANDING_STILL:
        return Stage.RESTS
    if own is None or not own.handed_in_at:
        return Stage.BEGIN if own is None or not own.serial else Stage.DRAFT
    if decision is None:
        return Stage.WAITS
    if decision.third_asked_at and submission.pk not in with_third:
        return Stage.THIRD
    return Stage.AGREED if decision.pk in agreed else Stage.DECIDE
