import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories.validation import case_of
from validation.errors import NotYourStep, StepImpossible
from validation.models import CaseEvent
from validation.services import move_case, move_theme, steps_open_to
from validation.states import Actor, CaseState, Route, ThemeState
from validation.transitions import BACK, CASE_TRANSITIONS, FIRST_STATE, THEME_TRANSITIONS

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("table", "states"), [(CASE_TRANSITIONS, CaseState), (THEME_TRANSITIONS, ThemeState)])
def test_the_tables_name_only_states_and_each_way_once(table, states):
    for rows in table.values():
        ways = [(row.step, source) for row in rows for source in row.sources]
        assert len(ways) == len(set(ways))
        assert {row.target for row in rows} <= {*states, BACK}
        assert {source for _step, source in ways} <= {*states}


@pytest.mark.parametrize("route", Route)
def test_every_state_of_a_route_can_be_reached_and_left_or_is_an_end(route):
    for rows, first, ends in (
        (CASE_TRANSITIONS[route], FIRST_STATE[route], {CaseState.COMPLETED}),
        (THEME_TRANSITIONS[route], ThemeState.WRITING, {ThemeState.CERTIFIED}),
    ):
        named = {row.target for row in rows} - {BACK} | {source for row in rows for source in row.sources}
        reached = {first}
        while more := {row.target for row in rows if row.sources & reached} - reached - {BACK}:
            reached |= more
        assert reached == named
        assert {state for state in named if not any(state in row.sources for row in rows)} <= ends


def test_a_step_goes_on_the_timeline(theme, sanne):
    move_theme(theme=theme, step="judge_done", by=sanne)

    assert theme.state == ThemeState.JUDGED_DONE
    event = CaseEvent.objects.get(kind="theme.judge_done")
    assert (event.by, event.theme, event.by_itself) == (sanne, theme, False)


def test_a_step_that_does_not_lead_on_is_refused(theme, sanne):
    with pytest.raises(StepImpossible):
        move_theme(theme=theme, step="submit", by=sanne)


@pytest.mark.parametrize("who", ["kees", "noor", "carla", "koen"])
def test_only_the_participant_judges_the_own_portfolio_done(who, theme, assigned, request):
    with pytest.raises(NotYourStep):
        move_theme(theme=theme, step="judge_done", by=request.getfixturevalue(who))


def test_nobody_judges_the_own_portfolio(theme, sanne):
    move_theme(theme=theme, step="judge_done", by=sanne)
    move_theme(theme=theme, step="submit", by=sanne)

    assert steps_open_to(sanne, theme) == {"take_back", "withdraw"}


def test_a_pause_within_a_withdrawal_goes_back_to_the_work(theme, sanne):
    move_theme(theme=theme, step="judge_done", by=sanne)
    move_theme(theme=theme, step="pause", by=sanne)
    move_theme(theme=theme, step="withdraw", by=sanne)

    move_theme(theme=theme, step="undo_withdrawal", by=sanne)

    assert theme.state == ThemeState.JUDGED_DONE


def test_in_a_paused_case_nothing_moves(theme, sanne):
    move_case(case=theme.case, step="pause", by=sanne)

    with pytest.raises(StepImpossible):
        move_theme(theme=theme, step="judge_done", by=sanne)
    assert not steps_open_to(sanne, theme)

    move_case(case=theme.case, step="resume", by=sanne)
    assert theme.case.state == CaseState.RUNNING


STEPS = sorted({row.step for rows in (*CASE_TRANSITIONS.values(), *THEME_TRANSITIONS.values()) for row in rows})


@pytest.mark.parametrize("route", Route)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.booleans(), st.sampled_from(STEPS), st.booleans()), max_size=25))
def test_no_row_of_steps_leads_outside_the_table(route, steps, sanne, carla):
    """Whoever tries whatever in whichever order: each change of a state is a row of the table, by one who may."""
    case = case_of(sanne, route=route)
    theme = case.themes.get()
    for of_case, step, by_coordinator in steps:
        row, move, table = (case, move_case, CASE_TRANSITIONS) if of_case else (theme, move_theme, THEME_TRANSITIONS)
        before, rested_from = row.state, row.state_before
        by = carla if by_coordinator else sanne
        try:
            move(**{"case" if of_case else "theme": row}, step=step, by=by)
        except (StepImpossible, NotYourStep):
            row.refresh_from_db()
            assert row.state == before
            continue
        ways = [it for it in table[route] if it.step == step and before in it.sources]
        assert [it.target if it.target != BACK else rested_from for it in ways] == [row.state]
        assert ways[0].by & ({Actor.COORDINATOR} if by_coordinator else {Actor.PARTICIPANT})
    type(case).objects.filter(pk=case.pk).update(state=CaseState.COMPLETED)  # the next example starts anew
