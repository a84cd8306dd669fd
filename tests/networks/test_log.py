"""The log of a network: who did what and when, for who facilitates it."""

import pytest

from networks import services
from networks.models import Attendance, Enrolment, LogEntry
from networks.services import erasing
from tests.factories.networks import EnrolmentFactory, MeetingFactory
from tests.factories.people import UserFactory
from tests.networks.conftest import signed_in
from tests.networks.polls.conftest import open_poll


def lines(network, person, **asked):
    page = signed_in(person).get(f"/netwerken/{network.slug}/begeleiding/logboek/", asked)
    return [text for _entry, _who, text in page.context["lines"]]


@pytest.fixture
def rita(network):
    return EnrolmentFactory(network=network, state=Enrolment.State.REQUESTED, person__first_name="Rita")


def test_a_life_of_a_network_in_its_log(network, bram, sanne, rita, past):
    own = network.enrolments.get(person=sanne)
    services.accept_enrolment(enrolment=rita, by=bram)
    for state in (Attendance.State.PRESENT, Attendance.State.ABSENT):
        services.record_attendance(meeting=past, enrolment=own, state=state, by=bram)
    soon = MeetingFactory(series=past.series, number=2)
    services.change_meeting(meeting=soon, by=bram, place="Utrecht")
    services.cancel_meeting(meeting=soon, by=bram, reason="Ziek")
    poll = open_poll(network, bram)
    services.decide_poll(poll=poll, option=poll.options.first(), by=bram, anyway=True)
    request = services.ask_for_support(enrolment=own, subject="Geheim", text="Wij lopen vast.")
    services.handle_support(request=request, by=bram, owner=bram, state="in_hand")

    told = lines(network, bram)

    assert f"Accepteerde de aanmelding van {rita.person.name}" in told
    assert f"Wijzigde de aanwezigheid van {sanne.name} bij {past.name} van “Aanwezig” in “Afwezig”" in told
    assert any(it.startswith(f"Wijzigde datum of plaats van {soon.name}: eerst") and "Utrecht" in it for it in told)
    assert any(it.startswith(f"Liet {soon.name} vervallen") for it in told)
    assert any(it.startswith("Koos in de peiling") for it in told)
    assert any(it.startswith("Zette extra ondersteuning") for it in told)
    assert not any("Geheim" in it for it in told)
    assert len(lines(network, bram, over="poll")) == 2


def test_the_log_is_only_added_to(network, bram, rita):
    services.accept_enrolment(enrolment=rita, by=bram)
    entry = LogEntry.objects.get()

    with pytest.raises(TypeError):
        entry.save()
    with pytest.raises(TypeError):
        entry.delete()


def test_who_ends_the_account_leaves_the_log_without_a_name(network, bram, rita):
    services.accept_enrolment(enrolment=rita, by=bram)

    erasing.forget(rita.person)

    assert "Accepteerde de aanmelding van iemand die vertrok" in lines(network, bram)
    assert not LogEntry.objects.filter(about=rita.person).exists()


def test_a_long_log_comes_in_pages_with_as_few_queries(network, bram, django_assert_max_num_queries):
    facts = {"network": network, "subject": "enrolment", "action": "accepted", "by": bram, "about": bram}
    LogEntry.objects.bulk_create(LogEntry(**facts) for _ in range(60))
    client, address = signed_in(bram), f"/netwerken/{network.slug}/begeleiding/logboek/"
    assert len(client.get(address).context["lines"]) == 50

    with django_assert_max_num_queries(13):
        assert len(client.get(address, {"page": "2"}).context["lines"]) == 10


def test_what_nobody_did_is_done_by_the_platform_and_not_by_who_left(network, bram, rita):
    services.accept_enrolment(enrolment=rita, by=bram)
    EnrolmentFactory(network=network, state=Enrolment.State.WAITING)
    services.move_up(network=network)

    erasing.forget(bram)

    page = signed_in(UserFactory(is_superuser=True)).get(f"/netwerken/{network.slug}/begeleiding/logboek/")
    assert [who for _entry, who, _text in page.context["lines"]] == ["Het platform", "Iemand die vertrokken is"]
