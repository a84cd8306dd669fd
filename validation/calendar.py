"""A validation talk as calendars understand it, and as mail invites to it; built as networks builds meetings."""

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Event, vDatetime

from accounts.languages import in_language
from accounts.models import User
from core.printable import one_line, printable
from networks.calendar import address_of, empty_calendar, host, local_time, sender
from validation.models import Talk
from validation.talking import talk_url


def invitation(talk: Talk, person: User, *, url: str, publish: bool = False) -> tuple[str, bytes]:
    """The method, REQUEST or CANCEL, and the file that puts the talk into the person's calendar, or out of it.

    url: where the person reads about it. publish: as a file to download, which asks nothing.
    """
    goes_on = talk.is_planned or talk.state == Talk.State.HELD
    event = _event(talk, in_language(url, person.language), goes_on=goes_on)
    method = "PUBLISH" if publish else "REQUEST" if goes_on else "CANCEL"
    if not publish:
        programme = talk.case.version.programme
        event["DTSTAMP"] = vDatetime(timezone.now())  # of two with one SEQUENCE the last made counts
        event.add("ORGANIZER", address_of(programme.organisation, programme.contact or sender()))
        attendee = address_of(person.name, person.email)
        attendee.params |= {"ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "FALSE"}
        event.add("ATTENDEE", attendee, encode=False)
    calendar = empty_calendar(method)
    calendar.add_component(event)
    return method, calendar.to_ical()


def talks_of(person: User) -> list[Event]:
    """The talks in which the person takes part, for the own calendar; in a fixed number of queries."""
    own = Talk.objects.exclude(state=Talk.State.CANCELLED).filter(Q(case__person=person) | Q(assessors=person))
    return [
        _event(
            talk, in_language(talk_url(talk.case, talk.about.all()[0].theme_id, person), person.language), goes_on=True
        )
        for talk in own.distinct().with_people()
    ]


def _event(talk: Talk, url: str, *, goes_on: bool) -> Event:
    event = Event()
    address = settings.BASE_URL + url
    lines = [_("Join online: %(url)s") % {"url": talk.online_url}] if talk.online_url else []
    lines.append(_("Read more: %(url)s") % {"url": address})
    event.add("UID", f"validation-talk-{talk.pk}@{host()}")
    event.add("SEQUENCE", talk.sequence)
    event.add("DTSTAMP", talk.changed_at)
    event.add("LAST-MODIFIED", talk.changed_at)
    event.add("SUMMARY", one_line(_("Validation talk: %(person)s") % {"person": talk.case.person.name}))
    event["DTSTART"], event["DTEND"] = local_time(talk.starts_at), local_time(talk.ends_at)
    event.add("STATUS", "CONFIRMED" if goes_on else "CANCELLED")
    event.add("TRANSP", "OPAQUE" if goes_on else "TRANSPARENT")
    event.add("LOCATION", printable(talk.where))
    event.add("DESCRIPTION", printable("\n\n".join(lines)))
    event.add("URL", address)
    return event
