"""The code on the facilitator's screen: it changes every minute, so that only who is in the room can know it."""

import hmac
from datetime import datetime

from django.utils import timezone
from django.utils.crypto import salted_hmac

from networks.models import Meeting

PERIOD = 60  # seconds
STILL_VALID = 3  # periods: time to read it, sign in and send it
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # nothing that looks like something else
LENGTH = 6


def code_of(meeting: Meeting, moment: datetime | None = None) -> str:
    """The code for this meeting now; nothing is stored."""
    return _code(meeting, _period(moment or timezone.now()))


def is_valid(meeting: Meeting, code: str) -> bool:
    """Whether the code was on the screen in the last minutes."""
    given = code.strip().upper().encode()
    period = _period(timezone.now())
    return any(hmac.compare_digest(_code(meeting, period - age).encode(), given) for age in range(STILL_VALID))


def _period(moment: datetime) -> int:
    return int(moment.timestamp()) // PERIOD


def _code(meeting: Meeting, period: int) -> str:
    digest = salted_hmac("networks.check_in", f"{meeting.pk}:{period}", algorithm="sha256").digest()
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest[:LENGTH])
