"""Assessments side by side, once all are in: what differs is the agenda of the talk between assessors."""

from dataclasses import dataclass, field

from accounts.models import User
from validation.models import Assessment, Criterion, Judgement, Submission


@dataclass(frozen=True)
class Line:
    """One criterion with what each assessor finds by it, in the order of the assessments."""

    criterion: Criterion
    judgements: list[Judgement | None]

    @property
    def differs(self) -> bool:
        return len({it.verdict for it in self.judgements if it}) > 1


@dataclass(frozen=True)
class Comparison:
    """What all assessors found."""

    assessments: list[Assessment] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    @property
    def differs(self) -> bool:
        """Whether the judgements as a whole do."""
        return len({it.outcome for it in self.assessments}) > 1

    @property
    def agenda(self) -> list[Line]:
        return [it for it in self.lines if it.differs]


def comparison_for(reader: User, submission: Submission) -> Comparison:
    """What this reader may read of it, and only what was handed in; in a fixed number of queries."""
    rows = Assessment.objects.readable_by(reader).filter(submission=submission).exclude(handed_in_at=None)
    assessments = list(rows.select_related("assessor").prefetch_related("judgements__criterion__competency"))
    found = [{it.criterion_id: it for it in row.judgements.all()} for row in assessments]
    criteria = {pk: it.criterion for each in found for pk, it in each.items()}
    ordered = sorted(criteria.values(), key=lambda it: (it.position, it.pk))
    return Comparison(assessments, [Line(it, [each.get(it.pk) for each in found]) for it in ordered])
