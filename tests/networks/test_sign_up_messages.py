"""A facilitator asks something about a sign-up before deciding; who signed up answers."""

import uuid

import pytest

from networks import services
from networks.errors import AlreadyDecided
from networks.models import Enrolment, SignUpMessage
from notifications.models import Notification
from tests.factories.networks import EnrolmentFactory
from tests.networks.conftest import signed_in

State = Enrolment.State


@pytest.fixture
def rita(network):
    return EnrolmentFactory(network=network, state=State.REQUESTED, person__first_name="Rita")


def test_both_sides_are_told(rita, bram):
    services.write_about_sign_up(enrolment=rita, author=bram, text="Voor welk leerjaar?")
    services.write_about_sign_up(enrolment=rita, author=rita.person, text="Voor de bovenbouw.")

    assert Notification.objects.get(recipient=rita.person).kind == "enrolment.asked"
    assert Notification.objects.get(recipient=bram).kind == "enrolment.answered"


def test_the_same_message_twice_is_one(rita, bram):
    key = uuid.uuid4()
    first = services.write_about_sign_up(enrolment=rita, author=bram, text="Voor welk leerjaar?", key=key)

    assert services.write_about_sign_up(enrolment=rita, author=bram, text="Voor welk leerjaar?", key=key) == first
    assert SignUpMessage.objects.count() == 1


def test_after_the_decision_nobody_writes(rita, bram):
    services.accept_enrolment(enrolment=rita, by=bram)

    with pytest.raises(AlreadyDecided):
        services.write_about_sign_up(enrolment=rita, author=rita.person, text="Nog iets.")


def test_asking_and_answering_on_the_pages(network, rita, bram):
    page = f"{network.cockpit_url}aanmeldingen/{rita.pk}/"
    signed_in(bram).post(f"{page}vragen/", {"text": "<i>Welk</i> leerjaar?", "key": uuid.uuid4()})
    assert "&lt;i&gt;Welk&lt;/i&gt; leerjaar?" in signed_in(rita.person).get(network.enrol_url).text

    signed_in(rita.person).post(f"{network.enrol_url}bericht/", {"text": "De bovenbouw.", "key": uuid.uuid4()})

    assert "De bovenbouw." in signed_in(bram).get(page).text


def test_an_empty_message_is_refused_at_the_field(network, rita, bram):
    page = f"{network.cockpit_url}aanmeldingen/{rita.pk}/vragen/"

    answer = signed_in(bram).post(page, {"text": " ", "key": uuid.uuid4()})

    assert answer.status_code == 422
    assert "text" in answer.context["question"].errors


@pytest.mark.parametrize(
    ("role", "status"), [("visitor", 302), ("outsider", 404), ("participant", 403), ("other facilitator", 404)]
)
def test_only_facilitators_ask(role, status, client_as, network, rita):
    address = f"{network.cockpit_url}aanmeldingen/{rita.pk}/vragen/"

    assert client_as(role).post(address, {"text": "Hoi", "key": uuid.uuid4()}).status_code == status
