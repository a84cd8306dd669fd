"""Meetings as calendars understand them (iCalendar, RFC 5545) and as mail invites to them (iTIP, RFC 5546)."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Component, Event, vCalAddress, vDatetime

from accounts.languages import in_language
from accounts.models import User
from core.printable import one_line, printable
from networks.models import Meeting
from networks.walltime import AMSTERDAM

EventsOf = Callable[[User], Iterable[Event]]
PRODUCT = "-//Leernetwerk//networks//NL"
# Spelled out with its rules: calendars then show 09:30 at 09:30 on both sides of every clock change.
ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


_others: list[EventsOf] = []


def register_events(events_of: EventsOf) -> None:
    """`events_of(person)` tells what else stands in the person's own calendar, in the language that is active."""
    _others.append(events_of)


def others_of(person: User) -> list[Event]:
    """What other apps put into the person's own calendar."""
    return [event for events_of in _others for event in events_of(person)]


def calendar_of(
    meetings: Iterable[Meeting], *, language: str, inside: bool, title: str = "", others: Iterable[Event] = ()
) -> bytes:
    """The dated meetings, and other events, as a calendar file.

    inside: also what is for participants, such as the online address.
    """
    calendar = empty_calendar("PUBLISH")
    if title:
        calendar.add("X-WR-CALNAME", one_line(title))
        calendar.add("X-WR-TIMEZONE", "Europe/Amsterdam")
        calendar.add("REFRESH-INTERVAL", timedelta(hours=1), parameters={"VALUE": "DURATION"})
        calendar.add("X-PUBLISHED-TTL", "PT1H")
    for meeting in meetings:
        if meeting.starts_at:
            calendar.add_component(_event(meeting, language, inside, goes_on=_goes_on(meeting)))
    for event in others:
        calendar.add_component(event)
    return calendar.to_ical()


def invitation(
    meeting: Meeting, *, name: str, email: str, language: str, url: str | None = None, expected: bool = True
) -> tuple[str, bytes]:
    """The method, REQUEST or CANCEL, and the file that puts the meeting into somebody's calendar, or out of it.

    url: where the person reads about the meeting; without it the page for participants, with the online address.
    expected: whether the person may come (any more). One meeting and one person per file (ADR 0023).
    """
    goes_on = expected and _goes_on(meeting)
    method = "REQUEST" if goes_on else "CANCEL"
    event = _event(meeting, language, inside=expected and url is None, url=url, goes_on=goes_on)
    event["DTSTAMP"] = vDatetime(timezone.now())  # when this file was made: of two with one SEQUENCE the last counts
    network = meeting.series.network
    event.add("ORGANIZER", address_of(network.title, network.contact_email or sender()))
    attendee = address_of(name, email)
    attendee.params |= {"ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "FALSE"}
    event.add("ATTENDEE", attendee, encode=False)
    calendar = empty_calendar(method)
    calendar.add_component(event)
    return method, calendar.to_ical()


def empty_calendar(method: str) -> Calendar:
    """A calendar that knows the zone of our times; what goes into it is added."""
    calendar = Calendar()
    calendar.add("PRODID", PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", method)
    calendar.add_component(Component.from_ical(ZONE))
    return calendar


def _goes_on(meeting: Meeting) -> bool:
    return meeting.starts_at is not None and not meeting.is_cancelled


def _event(meeting: Meeting, language: str, inside: bool, *, goes_on: bool, url: str | None = None) -> Event:
    network = meeting.series.network
    url = url or settings.BASE_URL + in_language(meeting.url if inside else network.get_absolute_url(), language)
    event = Event()
    event.add("UID", f"meeting-{meeting.pk}@{host()}")
    event.add("SEQUENCE", meeting.sequence)
    event.add("DTSTAMP", meeting.changed_at)
    event.add("LAST-MODIFIED", meeting.changed_at)
    event.add("SUMMARY", one_line(f"{network.title}: {meeting.name}"))
    if meeting.starts_at and meeting.ends_at:
        event["DTSTART"], event["DTEND"] = local_time(meeting.starts_at), local_time(meeting.ends_at)
    event.add("STATUS", "CONFIRMED" if goes_on else "CANCELLED")
    event.add("TRANSP", "OPAQUE" if goes_on else "TRANSPARENT")
    event.add("LOCATION", printable(meeting.where_in_words))
    event.add("DESCRIPTION", printable("\n\n".join(_lines(meeting, inside, url))))
    event.add("URL", url)
    return event


def _lines(meeting: Meeting, inside: bool, url: str) -> Iterable[str]:
    if meeting.cancel_reason and meeting.is_cancelled and inside:
        yield meeting.cancel_reason
    if meeting.travel:
        yield meeting.travel
    if inside and meeting.online_url:
        yield _("Join online: %(url)s") % {"url": meeting.online_url}
    yield _("Read more: %(url)s") % {"url": url}


def local_time(moment: datetime) -> vDatetime:
    """The moment as it stands on the clock at school."""
    return vDatetime(moment.astimezone(AMSTERDAM), params={"TZID": "Europe/Amsterdam"})


def host() -> str:
    """By which what we put into calendars is told from what others do."""
    return str(urlsplit(settings.BASE_URL).hostname)


def sender() -> str:
    """The mail address of the platform itself."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


def address_of(name: str, email: str) -> vCalAddress:
    """Somebody who invites or is invited."""
    address = vCalAddress(f"mailto:{email}")
    address.params["CN"] = one_line(name).replace('"', "'")
    return address
