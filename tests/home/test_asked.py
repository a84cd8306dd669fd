"""What is asked of a person on the own page: whatever app it comes from, each line leads to where it is done."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from community.care.services import report_post
from community.groups.services import found_group
from community.models import SmallGroup
from community.peers.sparring import answer_spar_request, ask_to_spar
from community.services import create_post, save_draft, start_thread
from networks import services as networks
from networks.models import Enrolment, Poll
from networks.quoting import Passage, library
from resources.coauthors.services import answer_invitation, invite_coauthor
from resources.models import Objection, Practice, Quote, Trial
from resources.quotes import consent
from tests.factories.assignments import AssignmentFactory, HandInFactory
from tests.factories.networks import EnrolmentFactory, MeetingFactory, NetworkFactory, SeriesFactory
from tests.factories.people import SchoolFactory, UserFactory
from tests.factories.resources import PracticeFactory
from tests.networks.polls.conftest import make_poll, open_poll

pytestmark = pytest.mark.usefixtures("home_page")


@pytest.fixture
def sanne(client):
    person = UserFactory(first_name="Sanne")
    client.force_login(person)
    return person


@pytest.fixture
def network(sanne):
    return EnrolmentFactory(person=sanne).network


@pytest.fixture
def run_by_sanne(sanne):
    return NetworkFactory(facilitators=[sanne])


@pytest.fixture
def tom(network):
    return EnrolmentFactory(network=network, person__first_name="Tom", person__last_name="Bakker").person


def tasks(client):
    return client.get("/mijn/").context["dashboard"].tasks


def addresses(client):
    return [task.url for task in tasks(client)]


def talk(network, author, title="Welke toets kan weg?"):
    return start_thread(network=network, author=author, title=title, body="<p>Wat denkt u?</p>")


def quoted(network, by, author):
    passage = Passage(source=network, author=author, text="Eerst feedback.", url="/netwerken/x/discussie/1/")
    return library().open_draft(by=by, network=network, title="Feedback eerst", passages=[passage], key=None)


def trial(network=None, **facts):
    practice = PracticeFactory(state="published", network=network)
    facts = {"state": "waiting", "result": "Het hielp.", "again": "yes", "person": UserFactory()} | facts
    return Trial.objects.create(practice=practice, school=SchoolFactory(), **facts)


def test_the_evaluation_is_asked_until_it_is_answered(client, sanne, network):
    networks.open_evaluation(network=network, by=UserFactory())

    assert network.evaluation_url in addresses(client)

    Enrolment.objects.filter(person=sanne).update(evaluated_at=timezone.now())
    assert network.evaluation_url not in addresses(client)


def test_consent_to_be_quoted_is_asked_once_a_practice(client, sanne, network, tom):
    draft = quoted(network, tom, sanne)
    practice = Practice.objects.get(pk=draft.id)
    url = f"/praktijkvoorbeelden/{practice.slug}/citaten/"

    assert [task.title for task in tasks(client) if task.url == url] == ["Mogen uw woorden in “Feedback eerst” staan?"]

    consent.answer_quotes(practice=practice, by=sanne, answers={Quote.objects.get().pk: "named"})
    assert url not in addresses(client)


def test_being_named_as_an_author_is_asked_until_answered(client, sanne, network, tom):
    practice = PracticeFactory(contributor=tom, network=network, title="Rustige toetsweek")
    invitation = invite_coauthor(practice=practice, person=sanne, by=tom)
    url = f"/praktijkvoorbeelden/{practice.slug}/meeschrijven/"

    assert url in addresses(client)

    answer_invitation(coauthor=invitation, by=sanne, agrees=False)
    assert url not in addresses(client)


def test_a_talk_is_asked_by_name_until_answered(client, sanne, network, tom):
    request = ask_to_spar(network=network, asker=tom, asked=sanne, subject="Toetsbeleid")
    url = request.get_absolute_url()

    assert [task.title for task in tasks(client) if task.url == url] == ["Tom Bakker wil graag met u praten"]

    answer_spar_request(request=request, by=sanne, state="later")
    assert url not in addresses(client)


def test_an_invitation_to_a_group_is_asked_while_the_group_is_open(client, sanne, network, tom):
    group = found_group(network=network, by=tom, name="Vrijdag", people=[sanne])

    assert group.get_absolute_url() in addresses(client)

    SmallGroup.objects.update(closed_at=timezone.now())
    assert group.get_absolute_url() not in addresses(client)


def test_a_report_leads_to_itself_and_more_to_their_list(client, run_by_sanne):
    author, reader = (EnrolmentFactory(network=run_by_sanne).person for _ in range(2))
    posts = [
        create_post(thread=talk(run_by_sanne, author), author=author, body="<p>Onzin.</p>", key=uuid4())
        for _ in range(2)
    ]
    first = report_post(post=posts[0], by=reader, reason="unkind")

    assert addresses(client)[0] == first.get_absolute_url()

    report_post(post=posts[1], by=reader, reason="unkind")
    assert tasks(client)[0].title == "2 gemelde berichten wachten op u"
    assert addresses(client)[0] == f"/netwerken/{run_by_sanne.slug}/begeleiding/meldingen/"


def test_nobody_is_asked_about_the_own_message(client, sanne, run_by_sanne):
    reader = EnrolmentFactory(network=run_by_sanne).person
    own = create_post(thread=talk(run_by_sanne, sanne), author=sanne, body="<p>Zo doen wij het.</p>", key=uuid4())
    report_post(post=own, by=reader, reason="unkind")

    assert not [url for url in addresses(client) if "/meldingen/" in url]


def test_reports_of_trying_and_complaints_are_asked_of_who_judges_them(client, sanne, run_by_sanne):
    waiting = trial(run_by_sanne)
    published = trial(run_by_sanne, state="published", published_at=timezone.now())
    Objection.objects.create(trial=published, by=UserFactory(), text="Dit klopt niet.")
    trial(NetworkFactory())
    trial(run_by_sanne, person=sanne)

    assert addresses(client)[:2] == [published.judge_url, waiting.judge_url]


def test_a_quote_that_was_taken_back_is_asked_of_who_reviews(client, sanne, run_by_sanne):
    tom, imke = (EnrolmentFactory(network=run_by_sanne).person for _ in range(2))
    draft = quoted(run_by_sanne, imke, tom)
    Practice.objects.filter(pk=draft.id).update(state="published")
    Quote.objects.update(state="withdrawn", answered_at=timezone.now())

    assert "/praktijkvoorbeelden/beoordelen/#taken-back" in addresses(client)


def test_a_poll_is_to_be_decided_once_its_time_is_up(client, sanne, run_by_sanne):
    poll = open_poll(run_by_sanne, sanne)
    make_poll(run_by_sanne, sanne)
    Poll.objects.update(deadline=timezone.now() - timedelta(hours=1))

    [task] = [task for task in tasks(client) if "/peilingen/" in task.url]

    assert (task.url, task.text, task.is_urgent) == (poll.url, poll.title, True)


def test_after_a_meeting_attendance_and_report_are_asked_for_a_month(client, sanne, run_by_sanne):
    enrolment = EnrolmentFactory(network=run_by_sanne)
    series = SeriesFactory(network=run_by_sanne)
    now = timezone.now()
    held = MeetingFactory(series=series, starts_at=now - timedelta(days=2))
    MeetingFactory(series=series, starts_at=now - timedelta(days=60))
    MeetingFactory(series=series, starts_at=now - timedelta(days=3), state="cancelled")
    planning = f"/netwerken/{run_by_sanne.slug}/begeleiding/bijeenkomsten/{held.pk}/"

    assert addresses(client) == [planning, f"{planning}verslag/"]

    networks.record_attendance(meeting=held, enrolment=enrolment, state="present", by=sanne)
    held.report = "Wij spraken over toetsen."
    held.save()
    assert addresses(client) == []
    assert "er wordt nu niets van u gevraagd" in client.get("/mijn/").text


def test_who_came_later_is_not_to_be_marked(client, sanne, run_by_sanne):
    EnrolmentFactory(network=run_by_sanne, joined_at=timezone.now())
    starts_at = timezone.now() - timedelta(days=2)
    MeetingFactory(series=SeriesFactory(network=run_by_sanne), starts_at=starts_at, report="Wij spraken.")

    assert addresses(client) == []


def test_a_hand_in_that_was_begun_stands_among_the_drafts_until_it_is_due(client, sanne, network):
    enrolment = sanne.enrolments.get()
    now = timezone.now()
    later, soon = (AssignmentFactory(network=network, due_at=now + timedelta(days=days)) for days in (60, 3))
    for assignment in (later, soon):
        HandInFactory(assignment=assignment, enrolment=enrolment, state="draft", handed_in_at=None)
    HandInFactory(assignment=AssignmentFactory(network=network), enrolment=EnrolmentFactory(network=network))

    found = [url for url in addresses(client) if "/opdrachten/" in url]

    assert found == [soon.url, f"{later.url}inleveren/"]


def test_what_a_colleague_began_for_the_school_is_there_too(client, sanne, network):
    own = sanne.enrolments.get()
    assignment = AssignmentFactory(network=network, per="school")
    HandInFactory(assignment=assignment, enrolment=None, school=own.school, state="draft", handed_in_at=None)

    assert f"{assignment.url}inleveren/" in addresses(client)


def test_messages_that_were_begun_lead_to_where_they_are_sent(client, sanne, network, tom):
    thread = talk(network, tom)
    save_draft(network=network, person=sanne, thread=thread, body="<p>Ik denk</p>")
    save_draft(network=network, person=sanne, body="<p>Wie weet</p>", title="Rekentoets")
    group = found_group(network=network, by=sanne, name="Vrijdag")
    save_draft(network=network, person=sanne, group=group, body="<p>Welkom</p>")
    save_draft(network=network, person=tom, body="<p>Van Tom</p>")

    begun = [task for task in tasks(client) if "/discussie/" in task.url or "/groepen/" in task.url]

    assert {task.url for task in begun} == {
        thread.get_absolute_url(),
        f"/netwerken/{network.slug}/discussie/nieuw/",
        f"/netwerken/{network.slug}/groepen/{group.pk}/gesprek/",
    }
    assert not any(task.is_urgent for task in begun)


def test_a_hidden_title_is_not_read_here(client, sanne, network, tom):
    thread = talk(network, tom, title="Kwetsend")
    save_draft(network=network, person=sanne, thread=thread, body="<p>Ik denk</p>")
    thread.hidden_at = timezone.now()
    thread.save()

    assert "Kwetsend" not in client.get("/mijn/").text


def test_a_closed_network_asks_nothing_of_all_this(client, sanne, network, tom):
    networks.open_evaluation(network=network, by=tom)
    ask_to_spar(network=network, asker=tom, asked=sanne, subject="Toetsbeleid")
    found_group(network=network, by=tom, name="Vrijdag", people=[sanne])
    save_draft(network=network, person=sanne, body="<p>Wie weet</p>", title="Rekentoets")
    network.closed_at = timezone.now()
    network.save()

    assert tasks(client) == []
