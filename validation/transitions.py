"""From which state to which, by which step, taken by whom: for each route one table, and no other way.

`validation.services.moving` is what takes a step; it refuses whatever is not here.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from validation.states import Actor, CaseState, Route, ThemeState

BACK = "back"
"""The target of a step that leads to where it stood before it was paused or withdrawn."""


@dataclass(frozen=True)
class Transition:
    """step: its name, also in the timeline. by: as what one may take it."""

    step: str
    sources: frozenset[str]
    target: str
    by: frozenset[Actor]


def _row(step: str, sources: str | Iterable[str], target: str, *by: Actor) -> Transition:
    several = [sources] if isinstance(sources, str) else sources
    return Transition(step, frozenset(several), target, frozenset(by))


PARTICIPANT, ASSESSOR, COORDINATOR = Actor.PARTICIPANT, Actor.ASSESSOR, Actor.COORDINATOR
FACILITATOR, PLATFORM, INTAKE_ASSESSOR = Actor.FACILITATOR, Actor.PLATFORM, Actor.INTAKE_ASSESSOR
T, C = ThemeState, CaseState

RESTING = (
    _row("resume", T.PAUSED, BACK, PARTICIPANT, COORDINATOR),
    _row("undo_withdrawal", T.WITHDRAWN, BACK, PARTICIPANT, COORDINATOR),
)
WRITTEN = (
    _row("judge_done", T.WRITING, T.JUDGED_DONE, PARTICIPANT),
    _row("reopen", T.JUDGED_DONE, T.WRITING, PARTICIPANT),
)
ASSESSED = (
    *WRITTEN,
    _row("submit", T.JUDGED_DONE, T.SUBMITTED, PARTICIPANT),
    _row("take_back", T.SUBMITTED, T.JUDGED_DONE, PARTICIPANT),
    _row("start_assessing", T.SUBMITTED, T.ASSESSING, COORDINATOR, ASSESSOR, PLATFORM),
    _row("find_sufficient", T.ASSESSING, T.SUFFICIENT, ASSESSOR, COORDINATOR, PLATFORM),
    _row("find_insufficient", T.ASSESSING, T.INSUFFICIENT, ASSESSOR, COORDINATOR, PLATFORM),
    _row("revise", T.INSUFFICIENT, T.WRITING, PARTICIPANT),
    _row("plan_talk", (T.SUFFICIENT, T.TALK_FAILED), T.TALK_PLANNED, COORDINATOR, ASSESSOR, PARTICIPANT),
    _row("cancel_talk", T.TALK_PLANNED, T.SUFFICIENT, COORDINATOR, PARTICIPANT, PLATFORM),
    _row("pass_talk", T.TALK_PLANNED, T.TALK_PASSED, ASSESSOR, COORDINATOR, PLATFORM),
    _row("fail_talk", T.TALK_PLANNED, T.TALK_FAILED, ASSESSOR, COORDINATOR, PLATFORM),
    _row("certify", T.TALK_PASSED, T.CERTIFIED, ASSESSOR, COORDINATOR, PLATFORM),
    _row("pause", (T.WRITING, T.JUDGED_DONE, T.INSUFFICIENT, T.SUFFICIENT, T.TALK_FAILED), T.PAUSED, PARTICIPANT),
    _row(
        "withdraw",
        (
            T.WRITING,
            T.JUDGED_DONE,
            T.SUBMITTED,
            T.ASSESSING,
            T.INSUFFICIENT,
            T.SUFFICIENT,
            T.TALK_PLANNED,
            T.TALK_FAILED,
            T.PAUSED,
        ),
        T.WITHDRAWN,
        PARTICIPANT,
    ),
    *RESTING,
)
# Each of the three prepares an own talk; the two others value it (DOMAIN.md 3b). The case has this theme alone, so
# resting and stopping are steps of the case.
VALUED = (
    *WRITTEN,
    _row("value", (T.WRITING, T.JUDGED_DONE), T.TALK_PASSED, FACILITATOR, PLATFORM),
    _row("find_insufficient", (T.WRITING, T.JUDGED_DONE), T.INSUFFICIENT, FACILITATOR, PLATFORM),
    _row("revise", T.INSUFFICIENT, T.WRITING, PARTICIPANT),
    _row("certify", T.TALK_PASSED, T.CERTIFIED, FACILITATOR, COORDINATOR, PLATFORM),
)

THEME_TRANSITIONS: Mapping[Route, tuple[Transition, ...]] = {
    Route.PORTFOLIO: ASSESSED,
    Route.INTAKE: ASSESSED,
    Route.DIALOGUE: VALUED,
}


def _course(
    *rows: Transition, under_way: Collection[str], pausing: Collection[str] | None = None
) -> tuple[Transition, ...]:
    """The rows of a route with what every case may do: rest, stop and end. pausing: from where, if not from all."""
    return (
        *rows,
        _row("pause", under_way if pausing is None else pausing, C.PAUSED, PARTICIPANT, COORDINATOR),
        _row("resume", C.PAUSED, BACK, PARTICIPANT, COORDINATOR),
        _row("withdraw", (*under_way, C.PAUSED), C.WITHDRAWN, PARTICIPANT, COORDINATOR),
        _row("undo_withdrawal", C.WITHDRAWN, BACK, PARTICIPANT, COORDINATOR),
    )


CASE_TRANSITIONS: Mapping[Route, tuple[Transition, ...]] = {
    Route.PORTFOLIO: _course(
        _row("complete", C.RUNNING, C.COMPLETED, PARTICIPANT, COORDINATOR, PLATFORM),
        _row("continue", C.COMPLETED, C.RUNNING, PARTICIPANT, COORDINATOR),
        under_way=[C.RUNNING],
    ),
    Route.DIALOGUE: _course(
        _row("match", C.APPLIED, C.MATCHED, COORDINATOR, PLATFORM),
        _row("unmatch", (C.MATCHED, C.DAY_PLANNED), C.APPLIED, COORDINATOR, PLATFORM),
        _row("plan_day", C.MATCHED, C.DAY_PLANNED, COORDINATOR, FACILITATOR),
        _row("cancel_day", C.DAY_PLANNED, C.MATCHED, COORDINATOR, FACILITATOR),
        _row("hold_talk", C.DAY_PLANNED, C.REFLECTING, FACILITATOR, PLATFORM),
        _row("complete", C.REFLECTING, C.COMPLETED, FACILITATOR, COORDINATOR, PLATFORM),
        _row("begin_anew", C.REFLECTING, C.APPLIED, FACILITATOR, COORDINATOR, PLATFORM),
        under_way=[C.APPLIED, C.MATCHED, C.DAY_PLANNED, C.REFLECTING],
        pausing=[C.APPLIED, C.MATCHED, C.DAY_PLANNED],  # the others wait for a reflection
    ),
    Route.INTAKE: _course(
        _row("plan_intake", C.APPLIED, C.INTAKE_PLANNED, COORDINATOR),
        _row("cancel_intake", C.INTAKE_PLANNED, C.APPLIED, COORDINATOR, PARTICIPANT, PLATFORM),
        _row("hold_intake", C.INTAKE_PLANNED, C.RUNNING, INTAKE_ASSESSOR),
        _row("complete", C.RUNNING, C.COMPLETED, PARTICIPANT, COORDINATOR, PLATFORM),
        _row("continue", C.COMPLETED, C.RUNNING, PARTICIPANT, COORDINATOR),
        under_way=[C.APPLIED, C.INTAKE_PLANNED, C.RUNNING],
    ),
}
FIRST_STATE: Mapping[Route, CaseState] = {
    Route.PORTFOLIO: CaseState.RUNNING,
    Route.DIALOGUE: CaseState.APPLIED,
    Route.INTAKE: CaseState.APPLIED,
}


def found(table: Mapping[Route, tuple[Transition, ...]], route: str, step: str, state: str) -> Transition | None:
    """The row for this step from this state; None where there is no such way."""
    rows = table[Route(route)]
    return next((row for row in rows if row.step == step and state in row.sources), None)
