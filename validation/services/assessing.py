"""Assessing by oneself: kept as a draft, handed in once, and sealed until all assessments are in (DOMAIN.md 3a)."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput, NotAllowed
from core.texts import LONGEST, checked_text, problem_of, storable
from validation.errors import AssessmentClosed, AssessmentElsewhere, AssessmentIncomplete
from validation.models import (
    Assessment,
    AssessorNote,
    CaseEvent,
    CaseRole,
    CaseTheme,
    Criterion,
    Decision,
    Judgement,
    Outcome,
    Submission,
)
from validation.news import assessing as news
from validation.services.assigning import ASSESS, assessors_wanted
from validation.services.deadlines import meet_deadlines
from validation.services.moving import lock_case
from validation.services.noting import note
from validation.services.submitting import latest_submission
from validation.states import ThemeState

LONGEST_WINDOW = 40  # characters
MOST_NOTES = 100


@dataclass(frozen=True)
class Given:
    """What an assessor finds by one criterion so far; both may be empty."""

    verdict: str = ""
    reasons: str = ""


def criteria_of(theme: CaseTheme) -> QuerySet[Criterion]:
    """What is judged apart: the criteria of the version that hold for every theme, and those of this one."""
    every, own = theme.case.version.criteria.filter(theme=None), theme.case.version.criteria.filter(theme=theme.theme)
    return (every | own).select_related("competency").order_by("position", "pk")


@transaction.atomic
def save_assessment(
    *,
    submission: Submission,
    by: User,
    outcome: str = "",
    feedback: str = "",
    tips: str = "",
    judgements: Mapping[int, Given] | None = None,
    serial: int = 0,
    window: str = "",
) -> Assessment:
    """Keep the draft as it is now. judgements: by the id of the criterion; those left out stay as they are.

    serial: what this window has read; window: its name, as it chose that itself.
    Raises NotAllowed, AssessmentClosed, AssessmentElsewhere, InvalidInput.
    """
    theme = lock_assessed(submission, by)
    row = _own(submission, by)
    whole = (_choice("outcome", outcome), _text("feedback", feedback), _text("tips", tips))
    found = _checked_judgements(theme, judgements or {})
    kept = {it.criterion_id: Given(it.verdict, it.reasons) for it in row.judgements.all()}
    changed = {pk: it for pk, it in found.items() if kept.get(pk, Given()) != it}
    if not changed and whole == (row.outcome, row.feedback, row.tips):
        return row
    if row.serial != serial and not (window and row.window == window[:LONGEST_WINDOW]):
        raise AssessmentElsewhere(row.serial)
    row.outcome, row.feedback, row.tips = whole
    row.serial, row.window = row.serial + 1, storable(window)[:LONGEST_WINDOW]
    row.save()
    for pk, it in changed.items():
        facts = {"verdict": it.verdict, "reasons": it.reasons}
        Judgement.objects.update_or_create(assessment=row, criterion_id=pk, defaults=facts)
    return row


@transaction.atomic
def hand_in_assessment(*, submission: Submission, by: User, serial: int | None = None) -> Assessment:
    """Hand in the own assessment; it never changes again. When it is the last, all are opened to their assessors.

    serial: of what was read last, where that is known.
    Raises NotAllowed, AssessmentClosed when handed in already, AssessmentElsewhere, AssessmentIncomplete (each field).
    """
    theme = lock_assessed(submission, by)
    row = _own(submission, by)
    if serial is not None and row.serial != serial:
        raise AssessmentElsewhere(row.serial)
    lacking = lacking_of(row, theme)
    if lacking:
        raise AssessmentIncomplete(errors=lacking)
    row.handed_in_at = timezone.now()
    row.save(update_fields=["handed_in_at"])
    meet_deadlines(case=theme.case, kind=ASSESS, theme=theme, person=by)
    _open_when_all_are_in(submission, theme)
    return row


@transaction.atomic
def write_note(*, submission: Submission, by: User, text: str) -> AssessorNote:
    """An anonymous note for the fellow assessors, who read it once all are in; the same note twice is one.

    Raises NotAllowed, AssessmentClosed, InvalidInput.
    """
    lock_assessed(submission, by)
    text = checked_text("text", text)
    if known := submission.assessor_notes.filter(author=by, text=text).first():
        return known
    if submission.assessor_notes.filter(author=by).count() >= MOST_NOTES:
        raise InvalidInput(errors={"text": [_("You have written as many notes as there can be.")]})
    return AssessorNote.objects.create(submission=submission, author=by, text=text)


def lock_assessed(submission: Submission, by: User) -> CaseTheme:
    """The theme of what is assessed now, held until the transaction ends, for one of its assessors.

    Raises NotAllowed, AssessmentClosed.
    """
    case = lock_case(submission.theme.case)
    theme = CaseTheme.objects.select_related("theme").get(pk=submission.theme_id)
    theme.case = case
    if case.person_id == by.pk or not theme.roles.running().assessing().filter(person=by).exists():
        raise NotAllowed
    if theme.state != ThemeState.ASSESSING or not case.moves or latest_submission(theme) != submission:
        raise AssessmentClosed
    return theme


def _own(submission: Submission, by: User) -> Assessment:
    row, _is_new = Assessment.objects.get_or_create(submission=submission, assessor=by)
    if row.handed_in_at:
        raise AssessmentClosed(_("You handed in this assessment: it stays as it is."))
    return row


def _open_when_all_are_in(submission: Submission, theme: CaseTheme) -> None:
    """Never with one assessor alone: as many as the version wants, and everybody who was asked."""
    asked = theme.roles.running().assessing()
    done = submission.assessments.exclude(handed_in_at=None).values("assessor")
    if asked.exclude(person__in=done).exists() or asked.count() < assessors_wanted(theme.case.version):
        return
    _decision, is_new = Decision.objects.get_or_create(submission=submission)
    third = asked.filter(role=CaseRole.Role.THIRD_ASSESSOR).exists()
    if is_new or third:
        note(theme.case, "assessing.open", theme=theme, by=None, audience=CaseEvent.Audience.ASSESSORS)
        news.opened(submission, [it.person for it in asked.select_related("person")])


def lacking_of(row: Assessment, theme: CaseTheme) -> dict[str, list[str]]:
    """What is still needed, by field: a judgement with reasons for each criterion, and as a whole with feedback."""
    given = {it.criterion_id: it for it in row.judgements.all()}
    lacking: dict[str, list[str]] = {}
    for criterion in criteria_of(theme):
        found = given.get(criterion.pk)
        if found is None or not found.verdict:
            lacking[f"verdict_{criterion.pk}"] = [_("Choose your judgement.")]
        if found is None or not found.reasons:
            lacking[f"reasons_{criterion.pk}"] = [_("Say why you find that.")]
    if not row.outcome:
        lacking["outcome"] = [_("Choose your judgement as a whole.")]
    if not row.feedback:
        lacking["feedback"] = [_("Write feedback that supports your judgement.")]
    if not row.tips and row.outcome == Outcome.INSUFFICIENT:
        lacking["tips"] = [_("Give tips, so that the participant knows how to go on.")]
    return lacking


def _checked_judgements(theme: CaseTheme, judgements: Mapping[int, Given]) -> dict[int, Given]:
    """What was judged, checked. Raises InvalidInput."""
    known = {it.pk for it in criteria_of(theme)}
    if not judgements.keys() <= known:
        raise InvalidInput(errors={"": [_("This is not of your theme.")]})
    return {
        pk: Given(_choice(f"verdict_{pk}", it.verdict), _text(f"reasons_{pk}", it.reasons))
        for pk, it in judgements.items()
    }


def _choice(field: str, value: str) -> str:
    if value and value not in Outcome.values:
        raise InvalidInput(errors={field: [_("Choose one of the options.")]})
    return value


def _text(field: str, value: str) -> str:
    value = value.strip()
    if problem := problem_of(value, longest=LONGEST, needed=False):
        raise InvalidInput(errors={field: [problem]})
    return value
