"""The contact form: to the organisation, kindly, and not for programs."""

import pytest
from django.core import mail
from django.core.cache import cache

from home.models import ContactPage, Organisation
from tests.factories.pages import publish
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
QUESTION = {
    "name": "Sanne de Vries",
    "email": "sanne@scholen.example",
    "subject": "Kan ik later instappen?",
    "message": "De reeks loopt al.\nMag dat?",
    "website": "",
}


@pytest.fixture
def contact(home_page):
    cache.clear()
    Organisation(name="Leernetwerk", contact_email="vragen@leernetwerk.example").save()
    return publish(home_page, ContactPage(title="Contact", slug="contact", thanks="<p>Binnen vijf dagen.</p>"))


def test_a_question_goes_to_the_organisation_and_its_answer_to_who_asked(client, contact):
    response = client.post("/contact/", QUESTION, follow=True)

    [letter] = mail.outbox
    assert letter.to == ["vragen@leernetwerk.example"]
    assert letter.reply_to == ["sanne@scholen.example"]
    assert letter.subject == "Vraag: Kan ik later instappen?"
    assert "De reeks loopt al.\nMag dat?" in letter.body
    assert "Uw bericht is verstuurd." in response.text
    assert "Binnen vijf dagen." in response.text
    assert "<form method" not in response.text


def test_what_is_wrong_is_said_at_the_field_and_what_was_typed_stays(client, contact):
    response = client.post("/contact/", QUESTION | {"email": "sanne", "subject": ""})

    assert response.status_code == 422
    assert 'value="sanne"' in response.text
    assert "De reeks loopt al." in response.text
    assert 'href="#id_email"' in response.text
    assert mail.outbox == []


@pytest.mark.parametrize("field", ["name", "subject", "email"])
def test_no_line_break_gets_into_the_head_of_a_mail(client, contact, field):
    client.post("/contact/", QUESTION | {field: f"{QUESTION[field]}\r\nBcc: veel@elders.example"})

    assert all("Bcc" not in letter.message() for letter in mail.outbox)


def test_a_program_is_thanked_and_not_listened_to(client, contact):
    response = client.post("/contact/", QUESTION | {"website": "https://elders.example"})

    assert response.status_code == 302
    assert mail.outbox == []


def test_who_sends_too_much_waits(client, contact):
    for _number in range(5):
        assert client.post("/contact/", QUESTION).status_code == 302

    response = client.post("/contact/", QUESTION)

    assert response.status_code == 422
    assert "Wacht een uur" in response.text
    assert "De reeks loopt al." in response.text
    assert len(mail.outbox) == 5


def test_a_mail_server_that_fails_is_told_and_nothing_typed_is_lost(client, contact, monkeypatch):
    def fail(*args, **kwargs):
        raise OSError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", fail)

    response = client.post("/contact/", QUESTION)

    assert response.status_code == 422
    assert "kon net niet worden verstuurd" in response.text
    assert "De reeks loopt al." in response.text


def test_who_is_signed_in_finds_name_and_address_filled_in(client, contact):
    person = UserFactory(first_name="Kees", email="kees@scholen.example")
    client.force_login(person)

    assert 'value="kees@scholen.example"' in client.get("/contact/").text


def test_without_an_address_there_is_no_form(client, contact):
    Organisation.objects.update(contact_email="")

    assert "<textarea" not in client.get("/contact/").text
    assert client.post("/contact/", QUESTION).status_code == 200
    assert mail.outbox == []
