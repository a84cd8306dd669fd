"""A network as the start of the next one: no people, no posts."""

from datetime import date, time, timedelta

import pytest
from django.contrib.auth.models import Permission

from networks import services
from networks.models import (
    AgreementPoint,
    AssignmentMaterial,
    EvaluationQuestion,
    MeetingMaterial,
    Network,
    ObligationRule,
    SignUpQuestion,
    Status,
)
from networks.walltime import AMSTERDAM, at_school
from tests.factories.assignments import AssignmentFactory
from tests.networks.conftest import signed_in

NINE = time(9, 30)
DAYS = [date(2027, 10, 4), date(2027, 11, 8)]


@pytest.fixture
def copied(network, past, bram):
    """The network had an assignment before its meeting, a rule, a question and an agreement of its own."""
    assignment = AssignmentFactory(network=network, meeting=past, days=2)
    AssignmentMaterial.objects.create(assignment=assignment, title="Kader", link="https://kader.example/")
    services.add_materials(meeting=past, by=bram, link="https://kader.example/verslag")
    ObligationRule.objects.create(network=network, title="Opdracht 1", kind="assignment", assignment=assignment)
    SignUpQuestion.objects.create(network=network, text="Wat is uw rol?")
    EvaluationQuestion.objects.create(network=network, text="En de lunch?")
    services.word_agreement(point=AgreementPoint(network=network, text="Ik breng een collega mee."), by=bram)
    items = [{"title": "Kennis maken", "starts": time(13)}, {"title": "PTA", "starts": time(13, 45), "speaker": "Els"}]
    services.write_agenda(meeting=past, by=bram, preparation="Lees de nota.", items=items)
    starts, ends = (at_school(past.starts_at.date(), time(hour)) for hour in (13, 16))
    services.change_meeting(meeting=past, by=bram, title="Beginnen", starts_at=starts, ends_at=ends)
    services.close_network(network=network, by=bram)
    return services.copy_network(
        network=network,
        by=bram,
        name="Flexibel toetsen 2",
        title="Reeks 2",
        days=DAYS,
        starts=time(9, 30),
        ends=time(12),
    )


def test_what_was_thought_out_goes_along(copied, network):
    assert (copied.places, copied.status) == (network.places, Status.ANNOUNCED)
    assert [it.starts_at.astimezone(AMSTERDAM).date() for it in copied.meetings] == DAYS
    assert [it.text for it in copied.sign_up_questions.all()] == ["Wat is uw rol?"]
    assert [it.text for it in copied.evaluation_questions.all()] == ["En de lunch?"]
    assert [it.wordings.get().version for it in copied.agreement_points.all()] == [1]


def test_meetings_are_about_the_same_with_the_agenda_as_long_after_the_beginning(copied):
    first, second = copied.meetings

    assert (first.title, first.preparation, second.title) == ("Beginnen", "Lees de nota.", "")
    found = [(it.title, it.starts, it.speaker) for it in first.agenda.all()]
    assert found == [("Kennis maken", NINE, ""), ("PTA", time(10, 15), "")]
    assert not second.agenda.exists()


def test_assignments_hang_on_the_new_meetings(copied):
    assignment = copied.assignments.get()

    assert assignment.due_at == copied.meetings[0].starts_at - timedelta(days=2)
    assert assignment.materials.get().link == "https://kader.example/"
    assert copied.obligation_rules.get().assignment == assignment


def test_what_went_with_meetings_stays_with_them(copied, network):
    assert MeetingMaterial.objects.get().meeting.series.network == network
    assert not MeetingMaterial.objects.filter(meeting__series__network=copied).exists()


def test_people_and_posts_stay_behind(copied, bram):
    assert (copied.enrolments.count(), copied.threads.count()) == (0, 0)
    assert list(copied.facilitators.all()) == [bram]


def test_the_announcement_is_a_draft(copied, client):
    dutch, english = copied.pages.order_by("pk")

    assert english.alias_of_id == dutch.pk
    for page in (dutch, english):
        assert (page.live, page.title, page.slug) == (False, "Flexibel toetsen 2", copied.slug)
    assert client.get(f"/netwerken/{copied.slug}/").status_code == 404


def test_the_original_keeps_what_it_had(copied, network):
    assert (network.assignments.count(), network.obligation_rules.count(), network.pages.get().live) == (1, 1, True)


@pytest.mark.parametrize(("right", "status"), [(False, 403), (True, 200)])
def test_a_facilitator_needs_the_right(right, status, network, bram):
    if right:
        bram.user_permissions.add(Permission.objects.get(codename="add_network"))

    assert signed_in(bram).get(f"/netwerken/{network.slug}/begeleiding/kopie/").status_code == status


def test_an_administrator_sees_the_days_first(client_as, network):
    browser, address = client_as("manager"), f"/netwerken/{network.slug}/begeleiding/kopie/"
    form = {"name": "Vervolg", "title": "Reeks", "first": "2027-10-04", "number": 2, "weeks": 4}
    form |= {"starts": "09:30", "ends": "12:30"}

    shown = browser.post(address, form)
    assert not Network.objects.filter(title="Vervolg").exists()
    made = browser.post(address, form | {"make": ""})

    assert (shown.status_code, made.status_code) == (200, 302)
    assert len(Network.objects.get(title="Vervolg").meetings) == 2
