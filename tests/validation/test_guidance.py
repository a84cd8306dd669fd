"""Planning intakes and progress talks, their reports and what follows (DOMAIN.md 3c)."""

import pytest
import time_machine

from core.errors import InvalidInput, NotAllowed
from tests.validation.guidance import INTAKE, during, planned_guidance, reported, staff_of_intakes
from tests.validation.portfolios import fill
from tests.validation.talks import in_days, told
from validation import services
from validation.errors import AssessorBusy, NotYourStep, ReportChanged, StepImpossible, TalkNotOpen
from validation.models import Case, GuidanceReport, GuidanceTalk
from validation.services import Estimate, Spot
from validation.services.erasing import empty_case, forget
from validation.services.guidance_following import remind_of_guidance

pytestmark = pytest.mark.django_db


def fresh(case):
    return Case.objects.with_facts().get(pk=case.pk)


def test_applying_gives_until_when_the_intake_is(intake_case, sanne):
    deadline = intake_case.deadlines.get(kind="intake")
    assert deadline.person == sanne
    assert deadline.met_at is None


def test_planned_everybody_hears_and_the_case_goes_on(intake_case, intake_talk, sanne, ine, cora):
    assert fresh(intake_case).state == "intake_planned"
    assert told("guidance_planned") == {sanne, ine, cora}
    assert not intake_case.deadlines.open().exists()
    assert intake_case.roles.get().person == ine


def test_planning_twice_is_planning_once(intake_case, cora, ine):
    first = planned_guidance(intake_case, cora, ine)
    assert planned_guidance(intake_case, cora, ine) == first
    with pytest.raises(StepImpossible):
        planned_guidance(intake_case, cora, ine, days=9)


@pytest.mark.parametrize("who", ["sanne", "ine", "kees", "carla"])
def test_only_who_coordinates_plans(who, intake_case, ine, request):
    by = request.getfixturevalue(who)
    with pytest.raises(NotAllowed):
        planned_guidance(intake_case, by, ine)


def test_a_coach_holds_no_intake_and_an_assessor_no_progress_talk(intake_case, running_case, cora, coen, ine):
    with pytest.raises(InvalidInput) as refused:
        planned_guidance(running_case, cora, ine, kind="progress", days=9)
    assert "host" in refused.value.errors


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"days": -1}, "day"),
        ({"minutes": 5}, "minutes"),
        ({"spot": Spot("online", "", "")}, "online_url"),
    ],
)
def test_what_lacks_is_named(facts, field, intake_case, cora, ine):
    with pytest.raises(InvalidInput) as refused:
        planned_guidance(intake_case, cora, ine, **facts)
    assert field in refused.value.errors


def test_nobody_is_in_two_at_a_time(intake_talk, cora, ine, kees):
    from tests.factories.validation import case_of

    with pytest.raises(AssessorBusy):
        planned_guidance(case_of(kees, route="intake"), cora, ine)


def test_moving_tells_and_storing_the_same_does_not(intake_talk, cora, sanne, ine):
    where = Spot(intake_talk.place, intake_talk.address, "")
    same = {"starts_at": intake_talk.starts_at, "minutes": 60, "spot": where}
    services.move_guidance(talk=intake_talk, by=cora, **same)
    assert told("guidance_moved") == set()
    moved = services.move_guidance(talk=intake_talk, by=cora, starts_at=in_days(5), minutes=45, spot=where)
    assert (moved.minutes, moved.sequence) == (45, 1)
    assert told("guidance_moved") == {sanne, ine, cora}


@pytest.mark.parametrize("who", ["sanne", "cora"])
def test_called_off_another_can_be_planned(who, intake_talk, intake_case, cora, ine, request):
    services.cancel_guidance(talk=intake_talk, by=request.getfixturevalue(who), reason="Ik ben ziek.")
    assert fresh(intake_case).state == "applied"
    assert intake_case.deadlines.open().get().kind == "intake"
    assert not intake_case.roles.running().exists()
    assert planned_guidance(intake_case, cora, ine, days=8).is_planned


def test_the_participant_does_not_call_off_what_began(intake_talk, sanne):
    with during(intake_talk), pytest.raises(TalkNotOpen):
        services.cancel_guidance(talk=intake_talk, by=sanne, reason="Te laat.")


def test_with_the_report_the_route_goes_on(intake_talk, intake_case, sanne, cora):
    report = reported(intake_talk)
    assert fresh(intake_case).state == "running"
    assert [(it.least, it.most) for it in report.estimates.all()] == [(20, 40), (20, 40)]
    assert told("guidance_reported") == {sanne}
    assert told("guidance_held") == {cora}
    assert reported(intake_talk) == report
    assert GuidanceReport.objects.count() == 1


def test_before_it_began_there_is_no_report(intake_talk, ine):
    with pytest.raises(TalkNotOpen):
        services.report_guidance(talk=intake_talk, by=ine, texts=INTAKE, estimates={})


@pytest.mark.parametrize("who", ["sanne", "cora", "coen", "kees"])
def test_only_who_holds_it_reports(who, intake_talk, request):
    with pytest.raises(NotAllowed):
        reported(intake_talk, by=request.getfixturevalue(who))


def test_an_estimate_is_from_a_number_to_no_lower_one(intake_talk):
    with pytest.raises(InvalidInput) as refused:
        reported(intake_talk, least=40, most=20)
    theme = intake_talk.case.themes.first().theme_id
    assert f"most-{theme}" in refused.value.errors
    with pytest.raises(InvalidInput):
        reported(intake_talk, estimates={})


