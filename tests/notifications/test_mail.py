from django.conf import settings

from notifications.mail import compose_notification
from notifications.models import Notification
from notifications.services import notify
from tests.factories.people import UserFactory


def composed(person, url="/netwerken/toetsing/", **params):
    params = {"name": "Kees", "network": "Toetsing"} | params
    notify([person], "test.welcome", url=url, params=params)
    return compose_notification(Notification.objects.get())


def test_text_and_html_hold_the_whole_link(sanne):
    mail = composed(sanne)

    [(page, kind)] = mail.alternatives
    assert kind == "text/html"
    for body in (mail.body, page):
        assert f"{settings.BASE_URL}/netwerken/toetsing/" in body
        assert "Say hello to Kees." in body


def test_a_reader_of_english_gets_english_and_english_pages(db):
    mail = composed(UserFactory(first_name="Ann", language="en"))

    assert "Hello Ann," in mail.body
    assert f"{settings.BASE_URL}/en/netwerken/toetsing/" in mail.body
    assert f"{settings.BASE_URL}/en/mijn/meldingen/instellingen/" in mail.body


def test_a_dutch_reader_gets_dutch_pages_whoever_caused_the_news(sanne):
    mail = composed(sanne, url="/en/netwerken/toetsing/")

    assert "Dag Sanne," in mail.body
    assert f"{settings.BASE_URL}/netwerken/toetsing/" in mail.body


def test_words_of_others_are_no_html_and_no_header(sanne):
    mail = composed(sanne, name="<b>Kees</b>\r\nBcc: x@y.example")

    assert "<b>Kees" not in mail.alternatives[0][0]
    assert "\n" not in mail.subject
    assert mail.message()["Bcc"] is None


def test_styles_are_in_the_elements(sanne):
    assert 'class="action" style="' in composed(sanne).alternatives[0][0]
