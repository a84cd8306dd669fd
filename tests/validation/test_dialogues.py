"""Bringing three people together: who fits with whom, once for each, moved, called off, and what follows."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts.erasure import erase_account
from core.errors import InvalidInput, NotAllowed
from tests.factories.people import EmploymentFactory
from tests.validation.conftest import signed_in
from tests.validation.dialogues import ONLINE, during, ended, place_of, planned_dialogue, prepared
from tests.validation.talks import BUILDING, in_days, told
from validation import services
from validation.calendar import dialogues_of
from validation.dialogue.matching import proposals_among, ready_in, weighed
from validation.errors import AlreadyInDialogue, DialogueNotOpen, FacilitatorBusy, NotFitForDialogue
from validation.models import Case, CaseRole, Dialogue
from validation.services.dialogue_following import remind_of_dialogues
from validation.states import CaseState, ThemeState

pytestmark = pytest.mark.django_db


def states(themes):
    return [Case.objects.get(pk=it.case_id).state for it in themes]


def with_days(theme, *days):
    for day in days:
        services.add_suitable_day(case=theme.case, by=theme.case.person, day=timezone.localdate() + timedelta(days=day))


def test_three_are_brought_together_and_told(dialogue, ready, three, flip, connie):
    assert states(ready) == [CaseState.DAY_PLANNED] * 3
    assert {it.person for it in dialogue.places.all()} == {*three}
    assert told("dialogue_planned") == {*three, flip, connie}
    assert CaseRole.objects.running().filter(person=flip, role="facilitator").count() == 3


def test_pressing_twice_makes_one(dialogue, ready, connie, flip):
    assert planned_dialogue(ready, connie, flip) == dialogue
    assert Dialogue.objects.count() == 1


def test_nobody_is_in_two(dialogue, ready, connie, fem):
    with pytest.raises(AlreadyInDialogue):
        planned_dialogue([ready[0], prepared("Dia"), prepared("Eef")], connie, fem)


def test_the_facilitator_is_in_one_at_a_time(dialogue, connie, flip):
    with pytest.raises(FacilitatorBusy):
        planned_dialogue([prepared(it) for it in ("Dia", "Eef", "Gijs")], connie, flip)


def test_who_is_not_ready_is_not_brought_in(ready, connie, flip):
    services.move_theme(theme=ready[0], step="reopen", by=ready[0].case.person)

    with pytest.raises(AlreadyInDialogue):
        planned_dialogue(ready, connie, flip)


@pytest.mark.parametrize("number", [1, 2])
def test_there_are_three_of_them(number, ready, connie, flip):
    with pytest.raises(NotFitForDialogue):
        planned_dialogue(ready[:number], connie, flip)


def test_only_the_coordinator_brings_together(ready, flip, three):
    for person in (flip, three[0]):
        with pytest.raises(NotAllowed):
            planned_dialogue(ready, person, flip)


def test_only_a_facilitator_guides(ready, connie, kees):
    with pytest.raises(NotFitForDialogue):
        planned_dialogue(ready, connie, kees)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"starts_at": in_days(-1)}, "day"),
        ({"ends_at": in_days(9)}, "ends"),
        ({"spot": services.Spot("online", "", "")}, "online_url"),
        ({"spot": services.Spot("other", "", "")}, "address"),
        ({"spot": services.Spot("nowhere", "", "")}, "place"),
    ],
)
def test_a_day_that_cannot_be_is_refused_at_its_field(facts, field, ready, connie, flip):
    with pytest.raises(InvalidInput) as refused:
        planned_dialogue(ready, connie, flip, **facts)
    assert field in refused.value.errors


def test_what_stands_against_needs_a_reason(ready, connie, flip):
    same_board = ready[1].case.school
    EmploymentFactory(person=ready[0].case.person, school=same_board)

    with pytest.raises(NotFitForDialogue) as refused:
        planned_dialogue(ready, connie, flip, reason="")

    assert "bij hetzelfde bestuur" in " ".join(map(str, refused.value.errors["reason"]))
    assert planned_dialogue(ready, connie, flip, reason="Zij kennen elkaar niet.").reason


def test_why_these_three(ready):
    for theme, days in zip(ready, [(5, 6, 9), (6, 9), (9, 6)], strict=True):
        with_days(theme, *days)

    group = weighed(ready)

    assert group.against == []
    assert [it - timezone.localdate() for it in group.days] == [timedelta(days=6), timedelta(days=9)]


def test_days_that_suit_not_all_stand_against_it(ready):
    for theme, day in zip(ready, (5, 6, 7), strict=True):
        with_days(theme, day)

    assert len(weighed(ready).against) == 1


def test_the_best_group_comes_first_and_each_person_once(ready, connie):
    EmploymentFactory(person=ready[0].case.person, school=ready[1].case.school)
    more = [prepared(it) for it in ("Dia", "Eef", "Gijs")]
    programme = ready[0].case.version.programme

    groups = proposals_among(list(ready_in(programme, connie)), 3)

    assert len(groups) == 2
    assert not any(it.against for it in groups)
    assert len({theme.pk for group in groups for theme in group.themes}) == len(ready + more)


def test_who_was_in_a_dialogue_together_is_not_again(held, ready, connie, flip, three):
    for theme in ready:
        Case.objects.filter(pk=theme.case_id).update(state=CaseState.APPLIED)
    with during(held):
        assert len(weighed(ready).against) == 3


def test_proposals_ask_the_same_for_few_and_many(ready, connie, django_assert_max_num_queries):
    programme = ready[0].case.version.programme
    for number in range(6):
        prepared(f"Meer {number}")

    with django_assert_max_num_queries(8):
        proposals_among(list(ready_in(programme, connie)), 3)


def test_it_moves_and_all_are_told(dialogue, connie, three, flip, ready):
    moved = services.move_dialogue(
        dialogue=dialogue,
        by=connie,
        starts_at=in_days(12),
        ends_at=in_days(12, 6),
        spot=ONLINE,
        reason="De zaal is bezet.",
    )

    assert (moved.place, moved.sequence) == ("online", 1)
    assert told("dialogue_moved") == {*three, flip, connie}
    assert states(ready) == [CaseState.DAY_PLANNED] * 3


def test_moving_to_the_same_tells_nobody(dialogue, connie):
    services.move_dialogue(
        dialogue=dialogue, by=connie, starts_at=dialogue.starts_at, ends_at=dialogue.ends_at, spot=BUILDING
    )

    assert told("dialogue_moved") == set()


def test_called_off_all_can_be_brought_together_anew(dialogue, connie, ready, flip):
    services.cancel_dialogue(dialogue=dialogue, by=connie, reason="De procesbegeleider is ziek.")

    assert states(ready) == [CaseState.APPLIED] * 3
    assert not CaseRole.objects.running().filter(person=flip).exists()
    assert planned_dialogue(ready, connie, flip) != dialogue


def test_after_the_talk_it_is_not_moved_nor_called_off(held, connie):
    with pytest.raises(DialogueNotOpen):
        services.cancel_dialogue(dialogue=held, by=connie, reason="Te laat.")
    with pytest.raises(DialogueNotOpen):
        services.move_dialogue(dialogue=held, by=connie, starts_at=in_days(30), ends_at=in_days(30, 1), spot=BUILDING)


@pytest.mark.parametrize("step", ["withdraw", "pause"])
def test_who_stops_before_the_day_lets_the_others_go(step, dialogue, ready, three, flip, connie):
    services.move_case(case=ready[0].case, step=step, by=three[0])

    assert states(ready)[1:] == [CaseState.APPLIED] * 2
    assert Dialogue.objects.get().state == Dialogue.State.CANCELLED
    assert told("dialogue_cancelled") == {three[1], three[2], flip, connie}


@pytest.mark.parametrize(("step", "back"), [("withdraw", "undo_withdrawal"), ("pause", "resume")])
def test_who_goes_on_after_all_waits_for_another_group(step, back, dialogue, ready, three):
    services.move_case(case=ready[0].case, step=step, by=three[0])

    services.move_case(case=ready[0].case, step=back, by=three[0])

    assert states(ready) == [CaseState.APPLIED] * 3


def test_who_ends_the_account_lets_the_others_go(dialogue, ready, three):
    erase_account(person=three[0])

    assert states(ready) == [CaseState.WITHDRAWN, CaseState.APPLIED, CaseState.APPLIED]


def test_a_facilitator_who_leaves_is_replaced(dialogue, flip, fem, connie, three):
    erase_account(person=flip)
    assert told("dialogue_without_facilitator") == {connie}

    row = services.choose_facilitator(dialogue=dialogue, by=connie, facilitator=fem)

    assert row.facilitator == fem
    assert told("dialogue_guided") == {*three, fem}
    with during(row):
        assert services.give_turn(dialogue=row, by=fem, number=2).turn == 2


def test_the_one_before_guides_no_more(dialogue, flip, fem, connie):
    services.choose_facilitator(dialogue=dialogue, by=connie, facilitator=fem)

    assert told("dialogue_guided_no_more") == {flip}
    assert signed_in(flip).get(dialogue.url).status_code == 404


def test_it_stands_in_the_calendar_of_who_is_there(dialogue, three, flip, connie, kees):
    found = {it: [str(event["UID"]) for event in dialogues_of(it)] for it in (*three, flip, connie, kees)}

    assert all(found[it][0].startswith(f"validation-dialogue-{dialogue.pk}@") for it in (*three, flip))
    assert found[connie] == found[kees] == []


def test_the_day_comes_near_once(dialogue, three, flip):
    with time_machine.travel(dialogue.starts_at - timedelta(days=2), tick=False):
        assert (remind_of_dialogues(), remind_of_dialogues()) == (1, 0)
    assert told("dialogue_near") == {*three, flip}


def test_the_turn_goes_round_and_only_the_facilitator_gives_it(dialogue, flip, connie, three):
    with pytest.raises(DialogueNotOpen):
        services.give_turn(dialogue=dialogue, by=flip, number=1)
    with during(dialogue):
        for person in (connie, *three):
            with pytest.raises(NotAllowed):
                services.give_turn(dialogue=dialogue, by=person, number=1)
        assert [services.give_turn(dialogue=dialogue, by=flip, number=it).turn for it in (1, 2, 2, 3)] == [1, 2, 2, 3]
        with pytest.raises(DialogueNotOpen):
            services.give_turn(dialogue=dialogue, by=flip, number=4)


def test_it_ends_once_and_not_before_it_began(dialogue, flip, ready, three):
    with during(dialogue), pytest.raises(DialogueNotOpen):
        services.end_dialogue(dialogue=dialogue, by=flip)

    row = ended(dialogue, flip)

    assert services.end_dialogue(dialogue=dialogue, by=flip).due_at == row.due_at
    assert row.due_at - row.ended_at == timedelta(hours=48)
    assert states(ready) == [CaseState.REFLECTING] * 3
    assert told("dialogue_held") == {*three}
    assert {it.theme.state for it in row.places.all()} == {ThemeState.JUDGED_DONE}
    assert place_of(row, three[0]).is_open
