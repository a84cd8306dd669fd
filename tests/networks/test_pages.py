"""What people see and do in the browser, without JavaScript."""

from datetime import timedelta

import pytest
from django.utils import timezone

from networks.agreements import KINDS
from networks.models import Attendance, Enrolment, Network, ObligationNote
from tests.factories.networks import EnrolmentFactory, MeetingFactory, NetworkFactory, SeriesFactory, ThemeFactory
from tests.factories.people import UserFactory
from tests.networks.conftest import signed_in

State = Enrolment.State
QUESTION = "Hoe toetsen wij flexibeler?"


def answers(person, **changes):
    boxes = dict.fromkeys(KINDS, "on")
    return {"school": person.employments.get().school.pk, "learning_question": QUESTION} | boxes | changes


def test_a_visitor_is_sent_to_sign_in_and_comes_back(client, network):
    answer = client.get(network.enrol_url)

    assert answer.url == f"/account/login/?next={network.enrol_url}"


def test_signing_up_shows_where_one_stands(network, kees):
    client = signed_in(kees)

    page = client.post(network.enrol_url, answers(kees), follow=True)

    assert page.redirect_chain == [(network.enrol_url, 302)]
    assert QUESTION in page.content.decode()
    assert kees.enrolments.get().state == State.REQUESTED


def test_clicking_twice_makes_one(network, kees):
    client = signed_in(kees)

    first, second = client.post(network.enrol_url, answers(kees)), client.post(network.enrol_url, answers(kees))

    assert (first.url, second.url) == (network.enrol_url, network.enrol_url)
    assert kees.enrolments.count() == 1


@pytest.mark.parametrize("missing", sorted(KINDS))
def test_a_missing_agreement_is_named_at_its_box_and_the_text_stays(missing, network, kees):
    given = answers(kees)
    del given[missing]

    page = signed_in(kees).post(network.enrol_url, given)

    assert page.status_code == 422
    assert list(page.context["form"].errors) == [missing]
    assert f'id="id_{missing}_error"' in page.content.decode()
    assert QUESTION in page.content.decode()
    assert not kees.enrolments.exists()


def test_somebody_elses_school_is_no_choice(network, kees, sanne):
    page = signed_in(kees).post(network.enrol_url, answers(kees, school=sanne.employments.get().school.pk))

    assert (page.status_code, list(page.context["form"].errors)) == (422, ["school"])


def test_without_a_school_one_is_shown_where_to_add_it(network):
    page = signed_in(UserFactory()).get(network.enrol_url)

    assert page.status_code == 200
    assert f"?next={network.enrol_url}" in page.content.decode()


def test_a_network_that_filled_up_meanwhile_says_so(kees):
    network = NetworkFactory(places=0, waiting_list=False)

    page = signed_in(kees).post(network.enrol_url, answers(kees))

    assert page.status_code == 422
    assert not kees.enrolments.exists()


def test_leaving_is_asked_before_it_is_done(network, sanne):
    client, address = signed_in(sanne), f"/netwerken/{network.slug}/afmelden/"

    client.get(address)
    assert sanne.enrolments.get().state == State.ACCEPTED
    client.post(address)
    assert sanne.enrolments.get().state == State.WITHDRAWN


SIGN_UP = {
    "visitor": "aanmelden/",
    "outsider": "aanmelden/",
    "requested": "Uw aanmelding bekijken",
    "waiting": "Uw aanmelding bekijken",
    "participant": "ruimte/",
    "facilitator": "begeleiding/",
}


@pytest.mark.parametrize(("role", "offered"), SIGN_UP.items())
def test_the_announcement_offers_what_fits_the_reader(role, offered, client_as, network):
    assert offered in client_as(role).get(f"/netwerken/{network.slug}/").content.decode()


def test_a_closed_network_offers_no_sign_up(client, network):
    Network.objects.filter(pk=network.pk).update(closes_at=timezone.now() - timedelta(days=1))

    page = client.get(f"/netwerken/{network.slug}/").content.decode()

    assert "Gesloten" in page
    assert "aanmelden/" not in page.partition("<main")[2].partition("</main")[0]


