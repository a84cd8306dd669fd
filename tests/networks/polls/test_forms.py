"""What a facilitator fills in for a poll."""

from networks.forms.polls import DateFormSet


def test_rows_that_are_left_as_they_were_are_no_dates():
    management = {"dates-TOTAL_FORMS": "2", "dates-INITIAL_FORMS": "0"}
    hours = {f"dates-{row}-{name}": clock for row in (0, 1) for name, clock in (("starts", "09:30"), ("ends", "12:30"))}
    form = DateFormSet(management | hours | {"dates-0-day": "2030-03-04"}, prefix="dates")

    assert form.is_valid(), form.errors
