"""A facilitator writes to a selection of the participants."""

import uuid

import pytest
from django.core import mail

from core.errors import InvalidInput
from networks import services
from networks.errors import NobodyChosen
from networks.models import FacilitatorMessage
from notifications.models import Notification
from tests.factories.networks import EnrolmentFactory
from tests.networks.conftest import signed_in


def write(network, bram, *people, **changes):
    given = {"subject": "Maandag", "text": "Neem uw PTA mee.", "key": uuid.uuid4()} | changes
    return services.write_to_members(network=network, by=bram, members=[it.pk for it in people], **given)


def test_only_the_chosen_are_told(network, bram, sanne, django_capture_on_commit_callbacks):
    other = EnrolmentFactory(network=network).person
    with django_capture_on_commit_callbacks(execute=True):
        write(network, bram, sanne)

    assert [message.to for message in mail.outbox] == [[sanne.email]]
    assert "Neem uw PTA mee." in mail.outbox[0].body
    assert not Notification.objects.filter(recipient=other).exists()


def test_the_same_message_twice_is_sent_once(network, bram, sanne):
    key = uuid.uuid4()

    assert write(network, bram, sanne, key=key) == write(network, bram, sanne, key=key)
    assert Notification.objects.filter(recipient=sanne).count() == 1


def test_outsiders_get_nothing(network, bram, kees):
    with pytest.raises(NobodyChosen):
        write(network, bram, kees)

    assert not FacilitatorMessage.objects.exists()


@pytest.mark.parametrize("changes", [{"subject": " "}, {"text": "een\x00nul"}, {"subject": "x" * 201}])
def test_what_cannot_be_sent_is_told_at_the_field(network, bram, sanne, changes):
    with pytest.raises(InvalidInput) as refused:
        write(network, bram, sanne, **changes)

    assert set(refused.value.errors) == set(changes)


def test_a_subject_is_one_line(network, bram, sanne):
    assert write(network, bram, sanne, subject="Maandag\r\nBcc: ik@elders.example").subject == (
        "Maandag Bcc: ik@elders.example"
    )


def test_writing_on_the_page(network, bram, sanne):
    page = f"{network.cockpit_url}bericht/"
    client = signed_in(bram)
    refused = client.post(page, {"subject": "Maandag", "text": "Neem mee.", "key": uuid.uuid4()})
    assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["members"])
    assert "Neem mee." in refused.text

    data = {"members": [sanne.pk], "subject": "<b>Maandag</b>", "text": "Neem mee.", "key": uuid.uuid4()}
    sent = client.post(page, data, follow=True)

    assert "Uw bericht ging naar 1 persoon." in sent.text
    assert "&lt;b&gt;Maandag&lt;/b&gt;" in sent.text


@pytest.mark.parametrize(
    ("role", "status"),
    [("visitor", 302), ("outsider", 404), ("participant", 403), ("other facilitator", 404), ("facilitator", 200)],
)
def test_only_facilitators_write(role, status, client_as, network):
    assert client_as(role).get(f"{network.cockpit_url}bericht/").status_code == status
