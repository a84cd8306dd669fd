from datetime import timedelta

import pytest
from django.utils import timezone

from community import following, services
from community.models import Following, ReadingPosition
from networks import services as networks
from networks.models import Attendance, Enrolment, GuestPass
from resources.models import Practice, Review
from tests.factories.assignments import AssignmentFactory
from tests.factories.networks import EnrolmentFactory, MeetingFactory, NetworkFactory, SeriesFactory
from tests.factories.people import EmploymentFactory, UserFactory
from tests.factories.resources import PracticeFactory
from tests.networks.polls.conftest import open_poll, say

pytestmark = pytest.mark.usefixtures("home_page")
MOST_QUERIES = 30


@pytest.fixture
def sanne(client):
    person = UserFactory(first_name="Sanne")
    client.force_login(person)
    return person


def take_part(person, number=1):
    enrolments = []
    for _ in range(number):
        network = NetworkFactory()
        MeetingFactory(series=SeriesFactory(network=network), place="De Vlinder")
        enrolments.append(EnrolmentFactory(network=network, person=person))
        Practice.objects.create(title="Toetsweek", slug=f"toetsweek-{network.pk}", contributor=person, network=network)
    return enrolments


def say_something(network, author=None, title="Welke toets kan weg?"):
    author = author or EnrolmentFactory(network=network).person
    return services.start_thread(network=network, author=author, title=title, body="<p>Wat denkt u?</p>")


def returned_to(person, network=None, reasons="Noem ook wat niet werkte."):
    practice = PracticeFactory(contributor=person, network=network, state="returned")
    Review.objects.create(practice=practice, decision="return", reasons=reasons, by=UserFactory(), version=1)
    return practice


def dashboard(client):
    return client.get("/mijn/").context["dashboard"]


def test_a_visitor_signs_in_first(client):
    response = client.get("/mijn/")

    assert response.status_code == 302
    assert response["Location"] == "/account/login/?next=/mijn/"


def test_a_newcomer_reads_the_first_steps(client, sanne):
    NetworkFactory(title="Flexibel toetsen")

    page = client.get("/mijn/").text

    assert "Flexibel toetsen" in page
    assert page.count('class="first-step"') == 3
    assert 'href="/mijn/instellingen/scholen/"' in page


def test_a_step_that_is_done_shows_so(client, sanne):
    EmploymentFactory(person=sanne)

    assert "first-step--done" in client.get("/mijn/").text


def test_a_participant_sees_what_is_asked_and_what_comes(client, sanne):
    [enrolment] = take_part(sanne)

    page = client.get("/mijn/").text

    assert enrolment.network.space_url in page
    assert page.count('class="obligation ') == 4
    assert "De Vlinder" in page
    assert "Toetsweek" in page


def test_who_is_up_to_date_reads_so(client, sanne):
    EnrolmentFactory(person=sanne, state=Enrolment.State.REQUESTED)

    assert "U bent bij" in client.get("/mijn/").text


def test_who_waits_reads_so(client, sanne):
    EnrolmentFactory(person=sanne, state=Enrolment.State.WAITING)

    page = client.get("/mijn/").text

    assert "wachtlijst" in page
    assert "obligation--" not in page


def test_what_others_wait_for_comes_first(client, sanne):
    take_part(sanne)
    network = NetworkFactory(facilitators=[sanne])
    EnrolmentFactory(network=network, state=Enrolment.State.REQUESTED)
    to_review = PracticeFactory(network=network, state="submitted")
    returned_to(sanne)
    offer = EnrolmentFactory(person=sanne, confirm_by=timezone.now() + timedelta(days=2))

    tasks = dashboard(client).tasks

    assert [task.is_urgent for task in tasks[:4]] == [True] * 4
    assert tasks[0].url == offer.network.enrol_url
    assert tasks[1].url == network.cockpit_url
    assert tasks[2].url.endswith(f"{to_review.slug}/beoordelen/")
    assert tasks[3].quote == "Noem ook wat niet werkte."
    assert not tasks[4].is_urgent


def test_a_question_about_a_sign_up_asks_for_an_answer(client, sanne):
    enrolment = EnrolmentFactory(person=sanne, state=Enrolment.State.REQUESTED)
    enrolment.messages.create(author=UserFactory(), text="Werkt u ook op de andere locatie?")

    assert [task.quote for task in dashboard(client).tasks] == ["Werkt u ook op de andere locatie?"]

    enrolment.messages.create(author=sanne, text="Nee.")
    assert dashboard(client).tasks == []


def test_an_obligation_and_its_practice_are_asked_once(client, sanne):
    enrolment = EnrolmentFactory(person=sanne)
    practice = returned_to(sanne, enrolment.network)

    leading_there = [task for task in dashboard(client).tasks if practice.slug in task.url]

    assert len(leading_there) == 1


def test_a_poll_waits_until_the_person_answers(client, sanne):
    network = EnrolmentFactory(person=sanne).network
    facilitator = UserFactory()
    poll = open_poll(network, facilitator)

    assert [task.url for task in dashboard(client).tasks if task.is_urgent] == [poll.url]
    assert "wacht op u</span>" in client.get(network.space_url).text

    say(poll, sanne, *["yes"] * poll.options.count())
    assert poll.url not in {task.url for task in dashboard(client).tasks}
    assert "wacht op u</span>" not in client.get(network.space_url).text


