from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation

from core.templatetags.core_tags import initials, meeting_time

START = datetime(2018, 9, 10, 7, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "maandag 10 september 2018, 09.30\N{WORD JOINER}\N{EN DASH}\N{WORD JOINER}12.30\N{NO-BREAK SPACE}uur"),
        ("en", "Monday 10 September 2018, 09:30\N{WORD JOINER}\N{EN DASH}\N{WORD JOINER}12:30"),
    ],
)
def test_a_meeting_is_shown_in_local_time(language, text):
    with translation.override(language):
        shown = meeting_time(START, START + timedelta(hours=3))

    assert text in shown
    assert 'datetime="2018-09-10T09:30:00+02:00"' in shown


def test_winter_time_is_an_hour_less():
    with translation.override("nl"):
        assert "09.30" in meeting_time(datetime(2018, 11, 5, 8, 30, tzinfo=UTC))


@pytest.mark.parametrize(("name", "expected"), [("Sanne de Vries", "SV"), ("Bram", "B"), ("", "")])
def test_an_avatar_shows_two_initials_at_most(name, expected):
    assert initials(name) == expected
