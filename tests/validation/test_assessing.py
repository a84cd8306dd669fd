"""Two assess a portfolio, decide together, and each only by the steps there are (DOMAIN.md 3a)."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from core.errors import NotAllowed
from notifications.models import Notification
from tests.factories.networks import EnrolmentFactory
from tests.factories.people import EmploymentFactory
from tests.validation.assessing import assess, filled_in, handed_in, propose
from validation import services
from validation.errors import (
    AssessmentClosed,
    AssessmentElsewhere,
    AssessmentIncomplete,
    NotFitToAssess,
    ProposalChanged,
    StepImpossible,
)
from validation.models import Assessment, CaseEvent, Decision, ProgrammeRole
from validation.services import erasing
from validation.states import ThemeState

pytestmark = pytest.mark.django_db


def state_of(submission):
    submission.theme.refresh_from_db()
    return submission.theme.state


def proposal_of(theme, by, person):
    return next(it for it in services.propose_assessors(theme=theme, by=by) if it.person == person)


def test_assigning_begins_the_assessing_and_tells_both(given, noor, nadia):
    assert state_of(given) == ThemeState.ASSESSING
    told = Notification.objects.filter(kind="validation.asked_to_assess")
    assert {it.recipient for it in told} == {noor, nadia}
    assert given.theme.deadlines.open().count() == 2


@pytest.mark.parametrize("names", [["noor"], ["noor", "noor"], ["noor", "nadia", "third"], ["noor", "kees"]])
@pytest.mark.usefixtures("noor", "nadia", "third", "kees")
def test_two_different_assessors_of_the_programme_are_needed(names, submission, carla, request):
    people = [request.getfixturevalue(it) for it in names]

    with pytest.raises(NotFitToAssess):
        services.assign_assessors(theme=submission.theme, by=carla, people=people, reason="Haast.")

    assert state_of(submission) == ThemeState.SUBMITTED


def test_nobody_assesses_the_own_portfolio(submission, carla, noor, sanne, programme):
    ProgrammeRole.objects.create(programme=programme, person=sanne, role="assessor")

    assert sanne not in [it.person for it in services.propose_assessors(theme=submission.theme, by=carla)]
    with pytest.raises(NotFitToAssess):
        services.assign_assessors(theme=submission.theme, by=carla, people=[noor, sanne], reason="Toch.")


def test_the_same_board_needs_a_reason(submission, carla, noor, nadia):
    EmploymentFactory(person=noor, school__board=submission.theme.case.school.board)

    assert proposal_of(submission.theme, carla, noor).against
    with pytest.raises(NotFitToAssess) as raised:
        services.assign_assessors(theme=submission.theme, by=carla, people=[noor, nadia])
    assert "reason" in raised.value.errors
    roles = services.assign_assessors(theme=submission.theme, by=carla, people=[noor, nadia], reason="Zij is vrij.")
    assert roles[0].reason == "Zij is vrij."


def test_a_shared_network_is_against_it_and_who_fits_comes_first(submission, carla, noor, nadia, sanne):
    from django.utils import timezone

    own = EnrolmentFactory(person=sanne, state="accepted", joined_at=timezone.now())
    EnrolmentFactory(network=own.network, person=noor, state="accepted", joined_at=timezone.now())

    proposals = services.propose_assessors(theme=submission.theme, by=carla)

    assert [it.person for it in proposals] == [nadia, noor]
    assert len(proposals[1].against) == 1


def test_only_a_coordinator_assigns(submission, noor, nadia, kees):
    with pytest.raises(NotAllowed):
        services.assign_assessors(theme=submission.theme, by=kees, people=[noor, nadia])


def test_an_assessor_is_replaced_with_a_reason_only(given, carla, noor, nadia, third):
    with pytest.raises(NotFitToAssess):
        services.assign_assessors(theme=given.theme, by=carla, people=[noor, third])

    services.assign_assessors(theme=given.theme, by=carla, people=[noor, third], reason="Nadia is ziek.")

    assert not nadia.has_perm("validation.assess", given)
    assess(given, noor)
    assert not Decision.objects.exists()
    assess(given, third)
    assert Decision.objects.exists()


def test_an_incomplete_assessment_is_not_handed_in(given, noor):
    services.save_assessment(submission=given, by=noor, outcome="insufficient", feedback="Nog niet.")

    with pytest.raises(AssessmentIncomplete) as raised:
        services.hand_in_assessment(submission=given, by=noor)

    number = services.criteria_of(given.theme).count()
    assert len(raised.value.errors) == 2 * number + 1
    assert "tips" in raised.value.errors


def test_what_was_handed_in_never_changes(given, noor):
    row = assess(given, noor)

    with pytest.raises(AssessmentClosed):
        services.save_assessment(submission=given, by=noor, outcome="insufficient", serial=row.serial)
    with pytest.raises(AssessmentClosed):
        services.hand_in_assessment(submission=given, by=noor)
    row.outcome = "insufficient"
    with pytest.raises(TypeError):
        row.save()


def test_a_second_window_is_noticed(given, noor):
    services.save_assessment(submission=given, by=noor, feedback="Eerste venster.", window="a")

    with pytest.raises(AssessmentElsewhere) as raised:
        services.save_assessment(submission=given, by=noor, feedback="Tweede venster.", window="b")

    assert raised.value.serial == 1
    assert Assessment.objects.get().feedback == "Eerste venster."


def test_the_same_twice_is_kept_once(given, noor):
    for _ in range(2):
        row = services.save_assessment(submission=given, by=noor, **filled_in(given))

    assert row.serial == 1


def test_both_in_opens_both_and_one_alone_never(given, noor, nadia):
    assess(given, noor)
    assert not Decision.objects.exists()
    with pytest.raises(AssessmentClosed):
        propose(given, noor)

    assess(given, nadia)

    assert Decision.objects.count() == 1
    assert {it.recipient for it in Notification.objects.filter(kind="validation.assessments_in")} == {noor, nadia}


def test_an_account_that_ends_leaves_no_single_assessor(given, noor, nadia):
    erasing.forget(nadia)

    assess(given, noor)

    assert not Decision.objects.exists()


@pytest.mark.parametrize(("outcome", "state"), [("sufficient", "sufficient"), ("insufficient", "insufficient")])
def test_two_who_agree_decide_and_the_participant_hears(given, noor, nadia, sanne, outcome, state):
    assess(given, noor, outcome)
    assess(given, nadia, outcome)
    propose(given, noor, outcome)
    assert state_of(given) == ThemeState.ASSESSING

    decision = services.agree_with_decision(submission=given, by=nadia, serial=1)

    assert decision.decided_at
    assert state_of(given) == state
    assert Notification.objects.filter(kind="validation.decided", recipient=sanne).count() == 1
    with pytest.raises(AssessmentClosed):
        services.agree_with_decision(submission=given, by=nadia, serial=1)


def test_one_assessor_agrees_once_and_decides_nothing_alone(given, noor, nadia):
    assess(given, noor)
    assess(given, nadia)
    propose(given, noor)

    decision = services.agree_with_decision(submission=given, by=noor, serial=1)

    assert decision.decided_at is None


def test_both_propose_at_once_and_neither_is_covered(given, noor, nadia):
    assess(given, noor)
    assess(given, nadia, "insufficient")
    propose(given, noor, "sufficient")

    with pytest.raises(ProposalChanged):
        propose(given, nadia, "insufficient")
    with pytest.raises(ProposalChanged):
        services.agree_with_decision(submission=given, by=nadia, serial=0)

    decision = propose(given, nadia, "insufficient", serial=1)
    assert [it.assessor for it in decision.consents.all()] == [nadia]


def test_a_third_assesses_sealed_and_two_of_three_decide(given, noor, nadia, third, carla):
    assess(given, noor, "sufficient")
    assess(given, nadia, "insufficient")
    with pytest.raises(AssessmentClosed):
        services.assign_third_assessor(theme=given.theme, by=carla, person=third)
    services.ask_third_assessor(submission=given, by=noor, reason="Wij wegen de bronnen anders.")
    with pytest.raises(NotFitToAssess):
        services.assign_third_assessor(theme=given.theme, by=carla, person=noor)
    services.assign_third_assessor(theme=given.theme, by=carla, person=third)

    with pytest.raises(AssessmentClosed):
        propose(given, noor)
    assert not given.assessments.readable_by(third).exists()
    assert given.assessments.readable_by(noor).count() == 2
    assess(given, third, "sufficient")
    assert given.assessments.readable_by(third).count() == given.assessments.readable_by(nadia).count() == 3
    propose(given, noor, "sufficient")
    services.agree_with_decision(submission=given, by=third, serial=1)

    assert state_of(given) == ThemeState.SUFFICIENT


def test_what_was_withdrawn_is_not_assessed(given, noor, sanne):
    services.move_theme(theme=given.theme, step="withdraw", by=sanne)

    with pytest.raises(AssessmentClosed):
        services.save_assessment(submission=given, by=noor, feedback="Toch.")


def test_the_same_assessors_go_on_after_handing_in_again(given, noor, nadia, carla, sanne, third):
    assess(given, noor, "insufficient")
    assess(given, nadia, "insufficient")
    propose(given, noor, "insufficient")
    services.agree_with_decision(submission=given, by=nadia, serial=1)
    theme = given.theme
    theme.refresh_from_db()
    theme.case = services.move_theme(theme=theme, step="revise", by=sanne).case
    services.judge_done(theme=theme, by=sanne)
    again = services.submit_theme(theme=theme, by=sanne)

    proposals = services.propose_assessors(theme=theme, by=carla)
    assert {it.person for it in proposals[:2]} == {noor, nadia}
    assert all(it.assesses for it in proposals[:2])
    services.assign_assessors(theme=theme, by=carla, people=[noor, nadia])

    assert assess(again, noor).submission == again
    assert not Decision.objects.filter(submission=again).exists()


def test_taking_back_the_second_leaves_the_first(given, noor, nadia, sanne):
    theme = given.theme
    assess(given, noor, "insufficient")
    assess(given, nadia, "insufficient")
    propose(given, noor, "insufficient")
    services.agree_with_decision(submission=given, by=nadia, serial=1)
    services.move_theme(theme=theme, step="revise", by=sanne)
    second = handed_in(theme)

    services.take_back(theme=theme, by=sanne)

    assert services.latest_submission(theme) == given
    second.refresh_from_db()
    assert second.taken_back_at


def test_nothing_is_assigned_before_it_is_handed_in(theme, carla, noor, nadia):
    with pytest.raises(StepImpossible):
        services.assign_assessors(theme=theme, by=carla, people=[noor, nadia])


def test_a_deadline_of_an_assessor_passes_without_a_word_to_others(given):
    with time_machine.travel(timezone.now() + timedelta(days=400)):
        services.tell_of_deadlines()

    assert not CaseEvent.objects.filter(kind="deadline.pass").exists()


def test_what_was_kept_long_enough_is_emptied(given, noor):
    assess(given, noor)

    erasing.empty_case(case=given.theme.case)

    row = Assessment.objects.get()
    assert (row.feedback, row.tips, row.outcome) == ("", "", "sufficient")
    assert not row.judgements.exclude(reasons="").exists()