def test_an_assignment_is_asked_when_it_is_due(client, sanne):
    network = EnrolmentFactory(person=sanne).network
    now = timezone.now()
    soon, late = (AssignmentFactory(network=network, due_at=now + timedelta(days=days)) for days in (3, -1))
    AssignmentFactory(network=network, due_at=now + timedelta(days=60))

    asked = {task.url: task for task in dashboard(client).tasks}

    assert asked[soon.url].until == soon.due_at
    assert asked[late.url].icon == "alert"
    assert sum("/opdrachten/" in url for url in asked) == 2


def test_support_is_asked_of_who_handles_it_and_then_of_the_school(client, sanne):
    asking = EnrolmentFactory(network__facilitators=[sanne])
    request = networks.ask_for_support(enrolment=asking, subject="Geheim onderwerp", text="Wij lopen vast.")

    assert [task.url for task in dashboard(client).tasks] == [request.url]
    assert "Geheim onderwerp" not in client.get("/mijn/").text

    networks.handle_support(request=request, by=sanne, owner=sanne, state="waiting")
    assert dashboard(client).tasks == []
    client.force_login(asking.person)
    assert request.url in {task.url for task in dashboard(client).tasks}


def test_unread_posts_lead_to_the_first_one(client, sanne):
    network = EnrolmentFactory(person=sanne).network
    thread = say_something(network)
    first = thread.posts.get()

    [unread] = dashboard(client).unread
    page = client.get("/mijn/").text

    assert (unread.network, unread.posts) == (network, 1)
    assert f"?post={first.pk}#post-{first.pk}" in page


def test_what_was_read_said_by_oneself_or_muted_is_not_unread(client, sanne):
    network = EnrolmentFactory(person=sanne).network
    read, muted = say_something(network), say_something(network)
    say_something(network, sanne)
    say_something(NetworkFactory())
    ReadingPosition.objects.create(thread=read, person=sanne, seq=read.last_seq)
    following.follow(network=network, person=sanne, level=Following.Level.NOTHING, thread=muted)

    assert dashboard(client).unread == []


def test_the_next_meeting_tells_of_absence_and_guest(client, sanne):
    enrolment = EnrolmentFactory(person=sanne)
    series = SeriesFactory(network=enrolment.network)
    missed, visited = (
        MeetingFactory(series=series),
        MeetingFactory(series=series, starts_at=timezone.now() + timedelta(days=40)),
    )
    Attendance.objects.create(meeting=missed, enrolment=enrolment, state=Attendance.State.EXCUSED)
    GuestPass.objects.create(meeting=visited, enrolment=enrolment, name="Mo Bakker", email="mo@school.example")

    first, second = dashboard(client).next_meetings

    assert (first.is_absent, first.guest) == (True, "")
    assert (second.is_absent, second.guest) == (False, "Mo Bakker")


def test_who_is_there_is_not_asked_whether_to_come(client, sanne):
    (enrolment,) = take_part(sanne)
    assert dashboard(client).next_meetings[0].takes_part
    meeting = enrolment.network.series.get().meetings.get()
    Attendance.objects.create(meeting=meeting, enrolment=enrolment, state=Attendance.State.PRESENT)
    assert not dashboard(client).next_meetings[0].takes_part


def test_nobody_sees_the_networks_of_another(client, sanne):
    [enrolment] = take_part(UserFactory())
    say_something(enrolment.network, title="Geheim gesprek")

    page = client.get("/mijn/").text

    assert "Toetsweek" not in page
    assert "Geheim gesprek" not in page


def test_a_full_life_costs_as_few_queries_as_a_small_one(client, sanne, django_assert_max_num_queries):
    for enrolment in take_part(sanne, number=4):
        say_something(enrolment.network)
        returned_to(sanne, enrolment.network)
        open_poll(enrolment.network, enrolment.person)
        AssignmentFactory(network=enrolment.network, due_at=timezone.now() + timedelta(days=3))
    for _ in range(4):
        network = NetworkFactory(facilitators=[sanne])
        asking = EnrolmentFactory(network=network)
        networks.ask_for_support(enrolment=asking, subject="Hulp", text="Wij lopen vast.")
        EnrolmentFactory(network=network, state=Enrolment.State.REQUESTED)
        MeetingFactory(series=SeriesFactory(network=network))
        PracticeFactory(network=network, state="submitted")
        EnrolmentFactory(person=sanne, state=Enrolment.State.REQUESTED)
    client.get("/mijn/")

    with django_assert_max_num_queries(MOST_QUERIES):
        client.get("/mijn/")


def test_a_closed_network_asks_for_nothing_and_leads_to_its_archive_and_certificate(client, sanne):
    running, over = take_part(sanne, 2)
    bram = UserFactory()
    over.network.facilitators.add(bram)
    AssignmentFactory(network=over.network, due_at=timezone.now() + timedelta(days=2))
    say_something(over.network)
    networks.ask_for_support(enrolment=over, subject="Hulp", text="Wij lopen vast.")
    networks.close_network(network=over.network, by=bram)
    certificate = networks.grant_certificate(enrolment=over, by=bram, reason="Was er altijd.")

    page = client.get("/mijn/")
    seen = page.context["dashboard"]
    client.force_login(bram)
    of_facilitator = client.get("/mijn/")

    assert [it.network for it in seen.memberships] == [running.network, over.network]
    assert not seen.memberships[1].obligations
    own_draft = f"/praktijkvoorbeelden/toetsweek-{over.network.pk}/bewerken/"
    assert [task.url for task in seen.tasks if task.where == over.network.title] == [own_draft]
    assert over.network not in [it.network for it in seen.unread]
    for text in ("Netwerk gesloten", over.network.space_url, f"/ruimte/certificaat/{certificate.pk}/"):
        assert text in page.text
    assert not of_facilitator.context["dashboard"].tasks
    assert "Netwerk gesloten" in of_facilitator.text
