"""Talks and dialogues as calendars understand them, and as mail invites to them; built as networks builds meetings."""

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Event, vDatetime

from accounts.languages import in_language
from accounts.models import User
from core.printable import one_line, printable
from networks.calendar import address_of, empty_calendar, host, local_time, sender
from validation.models import Dialogue, GuidanceTalk, Programme, Talk
from validation.talking import talk_url


def invitation(talk: Talk, person: User, *, url: str, publish: bool = False) -> tuple[str, bytes]:
    """The method, REQUEST or CANCEL, and the file that puts the talk into the person's calendar, or out of it.

    url: where the person reads about it. publish: as a file to download, which asks nothing.
    """
    goes_on = talk.is_planned or talk.state == Talk.State.HELD
    event = _talk(talk, in_language(url, person.language), goes_on=goes_on)
    return _file(event, talk.case.version.programme, person, goes_on=goes_on, publish=publish)


def dialogue_invitation(dialogue: Dialogue, person: User, *, goes_on: bool, publish: bool = False) -> tuple[str, bytes]:
    """The same for a dialogue. goes_on: also for this person, who may be in it no more."""
    event = _dialogue(dialogue, person, goes_on=goes_on)
    return _file(event, dialogue.version.programme, person, goes_on=goes_on, publish=publish)


def guidance_invitation(talk: GuidanceTalk, person: User, *, publish: bool = False) -> tuple[str, bytes]:
    """The same for an intake or a progress talk."""
    goes_on = talk.state != GuidanceTalk.State.CANCELLED
    event = _guidance(talk, person, goes_on=goes_on)
    return _file(event, talk.case.version.programme, person, goes_on=goes_on, publish=publish)


def talks_of(person: User) -> list[Event]:
    """The talks in which the person takes part, for the own calendar; in a fixed number of queries."""
    own = Talk.objects.exclude(state=Talk.State.CANCELLED).filter(Q(case__person=person) | Q(assessors=person))
    return [
        _talk(
            talk, in_language(talk_url(talk.case, talk.about.all()[0].theme_id, person), person.language), goes_on=True
        )
        for talk in own.distinct().with_people()
    ]


def dialogues_of(person: User) -> list[Event]:
    """The dialogues in which the person takes part or that the person guides; in a fixed number of queries."""
    rows = Dialogue.objects.attended_by(person) | Dialogue.objects.guided_by(person)
    return [_dialogue(it, person, goes_on=True) for it in rows.distinct().select_related("version__programme")]


def guidance_of(person: User) -> list[Event]:
    """The intakes and progress talks in which the person takes part; in a fixed number of queries."""
    return [_guidance(it, person, goes_on=True) for it in GuidanceTalk.objects.of(person).with_people()]


def _file(event: Event, programme: Programme, person: User, *, goes_on: bool, publish: bool) -> tuple[str, bytes]:
    method = "PUBLISH" if publish else "REQUEST" if goes_on else "CANCEL"
    if not publish:
        event["DTSTAMP"] = vDatetime(timezone.now())  # of two with one SEQUENCE the last made counts
        event.add("ORGANIZER", address_of(programme.organisation, programme.contact or sender()))
        attendee = address_of(person.name, person.email)
        attendee.params |= {"ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "FALSE"}
        event.add("ATTENDEE", attendee, encode=False)
    calendar = empty_calendar(method)
    calendar.add_component(event)
    return method, calendar.to_ical()


def _talk(talk: Talk, url: str, *, goes_on: bool) -> Event:
    summary = _("Validation talk: %(person)s") % {"person": talk.case.person.name}
    return _event(talk, url, f"validation-talk-{talk.pk}", summary, goes_on=goes_on)


def _guidance(talk: GuidanceTalk, person: User, *, goes_on: bool) -> Event:
    summary = _("%(what)s: %(person)s") % {"what": talk.get_kind_display(), "person": talk.case.person.name}
    url = in_language(talk.url, person.language)
    return _event(talk, url, f"validation-guidance-{talk.pk}", summary, goes_on=goes_on)


def _dialogue(dialogue: Dialogue, person: User, *, goes_on: bool) -> Event:
    summary = _("Dialogue: %(programme)s") % {"programme": dialogue.version.programme.label}
    url = in_language(dialogue.url, person.language)
    return _event(dialogue, url, f"validation-dialogue-{dialogue.pk}", summary, goes_on=goes_on)


def _event(talk: Talk | Dialogue | GuidanceTalk, url: str, name: str, summary: str, *, goes_on: bool) -> Event:
    event = Event()
    address = settings.BASE_URL + url
    lines = [_("Join online: %(url)s") % {"url": talk.online_url}] if talk.online_url else []
    lines.append(_("Read more: %(url)s") % {"url": address})
    event.add("UID", f"{name}@{host()}")
    event.add("SEQUENCE", talk.sequence)
    event.add("DTSTAMP", talk.changed_at)
    event.add("LAST-MODIFIED", talk.changed_at)
    event.add("SUMMARY", one_line(summary))
    event["DTSTART"], event["DTEND"] = local_time(talk.starts_at), local_time(talk.ends_at)
    event.add("STATUS", "CONFIRMED" if goes_on else "CANCELLED")
    event.add("TRANSP", "OPAQUE" if goes_on else "TRANSPARENT")
    event.add("LOCATION", printable(talk.where))
    event.add("DESCRIPTION", printable("\n\n".join(lines)))
    event.add("URL", address)
    return event
