import pytest

from networks.models import Enrolment
from resources.models import Practice
from tests.factories.networks import EnrolmentFactory, MeetingFactory, NetworkFactory, SeriesFactory
from tests.factories.people import UserFactory

pytestmark = pytest.mark.usefixtures("home_page")


@pytest.fixture
def sanne(client):
    person = UserFactory(first_name="Sanne")
    client.force_login(person)
    return person


def take_part(person, number=1):
    for _ in range(number):
        network = NetworkFactory()
        MeetingFactory(series=SeriesFactory(network=network), place="De Vlinder")
        EnrolmentFactory(network=network, person=person)
        Practice.objects.create(title="Toetsweek", slug=f"toetsweek-{network.pk}", contributor=person, network=network)


def test_a_visitor_signs_in_first(client):
    response = client.get("/mijn/")

    assert response.status_code == 302
    assert response["Location"] == "/account/login/?next=/mijn/"


def test_a_newcomer_is_invited(client, sanne):
    NetworkFactory(title="Flexibel toetsen")

    page = client.get("/mijn/").text

    assert "Flexibel toetsen" in page
    assert 'href="/praktijkvoorbeelden/bijdragen/"' in page


def test_a_participant_sees_what_is_asked_and_what_comes(client, sanne):
    take_part(sanne)
    network = sanne.enrolments.get().network

    page = client.get("/mijn/").text

    assert network.space_url in page
    assert page.count('class="obligation ') == 4
    assert "De Vlinder" in page
    assert "Toetsweek" in page


def test_who_waits_reads_so(client, sanne):
    EnrolmentFactory(person=sanne, state=Enrolment.State.WAITING)

    page = client.get("/mijn/").text

    assert "wachtlijst" in page
    assert "obligation--" not in page


def test_a_facilitator_sees_who_waits_for_a_decision(client, sanne):
    network = NetworkFactory(facilitators=[sanne])
    EnrolmentFactory(network=network, state=Enrolment.State.REQUESTED)

    page = client.get("/mijn/").text

    assert network.cockpit_url in page
    assert "1 aanmelding wacht op u" in page


def test_nobody_sees_the_networks_of_another(client, sanne):
    take_part(UserFactory())

    assert "Toetsweek" not in client.get("/mijn/").text


def test_more_networks_cost_no_more_queries(client, sanne, django_assert_max_num_queries):
    take_part(sanne, number=5)

    with django_assert_max_num_queries(40):
        client.get("/mijn/")
