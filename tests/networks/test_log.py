"""The log of a network: who did what and when, for who facilitates it."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from networks import services
from networks.agreements import KINDS
from networks.logbook import SENTENCES
from networks.models import Attendance, Enrolment, LogEntry
from networks.services import erasing
from tests.factories.networks import EnrolmentFactory, MeetingFactory
from tests.factories.people import UserFactory
from tests.networks.conftest import signed_in
from tests.networks.polls.conftest import make_poll, open_poll


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
    assert len(lines(network, bram, over="poll")) == 3


def test_a_sign_up_and_the_place_that_came_free(network, bram, kees):
    school, keys = kees.employments.get().school, set(KINDS)
    own = services.enrol(network=network, person=kees, school=school, learning_question="Geheim?", agreements=keys)
    Enrolment.objects.filter(pk=own.pk).update(confirm_by=timezone.now() + timedelta(hours=2))

    for _twice in range(2):
        services.confirm_place(enrolment=own)

    assert lines(network, bram) == [
        f"{kees.name} bevestigde de plek die vrijkwam",
        f"{kees.name} meldde zich aan",
    ]


def test_what_a_participant_does_is_told_and_not_what_it_says(network, bram, sanne, past):
    own = network.enrolments.get(person=sanne)
    soon = MeetingFactory(series=past.series, number=2)
    guests = [
        services.invite_guest(meeting=soon, enrolment=own, name=name, email=f"{name}@school.example")
        for name in ("geheim", "mo")
    ]
    services.withdraw_guest(guest=guests[1])
    services.revise_learning_question(enrolment=own, text="Geheim?", what_changed="Geheim.")
    services.report_obligation(enrolment=own, kind="time", text="Geheim.")

    assert lines(network, bram) == [
        f"{sanne.name} vertelde hoe “Tijd en middelen” wordt nagekomen",
        f"{sanne.name} schreef versie 2 van de leervraag",
        f"De gast van {sanne.name} komt niet naar {soon.name}",
        f"{sanne.name} nodigde een gast uit voor {soon.name}",
        f"{sanne.name} nodigde een gast uit voor {soon.name}",
    ]
    assert not any("geheim" in str(entry.facts).lower() for entry in LogEntry.objects.all())


def test_the_course_of_an_assignment(network, bram):
    facts = {"title": "Opdracht 1", "text": "Kijk terug."}
    assignment = services.set_assignment(network=network, by=bram, **facts)
    services.change_assignment(assignment=assignment, by=bram, title="Opdracht 2")
    for _twice in range(2):
        services.close_assignment(assignment=assignment, by=bram)
    for _twice in range(2):
        services.reopen_assignment(assignment=assignment, by=bram)
    services.remove_assignment(assignment=assignment, by=bram)

    assert lines(network, bram, over="assignment") == [
        "Verwijderde de opdracht “Opdracht 2”",
        "Opende de opdracht “Opdracht 2” opnieuw",
        "Sloot de opdracht “Opdracht 2”",
        "Wijzigde de opdracht “Opdracht 2”",
        "Gaf de opdracht “Opdracht 1”",
    ]


def test_the_course_of_a_poll(network, bram):
    draft, poll = make_poll(network, bram, title="Klad"), open_poll(network, bram, experts=["Dr. Smit"])
    services.discard_poll(poll=draft, by=bram)
    services.change_poll(poll=poll, by=bram, title="Wanneer dan?")
    votes = [services.Vote(option.pk, "yes") for option in poll.options.all()]
    services.vote_for_expert(expert=poll.experts.get(), by=bram, votes=votes)
    facts = {"name": "Utrecht", "address": "", "travel": "", "capacity": None}
    services.change_place(place=poll.places.first(), by=bram, **facts)
    for _twice in range(2):
        services.close_poll(poll=poll, by=bram)

    assert lines(network, bram, over="poll") == [
        "Sloot de peiling “Wanneer dan?”",
        "Verbeterde de plaats “Utrecht” in de peiling “Wanneer dan?”",
        "Vulde de antwoorden van een expert in bij de peiling “Wanneer dan?”",
        "Wijzigde de peiling “Wanneer dan?”",
        "Gooide de peiling “Klad” weg, die nog aan niemand was gevraagd",
        "Opende de peiling “Wanneer en waar?”",
        "Maakte de peiling “Wanneer en waar?”",
        "Maakte de peiling “Klad”",
    ]


def test_what_is_arranged_until_the_certificate(network, bram, sanne, past):
    own = network.enrolments.get(person=sanne)
    services.record_attendance(meeting=past, enrolment=own, state="present", by=bram)
    for kind in ("embedding", "time", "sharing"):
        made = services.arrange(enrolment=own, kind=kind, by=bram, text="Geheim.")
        services.meet_arrangement(arrangement=made, by=bram)

    services.close_network(network=network, by=bram)

    told = lines(network, bram)
    assert told[:2] == ["Sloot het netwerk af", f"Gaf {sanne.name} een certificaat"]
    assert told[2] == f"Vinkte af dat {sanne.name} deed wat was afgesproken"
    services.reopen_network(network=network, by=bram)
    services.close_network(network=network, by=bram)
    assert len([it for it in lines(network, bram) if it.startswith("Gaf")]) == 1


def test_every_sentence_is_there_in_both_languages():
    with translation.override("nl"):
        dutch = {event: str(text) for event, text in SENTENCES.items()}
    with translation.override("en"):
        assert [event for event, text in SENTENCES.items() if str(text) == dutch[event]] == []


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
