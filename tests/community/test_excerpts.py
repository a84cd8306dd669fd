"""The beginning of a message in overviews and mail: its author's own words."""

import pytest

from community.excerpts import excerpt_of
from community.mailed.exchanges import of_post
from notifications.models import Notification
from tests.community.conftest import say
from tests.community.groups import group_of, talk_in

pytestmark = pytest.mark.django_db
QUOTE = "<blockquote><p>Sanne:</p><blockquote><p>Vroeger</p></blockquote><p>Vertel eens.</p></blockquote>"


@pytest.mark.parametrize(
    ("body", "excerpt"),
    [
        (f"{QUOTE}<p>Graag!</p><ul><li><p>Eerst</p></li><li><p>Dan</p></li></ul>", "Graag!\nEerst\nDan"),
        (QUOTE, "Sanne:\nVroeger\nVertel eens."),
        ("<p>Een lang verhaal over toetsen</p>", "Een lang verhaal ov…"),
    ],
)
def test_a_quote_is_not_what_its_author_says(body, excerpt, thread, imke):
    assert excerpt_of(say(thread, imke, body), 20 if "lang" in body else 100) == excerpt


def test_mail_marks_what_is_quoted(thread, sanne, imke, settings):
    settings.REPLY_DOMAIN = "antwoord.example"
    say(thread, imke, f"{QUOTE}<p>Graag!</p>")

    told = of_post(Notification.objects.get(recipient=sanne))
    assert told.said == "> Sanne:\n>\n> > Vroeger\n>\n> Vertel eens.\n\nGraag!"
    assert told.in_short == "Graag!"
    assert "Iedereen in het netwerk" in told.readers


def test_mail_of_a_group_says_who_reads_the_answer(network, sanne, imke, settings):
    settings.REPLY_DOMAIN = "antwoord.example"
    thread = talk_in(group_of(network, sanne, imke), sanne)
    say(thread, imke)

    news = Notification.objects.get(recipient=sanne, kind="post.replied")
    assert "Alleen de leden van de groep" in of_post(news).readers
