"""How days and hours are written in each language, always as they stand on the clock at school."""

from datetime import datetime, time

from django.conf import settings
from django.utils import formats, timezone
from django.utils.translation import get_language

HOURS = {"nl": "H.i"}


def clock_time(moment: datetime | time) -> str:
    """Hours and minutes in local time, as the language writes them: "09.30", "09:30"."""
    here = timezone.localtime(moment) if isinstance(moment, datetime) else moment
    language = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    return formats.time_format(here, HOURS.get(language, "H:i"))


def day_and_clock(moment: datetime | None, day: str = "j F Y") -> str:
    """Day and time: "10 september 2018, 09.30"; nothing for no moment, as templates expect."""
    if moment is None:
        return ""
    return f"{formats.date_format(timezone.localtime(moment), day)}, {clock_time(moment)}"
