"""Dates are written as people here write them, in the forms and lists of the workplace, and come back as they were."""

import re
from datetime import UTC, date, datetime

import pytest

from networks.models import SchoolHoliday, Series
from tests.workplace.test_access import TABLE, filled

ISO = re.compile(r'>[^<]*\d{4}-\d\d-\d\d[^<]*<|\bvalue="\d{4}-\d\d-\d\d')
LANGUAGES = ("nl", "en")


@pytest.fixture(params=LANGUAGES)
def editor(request, browser_as, people):
    people["administrator"].language = request.param
    people["administrator"].save()
    return browser_as("administrator")


def without_scripts(answer):
    return re.sub(r"(?s)<script.*?</script>|<time.*?</time>", "", answer.content.decode())


def test_no_page_shows_the_date_of_a_computer(editor, something):
    addresses = [filled(address, something) for address in TABLE if "choose" not in address]

    found = {at: ISO.findall(without_scripts(editor.get(at))) for at in addresses}

    assert {at: dates for at, dates in found.items() if dates} == {}


def test_a_day_comes_back_as_it_was_typed(editor, people):
    data = {"name": "Herfstvakantie", "region": "north", "starts_on": "15-10-2033", "ends_on": "23-10-2033"}
    data["region"] = SchoolHoliday.objects.first().region

    editor.post("/admin/snippets/networks/schoolholiday/add/", data)

    made = SchoolHoliday.objects.get(name="Herfstvakantie", starts_on=date(2033, 10, 15))
    assert made.ends_on == date(2033, 10, 23)
    page = editor.get(f"/admin/snippets/networks/schoolholiday/edit/{made.pk}/").content.decode()
    assert 'value="15-10-2033"' in page


def test_a_moment_comes_back_as_it_was_typed(editor, network):
    meeting = {"number": 1, "starts_at": "29-11-2027 13:30", "ends_at": "29-11-2027 16:00", "state": "planned"}
    data = {"network": network.pk, "title": "Herfst", "meetings-TOTAL_FORMS": 1, "meetings-INITIAL_FORMS": 0}

    answer = editor.post(
        "/admin/snippets/networks/series/add/", data | {f"meetings-0-{name}": value for name, value in meeting.items()}
    )

    assert answer.status_code == 302, answer.context["form"].formsets["meetings"].errors
    series = Series.objects.get(title="Herfst")
    assert series.meetings.get().starts_at == datetime(2027, 11, 29, 12, 30, tzinfo=UTC)
    page = editor.get(f"/admin/snippets/networks/series/edit/{series.pk}/").content.decode()
    assert 'value="29-11-2027 13:30"' in page
