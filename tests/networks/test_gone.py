"""What somebody else removed a moment before, as the second of two clicks finds it: not found, and nothing breaks."""

import pytest

from core.errors import NotFound
from networks import services
from networks.models import LogEntry
from tests.factories.assignments import AssignmentFactory
from tests.factories.networks import MeetingFactory
from tests.networks.polls.conftest import make_poll


@pytest.fixture
def meeting(network):
    return MeetingFactory(series__network=network, number=1)


def test_an_arrangement(network, sanne, bram):
    made = services.arrange(enrolment=network.enrolments.get(person=sanne), kind="time", by=bram, text="Een verslag.")

    for _twice in range(2):
        services.remove_arrangement(arrangement=made, by=bram)

    assert LogEntry.objects.filter(action="unarranged").count() == 1
    with pytest.raises(NotFound):
        services.meet_arrangement(arrangement=made, by=bram)


def test_an_assignment(network, bram):
    assignment = AssignmentFactory(network=network)
    services.remove_assignment(assignment=assignment, by=bram)

    for service in (services.remove_assignment, services.close_assignment):
        with pytest.raises(NotFound):
            service(assignment=assignment, by=bram)


def test_a_poll(network, bram):
    poll = make_poll(network, bram)
    services.discard_poll(poll=poll, by=bram)

    for service in (services.discard_poll, services.open_poll):
        with pytest.raises(NotFound):
            service(poll=poll, by=bram)


def test_a_material(meeting, bram):
    [material] = services.add_materials(meeting=meeting, by=bram, link="https://bron.example/")
    services.remove_material(material=material, by=bram)

    with pytest.raises(NotFound):
        services.remove_material(material=material, by=bram)
    assert LogEntry.objects.filter(action="material_removed").count() == 1


def test_a_meeting(meeting, bram):
    gone = meeting.pk
    meeting.delete()
    meeting.pk = gone

    with pytest.raises(NotFound):
        services.write_report(meeting=meeting, by=bram, report="Goed gesprek.", outcomes=[])
