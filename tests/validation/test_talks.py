"""The talk about a sufficient portfolio: planned once, held by two, and never decided by one (DOMAIN.md 3a)."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from core.errors import InvalidInput, NotAllowed
from notifications.models import Notification
from tests.factories.people import EmploymentFactory
from tests.factories.validation import ProgrammeRoleFactory, case_of
from tests.validation.talks import (
    BUILDING,
    decided,
    found_sufficient,
    fresh,
    in_days,
    offered,
    planned,
    told,
)
from validation import services
from validation.errors import (
    AssessorBusy,
    NotFitToAssess,
    SlotGone,
    StepImpossible,
    TooFewAssessors,
)
from validation.models import CaseRole, Deadline, Talk
from validation.news.talks import invitation_of
from validation.services import Spot
from validation.states import ThemeState
from validation.talking import companion_of, slots_for

pytestmark = pytest.mark.django_db


def second_theme_of(theme, people):
    other = services.add_theme(
        case=theme.case, theme=theme.case.version.themes.exclude(pk=theme.theme_id).first(), by=theme.case.person
    )
    return found_sufficient(other, people)


def test_a_sufficient_portfolio_has_until_when_to_talk(sufficient, sanne):
    deadline = Deadline.objects.get(kind="talk", met_at=None)

    assert deadline.person == sanne
    assert deadline.due_at.date() == (timezone.now() + timedelta(days=42)).date()


def test_the_participant_hears_of_moments_and_the_same_ones_are_offered_once(sufficient, noor, sanne):
    assert len(offered(sufficient, noor, 3, 4)) == 2
    assert offered(sufficient, noor, 3, 4) == []

    assert told("slots_offered") == {sanne}
    assert [it.minutes for it in slots_for(sufficient)] == [45, 45]


def test_choosing_plans_the_talk_and_tells_everybody(sufficient, noor, nadia, carla, sanne):
    slot, _later = offered(sufficient, noor, 3, 4)

    talk = services.pick_slot(slot=slot, theme=sufficient, by=sanne)

    assert fresh(sufficient).state == ThemeState.TALK_PLANNED
    assert set(talk.assessors.all()) == {noor, nadia}
    assert told("talk_planned") == {sanne, noor, nadia, carla}
    assert not Deadline.objects.filter(kind="talk", met_at=None).exists()


def test_pressing_twice_chooses_once(sufficient, noor, sanne):
    (slot,) = offered(sufficient, noor, 3)

    first = services.pick_slot(slot=slot, theme=sufficient, by=sanne)

    assert services.pick_slot(slot=slot, theme=fresh(sufficient), by=sanne) == first
    assert Talk.objects.count() == 1


def test_another_moment_cannot_be_chosen_beside_it(sufficient, noor, sanne):
    first, second = offered(sufficient, noor, 3, 4)
    services.pick_slot(slot=first, theme=sufficient, by=sanne)

    with pytest.raises(StepImpossible):
        services.pick_slot(slot=second, theme=fresh(sufficient), by=sanne)


def test_a_moment_goes_once_also_to_somebody_else_with_these_assessors(sufficient, noor, nadia, carla, sanne, kees):
    theirs = found_sufficient(case_of(kees).themes.get(), [noor, nadia])
    (slot,) = offered(sufficient, noor, 3)
    assert slot in slots_for(theirs)

    services.pick_slot(slot=slot, theme=sufficient, by=sanne)

    assert slot not in slots_for(theirs)
    with pytest.raises(SlotGone):
        services.pick_slot(slot=slot, theme=theirs, by=kees)
    assert fresh(theirs).state == ThemeState.SUFFICIENT


def test_an_assessor_is_in_one_talk_at_a_time(sufficient, noor, nadia, carla, kees):
    theirs = found_sufficient(case_of(kees).themes.get(), [noor, nadia])
    planned(sufficient, carla, days=3)

    with pytest.raises(AssessorBusy):
        services.plan_talk(theme=theirs, by=carla, starts_at=in_days(3) + timedelta(minutes=44), spot=BUILDING)
    services.plan_talk(theme=theirs, by=carla, starts_at=in_days(3) + timedelta(minutes=45), spot=BUILDING)


def test_moments_at_a_board_are_for_its_own_school_leaders(sufficient, noor, nadia, carla, kees):
    theirs = found_sufficient(case_of(kees).themes.get(), [noor, nadia])

    offered(sufficient, noor, 3, spot=Spot("board", "Bestuurskantoor, Lingedam", ""))

    assert slots_for(sufficient).count() == 1
    assert slots_for(theirs).count() == 0


def test_two_themes_of_one_case_can_be_one_talk_of_75_minutes(sufficient, noor, nadia, carla, sanne):
    other = second_theme_of(sufficient, [noor, nadia])
    assert companion_of(sufficient) == other
    (short,), (long,) = offered(sufficient, noor, 3), offered(sufficient, noor, 4, themes=2)

    with pytest.raises(SlotGone):
        services.pick_slot(slot=short, theme=sufficient, by=sanne, with_companion=True)
    talk = services.pick_slot(slot=long, theme=sufficient, by=sanne, with_companion=True)

    assert talk.minutes == 75
    assert {fresh(it).state for it in (sufficient, other)} == {ThemeState.TALK_PLANNED}


def test_with_one_assessor_left_no_talk_is_planned(sufficient, noor, carla):
    CaseRole.objects.filter(theme=sufficient, person=noor).update(ended_at=timezone.now())

    with pytest.raises(TooFewAssessors):
        planned(sufficient, carla)


def test_where_one_left_the_coordinator_adds_another(sufficient, noor, nadia, carla, third):
    with pytest.raises(StepImpossible):
        services.add_talk_assessor(theme=sufficient, by=carla, person=third)
    CaseRole.objects.filter(theme=sufficient, person=noor).update(ended_at=timezone.now())

    for _time in range(2):
        services.add_talk_assessor(theme=sufficient, by=carla, person=third)

    assert told("asked_to_hold_talk") == {third}
    assert set(planned(sufficient, carla).assessors.all()) == {nadia, third}


def test_in_the_intake_one_judges_and_two_hold_the_talk(sanne, programme):
    case = case_of(sanne, route="intake")
    roles = [
        ProgrammeRoleFactory(programme=case.version.programme, role=it) for it in ("coordinator", *["assessor"] * 2)
    ]
    coordinator, one, other = (it.person for it in roles)
    type(case).objects.update(state="running")
    theme = found_sufficient(case.themes.select_related("case").get(), [one])
    assert case.version.assessors_admitting == 1
    with pytest.raises(TooFewAssessors):
        planned(theme, coordinator)

    services.add_talk_assessor(theme=theme, by=coordinator, person=other)

    talk = planned(theme, coordinator)
    assert talk.minutes == 180
    with pytest.raises(InvalidInput):
        decided(talk, [one, other])
    decided(talk, [one, other], points=30)
    assert fresh(theme).state == ThemeState.CERTIFIED


@pytest.mark.parametrize("who", ["sanne", "nadia", "kees"])
def test_only_the_coordinator_adds_an_assessor(who, sufficient, noor, third, request):
    CaseRole.objects.filter(theme=sufficient, person=noor).update(ended_at=timezone.now())

    with pytest.raises(NotAllowed):
        services.add_talk_assessor(theme=sufficient, by=request.getfixturevalue(who), person=third)


def test_who_works_at_the_same_board_joins_only_with_a_reason(sufficient, noor, carla, third, kees):
    CaseRole.objects.filter(theme=sufficient, person=noor).update(ended_at=timezone.now())
    EmploymentFactory(person=third, school__board=sufficient.case.school.board)

    with pytest.raises(NotFitToAssess) as raised:
        services.add_talk_assessor(theme=sufficient, by=carla, person=third)
    assert "reason" in raised.value.errors
    with pytest.raises(NotFitToAssess):
        services.add_talk_assessor(theme=sufficient, by=carla, person=kees)
    role = services.add_talk_assessor(theme=sufficient, by=carla, person=third, reason="Niemand anders kan.")
    assert role.reason == "Niemand anders kan."


@pytest.mark.parametrize("who", ["sanne", "koen", "kees", "third"])
def test_only_its_assessors_and_the_coordinator_offer_moments(who, sufficient, request):
    with pytest.raises(NotAllowed):
        offered(sufficient, request.getfixturevalue(who), 3)


@pytest.mark.parametrize("who", ["sanne", "noor", "kees"])
def test_only_the_coordinator_plans_and_moves(who, sufficient, carla, request):
    person = request.getfixturevalue(who)
    with pytest.raises(NotAllowed):
        services.plan_talk(theme=sufficient, by=person, starts_at=in_days(3), spot=BUILDING)
    talk = planned(sufficient, carla)
    with pytest.raises(NotAllowed):
        services.move_talk(talk=talk, by=person, starts_at=in_days(4), spot=BUILDING)


@pytest.mark.parametrize(
    ("days", "spot", "field"),
    [
        (-1, BUILDING, "day"),
        (3, Spot("online", "", ""), "online_url"),
        (3, Spot("board", "", ""), "address"),
        (3, Spot("elders", "", ""), "place"),
    ],
)
def test_what_cannot_be_planned_is_said_at_its_field(days, spot, field, sufficient, carla):
    with pytest.raises(InvalidInput) as raised:
        services.plan_talk(theme=sufficient, by=carla, starts_at=in_days(days), spot=spot)

    assert list(raised.value.errors) == [field]


def test_moving_tells_everybody_and_frees_the_moment(sufficient, noor, nadia, carla, sanne):
    (slot,) = offered(sufficient, noor, 3)
    talk = services.pick_slot(slot=slot, theme=sufficient, by=sanne)

    moved = services.move_talk(talk=talk, by=carla, starts_at=in_days(5), spot=BUILDING, reason="Noor is ziek.")

    assert (moved.sequence, moved.slot) == (1, None)
    assert told("talk_moved") == {sanne, noor, nadia, carla}
    assert "Noor is ziek." in Notification.objects.filter(kind="validation.talk_moved").first().text


def test_nothing_changed_and_nobody_is_told(sufficient, carla):
    talk = planned(sufficient, carla)

    assert services.move_talk(talk=talk, by=carla, starts_at=talk.starts_at, spot=BUILDING).sequence == 0
    assert not told("talk_moved")


def test_off_by_the_participant_and_planned_anew(sufficient, noor, nadia, carla, sanne):
    (slot,) = offered(sufficient, noor, 3)
    talk = services.pick_slot(slot=slot, theme=sufficient, by=sanne)

    services.cancel_talk(talk=talk, by=sanne, reason="Ik ben dan op reis.")

    assert fresh(sufficient).state == ThemeState.SUFFICIENT
    assert told("talk_cancelled") == {sanne, noor, nadia, carla}
    assert Deadline.objects.filter(kind="talk", met_at=None).count() == 1
    again = services.pick_slot(slot=slot, theme=fresh(sufficient), by=sanne)
    assert again != talk


def test_the_invitation_asks_and_takes_back(sufficient, carla, noor):
    talk = planned(sufficient, carla)
    news = Notification.objects.get(kind="validation.talk_planned", recipient=noor)
    assert b"METHOD:REQUEST" in invitation_of(news)[0].content
    of_coordinator = Notification.objects.get(kind="validation.talk_planned", recipient=carla)
    assert invitation_of(of_coordinator) == []

    services.cancel_talk(talk=talk, by=carla, reason="De zaal is bezet.")

    content = invitation_of(news)[0].content
    assert b"METHOD:CANCEL" in content
    assert b"SEQUENCE:1" in content


def test_who_stops_has_no_talk_and_who_goes_on_can_plan_one(sufficient, noor, carla, sanne):
    talk = planned(sufficient, carla)

    services.move_theme(theme=fresh(sufficient), step="withdraw", by=sanne)

    talk.refresh_from_db()
    assert talk.state == Talk.State.CANCELLED
    assert noor in told("talk_cancelled")
    services.move_theme(theme=fresh(sufficient), step="undo_withdrawal", by=sanne)
    assert fresh(sufficient).state == ThemeState.SUFFICIENT


def test_a_pause_of_everything_calls_the_talk_off(sufficient, carla, sanne):
    talk = planned(sufficient, carla)

    services.move_case(case=fresh(sufficient).case, step="pause", by=sanne)
    services.move_case(case=fresh(sufficient).case, step="resume", by=sanne)

    talk.refresh_from_db()
    assert talk.state == Talk.State.CANCELLED
    assert fresh(sufficient).state == ThemeState.SUFFICIENT


def test_a_talk_about_two_goes_on_about_the_one_that_is_left(sufficient, noor, nadia, carla, sanne):
    other = second_theme_of(sufficient, [noor, nadia])
    talk = planned(sufficient, carla, with_companion=True)

    services.move_theme(theme=fresh(other), step="withdraw", by=sanne)

    talk.refresh_from_db()
    assert talk.is_planned
    assert [it.theme for it in talk.about.filter(is_open=True)] == [sufficient]


def test_people_are_reminded_once_before_the_talk(sufficient, carla, noor, nadia, sanne):
    talk = planned(sufficient, carla, days=5)
    assert services.remind_of_talks() == 0

    with time_machine.travel(talk.starts_at - timedelta(days=1), tick=True):
        assert [services.remind_of_talks() for _time in range(2)] == [1, 0]
    assert told("talk_near") == {sanne, noor, nadia}
