"""During and after the talk: notes by oneself, and an outcome on which its assessors agree (DOMAIN.md 3a)."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput, NotAllowed
from core.texts import LONGEST, checked_text, problem_of
from validation.errors import NotesElsewhere, ProposalChanged, TalkNotOpen
from validation.models import CaseTheme, Outcome, Talk, TalkConsent, TalkNote, TalkTheme
from validation.news import talks as news
from validation.services.certificates import grant_certificate
from validation.services.moving import lock_case, move_theme
from validation.states import Route

MOST_POINTS = 1_000
STEPS = {Outcome.SUFFICIENT: "pass_talk", Outcome.INSUFFICIENT: "fail_talk"}


@transaction.atomic
def save_notes(
    *, about: TalkTheme, by: User, notes: Mapping[int, Mapping[str, str]], serial: int = 0
) -> list[TalkNote]:
    """Keep the own notes, by the id of the competency; before, during and after the talk, until it is decided.

    serial: what this window has read, as `serial_of` tells it. Raises NotAllowed, TalkNotOpen, NotesElsewhere,
    InvalidInput, which names the fields as "<part>-<competency>".
    """
    row = _locked(about, by)
    competencies = {it.pk: it for it in row.theme.theme.competencies.all()}
    if not notes.keys() <= competencies.keys():
        raise InvalidInput(errors={"": [_("This is not of your theme.")]})
    given = {pk: _checked(pk, texts) for pk, texts in notes.items()}
    kept = {it.competency_id: it for it in TalkNote.objects.filter(about=row, assessor=by)}
    changed = {pk: texts for pk, texts in given.items() if texts != _texts(kept.get(pk))}
    if changed and serial_of(list(kept.values())) != serial:
        raise NotesElsewhere(serial_of(list(kept.values())))
    for pk, texts in changed.items():
        note = kept.setdefault(pk, TalkNote(about=row, assessor=by, competency=competencies[pk]))
        for name, text in texts.items():
            setattr(note, name, text)
        note.serial += 1
        note.save()
    return list(kept.values())


def serial_of(notes: list[TalkNote]) -> int:
    """How often these were kept together."""
    return sum(it.serial for it in notes)


@transaction.atomic
def propose_outcome(
    *,
    about: TalkTheme,
    by: User,
    outcome: str,
    feedback: str,
    serial: int,
    told: bool = False,
    points: int | None = None,
) -> TalkTheme:
    """Propose the outcome, with the feedback that the participant gets in writing; who proposes agrees with it.

    told: the participant heard it at once. points: how many the theme yields, where the rules leave that to the
    assessors; needed in the route with an intake. serial: the proposal that was read; the same once more is agreeing.
    Raises NotAllowed, TalkNotOpen, ProposalChanged, InvalidInput.
    """
    row = _to_decide(about, by)
    given = {"outcome": _outcome(outcome), "feedback": checked_text("feedback", feedback), "told": told}
    awards = outcome == Outcome.SUFFICIENT and row.theme.theme.points is None
    if awards and points is None and row.theme.case.route == Route.INTAKE:
        raise InvalidInput(errors={"points": [_("How many points do you award for this theme?")]})
    given["points"] = _points(points) if awards else None
    if all(getattr(row, name) == value for name, value in given.items()):
        return _consent(row, by)
    if row.serial != serial:
        raise ProposalChanged
    row.consents.all().delete()
    for name, value in given.items():
        setattr(row, name, value)
    row.serial += 1
    row.save()
    news.outcome_proposed(row, by)
    return _consent(row, by)


@transaction.atomic
def agree_with_outcome(*, about: TalkTheme, by: User, serial: int) -> TalkTheme:
    """Agree with the outcome as it was read; with enough assessors agreeing it stands.

    Raises NotAllowed, TalkNotOpen, ProposalChanged.
    """
    row = _to_decide(about, by)
    if not row.outcome:
        raise TalkNotOpen
    if row.serial != serial:
        raise ProposalChanged
    return _consent(row, by)


def _locked(about: TalkTheme, by: User) -> TalkTheme:
    """What the talk is about, held until the transaction ends, for one of those who hold the talk.

    Raises NotAllowed, TalkNotOpen.
    """
    case = lock_case(about.talk.case)
    row = TalkTheme.objects.select_for_update(of=("self",)).select_related("talk", "theme__theme").get(pk=about.pk)
    row.theme.case = row.talk.case = case
    if case.person_id == by.pk or not by.has_perm("validation.hold_talk", row):
        raise NotAllowed
    if not (row.is_open and row.talk.is_planned and case.moves):
        raise TalkNotOpen
    return row


def _to_decide(about: TalkTheme, by: User) -> TalkTheme:
    row = _locked(about, by)
    if not row.talk.has_begun:
        raise TalkNotOpen(_("The talk has not been yet."))
    return row


def _consent(row: TalkTheme, by: User) -> TalkTheme:
    """Note that this assessor agrees; it stands when as many do as the version wants, never one alone."""
    TalkConsent.objects.get_or_create(about=row, assessor=by)
    if row.consents.count() < row.theme.case.version.assessors_per_theme:
        return row
    row.decided_at, row.is_open = timezone.now(), False
    row.save(update_fields=["decided_at", "is_open"])
    talk = row.talk
    if not talk.about.filter(is_open=True).exists():
        talk.state = Talk.State.HELD
        talk.save(update_fields=["state"])
    theme: CaseTheme = move_theme(theme=row.theme, step=STEPS[Outcome(row.outcome)], by=None)
    row.theme = theme
    news.decided(row)
    if row.outcome == Outcome.SUFFICIENT:
        grant_certificate(theme=theme, points=row.points)
    return row


def _outcome(outcome: str) -> str:
    if outcome not in Outcome.values:
        raise InvalidInput(errors={"outcome": [_("Choose one of the options.")]})
    return outcome


def _points(points: int | None) -> int | None:
    if points is not None and not 0 <= points <= MOST_POINTS:
        raise InvalidInput(errors={"points": [_("Fill in a number up to %(most)s.") % {"most": MOST_POINTS}]})
    return points


def _texts(note: TalkNote | None) -> dict[str, str]:
    return {name: getattr(note, name) if note else "" for name in TalkNote.STARR}


def _checked(pk: int, texts: Mapping[str, str]) -> dict[str, str]:
    found = {name: texts.get(name, "").replace("\r\n", "\n").strip() for name in TalkNote.STARR}
    problems = {f"{name}-{pk}": problem_of(text, longest=LONGEST, needed=False) for name, text in found.items()}
    if errors := {field: [problem] for field, problem in problems.items() if problem}:
        raise InvalidInput(errors=errors)
    return found
