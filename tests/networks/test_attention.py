"""What the cockpit brings to a facilitator's attention, and why."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import User
from community.models import Thread
from community.services import create_post, start_thread
from networks import services
from networks.models import AgendaItem, Attendance, Enrolment, LearningQuestion, Meeting
from tests.factories.assignments import AssignmentFactory, HandInFactory
from tests.factories.networks import EnrolmentFactory, MeetingFactory
from tests.networks.conftest import signed_in
from tests.networks.polls.conftest import open_poll

NOW = timezone.now


def titles(person, network):
    return {str(it.title): it for it in signed_in(person).get(network.cockpit_url).context["signals"]}


@pytest.fixture
def soon(network):
    """A meeting next week, without a place and an agenda."""
    return MeetingFactory(series__network=network, number=2, starts_at=NOW() + timedelta(days=7), place="")


def long_ago(row, **fields):
    type(row).objects.filter(pk=row.pk).update(**{name: NOW() - timedelta(days=days) for name, days in fields.items()})


def test_a_network_without_a_next_meeting_says_so(network, bram):
    assert "Er is geen volgende bijeenkomst gepland" in titles(bram, network)


def test_what_the_next_meeting_lacks(network, bram, soon):
    seen = next(it for it in titles(bram, network).values() if it.url == soon.url)
    assert seen.why == "Nog te doen: de plaats, het programma."

    AgendaItem.objects.create(meeting=soon, title="Opening")
    Meeting.objects.filter(pk=soon.pk).update(place="Utrecht")
    assert soon.url not in {it.url for it in titles(bram, network).values()}


def test_sign_ups_that_wait_for_long(network, bram):
    rita = EnrolmentFactory(network=network, state=Enrolment.State.REQUESTED)
    assert "Aanmeldingen wachten op uw beslissing" not in titles(bram, network)

    long_ago(rita, created_at=4)
    assert titles(bram, network)["Aanmeldingen wachten op uw beslissing"].names == [rita.person.name]


def test_who_missed_a_meeting(network, bram, sanne, past):
    own = network.enrolments.get(person=sanne)
    long_ago(own, joined_at=60)
    Attendance.objects.create(meeting=past, enrolment=own, state=Attendance.State.ABSENT)

    seen = titles(bram, network)
    assert seen["Aanwezigheid bij alle bijeenkomsten lukt niet meer"].names == [sanne.name]
    assert f"{past.name} heeft nog geen verslag" in seen


def test_who_is_quiet_for_a_month(network, bram, sanne):
    long_ago(network.enrolments.get(person=sanne), joined_at=60)
    assert titles(bram, network)["Al een maand stil"].names == [sanne.name]

    start_thread(network=network, author=sanne, title="Hallo", body="<p>Daar ben ik.</p>")
    assert "Al een maand stil" not in titles(bram, network)


def test_questions_without_an_answer(network, bram, sanne):
    thread = start_thread(network=network, author=sanne, title="Wie weet dit?", body="<p>?</p>", kind="question")
    assert "Een vraag zonder antwoord" not in titles(bram, network)

    long_ago(thread, created_at=4)
    create_post(thread=thread, author=sanne, body="<p>Iemand?</p>", key=uuid.uuid4())
    assert titles(bram, network)["Een vraag zonder antwoord"].names == ["Wie weet dit?"]

    create_post(thread=thread, author=bram, body="<p>Ja.</p>", key=uuid.uuid4())
    assert "Een vraag zonder antwoord" not in titles(bram, network)
    assert Thread.objects.count() == 1


def test_who_still_has_to_share(network, bram, sanne, past):
    assert titles(bram, network)["Praktijkvoorbeelden die nog gedeeld worden"].names == [sanne.name]


def test_who_may_miss_what_was_agreed_about_presence(network, bram, sanne, soon):
    services.announce_absence(meeting=soon, enrolment=network.enrolments.get(person=sanne), reason="Open dag")

    seen = titles(bram, network)["Mist mogelijk de afgesproken aanwezigheid"]

    page = signed_in(bram).get(f"/netwerken/{network.slug}/begeleiding/bericht/?aan={seen.selection}")
    assert page.context["form"].fields["members"].initial == [str(sanne.pk)]


def test_support_that_nobody_has_in_hand_and_that_runs(network, bram, sanne):
    own = network.enrolments.get(person=sanne)
    request = services.ask_for_support(enrolment=own, subject="Hulp", text="Wij lopen vast.")
    assert titles(bram, network)["Een school vraagt extra ondersteuning"].names == [str(own.school.name)]

    services.handle_support(request=request, by=bram, owner=bram, state="in_hand")
    assert "Extra ondersteuning die loopt" in titles(bram, network)

    services.evaluate_support(request=request, by=sanne, helped="yes", evaluation="Het hielp.")
    assert "Extra ondersteuning die loopt" not in titles(bram, network)


def test_a_poll_of_which_the_time_is_over(network, bram):
    poll = open_poll(network, bram)
    assert "Een peiling wacht op uw keuze" not in titles(bram, network)

    type(poll).objects.filter(pk=poll.pk).update(deadline=NOW() - timedelta(hours=1))
    assert titles(bram, network)["Een peiling wacht op uw keuze"].url == poll.url


@pytest.mark.parametrize(("per", "waiting"), [("person", True), ("school", False)])
def test_an_assignment_that_not_everybody_handed_in(network, bram, sanne, per, waiting):
    own = network.enrolments.get(person=sanne)
    EnrolmentFactory(network=network, school=own.school)
    assignment = AssignmentFactory(network=network, per=per, due_at=NOW() - timedelta(days=1))
    owner = {"school": own.school, "enrolment": None} if per == "school" else {"enrolment": own}
    HandInFactory(assignment=assignment, **owner)

    seen = titles(bram, network).get(f"Niet iedereen leverde “{assignment.title}” in")

    assert bool(seen) == waiting
    assert not seen or "1 van 2" in seen.why


def many_members(network, number):
    """As many participants, all of one school and silent for long."""
    school = EnrolmentFactory(network=network).school
    people = User.objects.bulk_create(User(email=f"{it}@scholen.example", last_name=f"{it}") for it in range(number))
    facts = {"network": network, "school": school, "state": "accepted", "joined_at": NOW() - timedelta(days=60)}
    enrolments = Enrolment.objects.bulk_create(Enrolment(person=person, **facts) for person in people)
    LearningQuestion.objects.bulk_create(LearningQuestion(enrolment=it, version=1, text="Hoe?") for it in enrolments)
    ask = {"network": network, "kind": "question", "title": "Wie weet dit?", "last_activity_at": NOW()}
    Thread.objects.bulk_create(Thread(author=person, **ask) for person in people)
    Thread.objects.update(created_at=NOW() - timedelta(days=5))
    AssignmentFactory.create_batch(3, network=network, due_at=NOW() - timedelta(days=1))


@pytest.mark.parametrize("number", [10, 500])
def test_the_cockpit_asks_at_most_fifteen_queries(number, network, bram, soon, django_assert_max_num_queries):
    many_members(network, number)
    client = signed_in(bram)
    client.get(network.cockpit_url)

    with django_assert_max_num_queries(15):
        page = client.get(network.cockpit_url)

    assert f"en nog {number - 10}" in page.text or number == 10  # Sanne and who was first of the school are silent too
