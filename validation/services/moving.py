"""The only place where the state of a case or a theme changes: by a row of validation.transitions, or not at all."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from validation.errors import NotYourStep, StepImpossible
from validation.models import Case, CaseEvent, CaseTheme, DialoguePlace
from validation.policies import parts_of
from validation.services.noting import note
from validation.states import STANDING_STILL, Actor, CaseState, Route, ThemeState
from validation.transitions import BACK, CASE_TRANSITIONS, THEME_TRANSITIONS, Transition, found

Row = TypeVar("Row", Case, CaseTheme)
Audience = CaseEvent.Audience
RESTING = {"pause", "withdraw"}
STANDING = ("state", "state_before", "state_since")
Follower = Callable[[Case, CaseTheme | None, str], None]
_followers: list[Follower] = []


def register(follower: Follower) -> None:
    """What else follows from a step: called in its transaction with the case, the theme and the step. For ready()."""
    if follower not in _followers:
        _followers.append(follower)


@transaction.atomic
def move_case(
    *, case: Case, step: str, by: User | None, audience: str = Audience.ALL, facts: dict[str, Any] | None = None
) -> Case:
    """Take a step with the whole case, and note it on the timeline as "case.<step>".

    by: None when the platform does it by itself. Returns the case as it is now; the one that was given knows it too.
    Raises StepImpossible, NotYourStep.
    """
    row = lock_case(case)
    transition = found(CASE_TRANSITIONS, row.route, step, row.state)
    if transition is None or (step == "complete" and not may_complete(row)):
        raise StepImpossible
    _check_actor(transition, by, row, None)
    _stand(row, transition)
    row.ended_at = timezone.now() if row.state in {CaseState.COMPLETED, CaseState.WITHDRAWN} else None
    row.emptied_at = row.emptied_at if row.ended_at else None
    row.save(update_fields=["state", "state_before", "state_since", "ended_at", "emptied_at"])
    note(row, f"case.{step}", by=by, audience=audience, **(facts or {}))
    _let_follow(row, None, step)
    _tell(case, row)
    return row


@transaction.atomic
def move_theme(
    *, theme: CaseTheme, step: str, by: User | None, audience: str = Audience.ALL, facts: dict[str, Any] | None = None
) -> CaseTheme:
    """Take a step with one theme, and note it on the timeline as "theme.<step>".

    by, returns and raises as `move_case`; nothing moves in a case that is paused, withdrawn or completed.
    """
    case = lock_case(theme.case)
    row = CaseTheme.objects.select_for_update(of=("self",)).select_related("theme").get(pk=theme.pk)
    row.case = case
    transition = found(THEME_TRANSITIONS, case.route, step, row.state)
    if transition is None or case.state in STANDING_STILL:
        raise StepImpossible
    _check_actor(transition, by, case, row)
    _stand(row, transition)
    row.save(update_fields=STANDING)
    note(case, f"theme.{step}", theme=row, by=by, audience=audience, **(facts or {}))
    _let_follow(case, row, step)
    row.refresh_from_db(fields=STANDING)  # what followed may have moved it on
    _tell(theme, row)
    return row


def lock_case(case: Case) -> Case:
    """The case as it is now, held until the transaction ends; whoever moves one of its themes holds it too.

    With it the cases that are in a dialogue with it, always in one order, as what happens to one has them move too.
    """
    if case.route == Route.DIALOGUE:
        lock_cases([case.pk, *_companions(case)])
    rows = Case.objects.select_for_update(of=("self",)).select_related("version__programme", "person", "school")
    return rows.get(pk=case.pk)


def lock_cases(pks: Iterable[int]) -> None:
    """Hold these cases, in the order in which everybody does."""
    list(Case.objects.select_for_update().filter(pk__in={*pks}).order_by("pk").values_list("pk"))


def _companions(case: Case) -> list[int]:
    open_ones = DialoguePlace.objects.filter(theme__case=case, is_open=True).values("dialogue")
    return list(DialoguePlace.objects.filter(dialogue__in=open_ones).values_list("theme__case", flat=True))


def steps_open_to(user: User, theme: CaseTheme) -> frozenset[str]:
    """The steps that this person may take with the theme now: what a page offers."""
    if theme.case.state in STANDING_STILL:
        return frozenset()
    rows, parts = THEME_TRANSITIONS[theme.case.route], parts_of(user, theme.case, theme)
    return frozenset(row.step for row in rows if theme.state in row.sources and row.by & parts)


def case_steps_open_to(user: User, case: Case) -> frozenset[str]:
    """The steps that this person may take with the whole case now."""
    parts = parts_of(user, case)
    steps = {row.step for row in CASE_TRANSITIONS[case.route] if case.state in row.sources and row.by & parts}
    return frozenset(steps if may_complete(case) else steps - {"complete"})


def may_complete(case: Case) -> bool:
    """Whether no theme is on its way any more, and one at least has its certificate."""
    states = set(case.themes.values_list("state", flat=True))
    return ThemeState.CERTIFIED in states and states <= {ThemeState.CERTIFIED, ThemeState.WITHDRAWN}


def _check_actor(transition: Transition, by: User | None, case: Case, theme: CaseTheme | None) -> None:
    parts = {Actor.PLATFORM} if by is None else parts_of(by, case, theme)
    if not transition.by & parts:
        raise NotYourStep


def _stand(row: Case | CaseTheme, transition: Transition) -> None:
    """Where it stands now; a rest remembers where it came from, and a rest within a rest keeps the first."""
    before = row.state_before or row.state
    row.state = row.state_before if transition.target == BACK else transition.target
    row.state_before = before if transition.step in RESTING else ""
    row.state_since = timezone.now()


def _let_follow(case: Case, theme: CaseTheme | None, step: str) -> None:
    for follower in _followers:
        follower(case, theme, step)


def _tell(given: Row, row: Row) -> None:
    for name in STANDING:
        setattr(given, name, getattr(row, name))