def test_a_theme_that_is_chosen_in_the_intake_is_added(intake_talk, intake_case):
    third = intake_case.version.themes.all()[2]
    reported(intake_talk, estimates={third.pk: Estimate(10, 20)})
    assert intake_case.themes.filter(theme=third).exists()
    assert intake_case.themes.count() == 3


def test_a_correction_needs_a_reason_and_keeps_what_stood_there(intake_talk, sanne):
    reported(intake_talk)
    other = INTAKE | {"procedure": "Eerst lezen, dan schrijven."}
    with pytest.raises(InvalidInput) as refused:
        reported(intake_talk, texts=other, read=1)
    assert "reason" in refused.value.errors
    reported(intake_talk, texts=other, read=1, reason="Zo spraken wij het af.")
    assert [it.procedure for it in intake_talk.reports.all()] == [other["procedure"], INTAKE["procedure"]]
    assert told("guidance_corrected") == {sanne}


def test_two_windows_do_not_cover_each_other_unseen(intake_talk):
    reported(intake_talk)
    reported(intake_talk, texts=INTAKE | {"procedure": "Een."}, read=1, reason="Beter.")
    with pytest.raises(ReportChanged):
        reported(intake_talk, texts=INTAKE | {"procedure": "Twee."}, read=1, reason="Anders.")


def test_a_report_is_never_changed(intake_talk):
    report = reported(intake_talk)
    with pytest.raises(TypeError):
        report.save()


def test_who_reads_the_report(intake_talk, running_case, sanne, ine, cora, coen, kees):
    def readers():
        found = (sanne, ine, cora, coen, kees)
        return [it for it in found if GuidanceReport.objects.readable_by(it).exists()]

    assert readers() == [sanne, ine]
    planned_guidance(running_case, cora, coen, kind="progress", days=9)
    assert readers() == [sanne, ine, coen]


def test_holding_the_intake_gives_no_part_in_assessing(running_case, sanne, ine, noor):
    from validation.policies import parts_of

    theme = running_case.themes.first()
    theme.case = running_case
    assert parts_of(ine, running_case, theme) == {"intake_assessor"}
    assert not ine.has_perm("validation.plan_talk", theme)


def test_before_the_intake_nothing_is_handed_in(intake_case, cora, ine, sanne):
    theme = intake_case.themes.select_related("theme").first()
    theme.case = intake_case
    services.judge_done(theme=fill(theme), by=sanne)
    with pytest.raises(StepImpossible):
        services.submit_theme(theme=theme, by=sanne)
    talk = planned_guidance(intake_case, cora, ine)
    reported(talk)
    theme.case = fresh(intake_case)
    assert services.submit_theme(theme=theme, by=sanne).number == 1


def test_a_progress_talk_is_planned_and_reported(running_case, cora, coen, sanne):
    talk = planned_guidance(running_case, cora, coen, kind="progress", days=9)
    report = reported(talk)
    assert report.work_on
    assert not report.estimates.exists()
    assert GuidanceTalk.objects.get(pk=talk.pk).state == "held"
    assert fresh(running_case).state == "running"
    assert planned_guidance(running_case, cora, coen, kind="progress", days=20).is_planned


def test_before_the_intake_there_is_no_progress_talk(intake_case, cora, coen):
    with pytest.raises(StepImpossible):
        planned_guidance(intake_case, cora, coen, kind="progress")


def test_nobody_holds_the_intake_by_a_step_alone(intake_talk, intake_case, cora):
    with pytest.raises(NotYourStep):
        services.move_case(case=intake_case, step="hold_intake", by=cora)


def test_who_pauses_has_none_to_come_and_plans_anew(intake_talk, intake_case, sanne, ine):
    services.move_case(case=intake_case, step="pause", by=sanne)
    assert GuidanceTalk.objects.get().state == "cancelled"
    assert ine in told("guidance_cancelled")
    services.move_case(case=intake_case, step="resume", by=sanne)
    assert fresh(intake_case).state == "applied"
    assert intake_case.deadlines.open().get().kind == "intake"


def test_an_assessor_who_leaves_lets_it_be_planned_anew(intake_talk, intake_case, ine, cora):
    forget(ine)
    assert fresh(intake_case).state == "applied"
    assert cora in told("guidance_cancelled")


def test_emptied_nothing_of_the_report_is_left(intake_talk, intake_case, sanne):
    reported(intake_talk)
    empty_case(case=intake_case)
    report = GuidanceReport.objects.get()
    assert {getattr(report, name) for name in GuidanceReport.TEXTS} == {""}
    assert {it.note for it in report.estimates.all()} == {""}


def test_a_participant_who_ends_the_account_leaves_no_talk(intake_talk, sanne):
    forget(sanne)
    assert GuidanceTalk.objects.get().state == "cancelled"


def test_reminded_once(intake_talk, sanne, ine):
    assert remind_of_guidance() == 0
    with time_machine.travel(intake_talk.starts_at - services.guidance.REMIND_BEFORE, tick=True):
        assert remind_of_guidance() == 1
        assert remind_of_guidance() == 0
    assert told("guidance_near") == {sanne, ine}


def test_staff_of_another_programme_do_not_hold_it(intake_case, cora, noor):
    with pytest.raises(InvalidInput):
        planned_guidance(intake_case, cora, noor)
    assert staff_of_intakes("assessor", "Ida")