def test_a_question_is_revised_with_what_changed(network, sanne):
    client, address = signed_in(sanne), f"/netwerken/{network.slug}/ruimte/leervraag/"

    refused = client.post(address, {"text": "Nieuwe vraag?", "what_changed": ""})
    stored = client.post(address, {"text": "Nieuwe vraag?", "what_changed": "Wij weten nu meer."})

    assert (refused.status_code, stored.status_code) == (422, 302)
    questions = sanne.enrolments.get().learning_questions.all()
    assert [it.version for it in questions] == [2, 1]
    assert questions[0].text == "Nieuwe vraag?"


def test_a_participant_tells_how_the_answer_is_embedded(network, sanne):
    address = f"/netwerken/{network.slug}/ruimte/afspraken/embedding/"

    signed_in(sanne).post(address, {"text": "In ons schoolplan."})

    assert ObligationNote.objects.get().text == "In ons schoolplan."
    assert signed_in(sanne).get(f"/netwerken/{network.slug}/ruimte/afspraken/attendance/").status_code == 404


def test_the_facilitator_declines_with_a_reason(network, bram):
    request = EnrolmentFactory(network=network, state=State.REQUESTED)
    client, address = signed_in(bram), f"/netwerken/{network.slug}/begeleiding/aanmeldingen/{request.pk}/"

    refused, done = client.post(address, {"reason": ""}), client.post(address, {"reason": "Vol."})

    assert (refused.status_code, done.url) == (422, network.cockpit_url)
    request.refresh_from_db()
    assert (request.state, request.decline_reason) == (State.DECLINED, "Vol.")
    again = signed_in(request.person).get(network.enrol_url).content.decode()
    assert "<p>Vol.</p>" in again, "who thinks of signing up again reads why"


def test_the_facilitator_records_who_was_there(network, bram, sanne):
    meeting = MeetingFactory(series__network=network, starts_at=timezone.now() - timedelta(days=1))
    absent = EnrolmentFactory(network=network)
    own = sanne.enrolments.get()
    marks = {f"enrolment-{own.pk}": "present", f"enrolment-{absent.pk}": ""}

    signed_in(bram).post(f"/netwerken/{network.slug}/begeleiding/bijeenkomsten/{meeting.pk}/", marks)

    mark = Attendance.objects.get()
    assert (mark.enrolment, mark.state, mark.recorded_by) == (own, "present", bram)


def test_attendance_waits_for_the_meeting(network, bram):
    meeting = MeetingFactory(series__network=network)

    page = signed_in(bram).get(f"/netwerken/{network.slug}/begeleiding/bijeenkomsten/{meeting.pk}/")

    assert page.status_code == 409


@pytest.mark.parametrize(
    ("address", "role", "most"),
    [
        ("/netwerken/", "visitor", 16),
        ("/netwerken/{slug}/", "visitor", 20),
        ("/netwerken/{slug}/", "participant", 28),
        ("/netwerken/{slug}/ruimte/", "participant", 34),
        ("/netwerken/{slug}/begeleiding/", "facilitator", 34),
        ("/netwerken/{slug}/begeleiding/bijeenkomsten/{meeting}/", "facilitator", 26),
    ],
)
def test_queries_do_not_grow(address, role, most, client_as, network, django_assert_max_num_queries):
    series = SeriesFactory(network=network)
    meetings = [MeetingFactory(series=series, starts_at=timezone.now() - timedelta(days=day)) for day in range(1, 6)]
    for _number in range(12):
        EnrolmentFactory(network=network)
    for _number in range(4):
        MeetingFactory(series__network=NetworkFactory(themes=[ThemeFactory()]))
    client = client_as(role)
    client.get(address.format(slug=network.slug, meeting=meetings[0].pk))

    with django_assert_max_num_queries(most):
        assert client.get(address.format(slug=network.slug, meeting=meetings[0].pk)).status_code == 200


def test_the_series_that_meets_first_stands_first_and_what_was_last(network, sanne):
    now = timezone.now()
    begins = {"Geweest": -30, "Later": 60, "Eerst": 7, "Nog langer geleden": -90}
    for title, days in begins.items():
        starts_at = now + timedelta(days=days)
        series = SeriesFactory(network=network, title=title)
        MeetingFactory(series=series, starts_at=starts_at, ends_at=starts_at + timedelta(hours=3))
    SeriesFactory(network=network, title="Zonder dagen")

    text = signed_in(sanne).get(network.space_url.replace("ruimte", "bijeenkomsten")).content.decode()

    titles = ("Eerst", "Later", "Zonder dagen", "Nog langer geleden", "Geweest")
    places = [text.index(f">{title}</h3>") for title in titles]
    assert places == sorted(places)
