"""What people choose to hear of, kind by kind."""

import pytest

from core.errors import InvalidInput
from notifications.choosing import choices_of, choose
from notifications.models import Notification
from notifications.services import notify

PATH = "/mijn/meldingen/instellingen/"
FILLED = {"test.welcome": "daily", "test.quiet": "off", "hour": "16", "weekday": "4"}


def test_each_kind_and_the_moment_are_chosen(client, sanne):
    client.force_login(sanne)

    assert client.post(PATH, FILLED).status_code == 302

    assert choices_of(sanne) == {"test.welcome": "daily", "test.quiet": "off"}
    assert (sanne.digest_moment.hour, sanne.digest_moment.weekday) == (16, 4)
    assert client.get(PATH).content.decode().count("selected") == 7


@pytest.mark.parametrize(
    "wrong",
    [{"test.welcome": "off"}, {"test.quiet": "hourly\x00"}, {"hour": "24"}, {"weekday": ""}, {"test.welcome": ""}],
)
def test_what_cannot_be_chosen_changes_nothing(client, sanne, wrong):
    client.force_login(sanne)

    page = client.post(PATH, FILLED | wrong)

    assert (page.status_code, "field--error" in page.content.decode()) == (200, True)
    assert not sanne.mail_preferences.exists()


def test_what_people_must_know_cannot_be_switched_off(sanne):
    with pytest.raises(InvalidInput):
        choose(person=sanne, wanted={"test.welcome": "off"})


def test_news_that_is_off_is_not_in_the_inbox_either(sanne, bram):
    choose(person=sanne, wanted={"test.quiet": "off"})

    notify([sanne, bram], "test.quiet", url="/")

    assert [news.recipient for news in Notification.objects.all()] == [bram]
