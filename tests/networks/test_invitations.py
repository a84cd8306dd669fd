"""Who joins, leaves or brings somebody: each calendar holds the meetings at which its owner is expected, no others."""

from datetime import date, time, timedelta

import pytest
import vobject
from django.core import mail
from icalendar import Calendar

from accounts.erasure import erase_account
from accounts.models import User
from networks import services
from networks.models import Enrolment, Meeting
from notifications.choosing import choose
from notifications.digests import send_due_digests
from notifications.mail import send
from notifications.models import Notification
from notifications.services import unread_count
from tests.factories.networks import EnrolmentFactory, MeetingFactory, SeriesFactory

GUEST = {"name": "Petra Groen", "email": "petra@scholen.example"}


class Mailbox:
    """What a calendar program makes of all mail to one address: per meeting the newest that it was told."""

    def __init__(self, email):
        self.told = []
        for message in mail.outbox:
            files = [content for content, mimetype in message.alternatives if mimetype.startswith("text/calendar")]
            if message.to == [email] and files:
                [content] = files  # one mail, one file
                self.told.append(Calendar.from_ical(content))
                self._read_elsewhere(content)

    def _read_elsewhere(self, content):
        """Another library reads the same."""
        [event] = vobject.readOne(content).vevent_list
        ours = self.told[-1].walk("VEVENT")[0]
        assert (event.uid.value, int(event.sequence.value)) == (str(ours["UID"]), ours["SEQUENCE"])

    @property
    def methods(self):
        return [str(it["METHOD"]) for it in self.told]

    @property
    def meetings(self):
        """The UIDs that stay, as the rules of RFC 5546 (2.1.5) have it: an older SEQUENCE changes nothing."""
        newest = {}
        for calendar in self.told:
            [event] = calendar.walk("VEVENT")
            uid, version = str(event["UID"]), (event["SEQUENCE"], event["DTSTAMP"].dt)
            if uid not in newest or version >= newest[uid][0]:
                newest[uid] = version, str(calendar["METHOD"])
        return {uid for uid, (_version, method) in newest.items() if method == "REQUEST"}


@pytest.fixture
def series(network):
    return SeriesFactory(network=network)


@pytest.fixture
def coming(series):
    """Three to come; one that was, one that is cancelled and one without a date belong in nobody's calendar."""
    first = MeetingFactory(series=series, number=2)
    start = first.starts_at
    MeetingFactory(series=series, number=1, starts_at=start - timedelta(days=300))
    MeetingFactory(series=series, number=3, starts_at=start + timedelta(days=1), state=Meeting.State.CANCELLED)
    MeetingFactory(series=series, number=6, starts_at=None, ends_at=None)
    more = [MeetingFactory(series=series, number=it, starts_at=start + timedelta(weeks=it)) for it in (4, 5)]
    return [first, *more]


@pytest.fixture
def mailed(django_capture_on_commit_callbacks):
    """Calls a service, with its mails sent."""

    def mailed(service, **facts):
        with django_capture_on_commit_callbacks(execute=True):
            return service(**facts)

    return mailed


@pytest.fixture
def rita(network, bram, mailed, coming):
    """Accepted while the series runs."""
    enrolment = EnrolmentFactory(network=network, state=Enrolment.State.REQUESTED, person__email="rita@scholen.example")
    mailed(services.accept_enrolment, enrolment=enrolment, by=bram)
    return enrolment


def uids(*meetings):
    return {f"meeting-{it.pk}@127.0.0.1" for it in meetings}


def test_who_joins_a_running_series_gets_the_coming_meetings_one_in_a_mail(rita, coming):
    box = Mailbox("rita@scholen.example")

    assert box.methods == ["REQUEST"] * 3
    assert box.meetings == uids(*coming)
    assert Notification.objects.filter(recipient=rita.person).count() == 1
    welcome, *letters = [it for it in mail.outbox if it.to == ["rita@scholen.example"]]
    assert "Welkom" in welcome.subject
    assert len({it.extra_headers["Message-ID"] for it in [welcome, *letters]}) == 4
    assert "zet de bijeenkomst in uw agenda" in letters[0].body


def test_who_withdraws_loses_the_coming_meetings(rita, coming, mailed):
    mailed(services.withdraw, enrolment=rita)

    box = Mailbox("rita@scholen.example")
    assert box.methods == ["REQUEST"] * 3 + ["CANCEL"] * 3
    assert box.meetings == set()
    assert Notification.objects.filter(recipient=rita.person).latest("pk").kind == "enrolment.left"


def test_who_comes_back_has_them_again_and_hears_of_changes(rita, coming, network, bram, mailed):
    mailed(services.withdraw, enrolment=rita)
    again = EnrolmentFactory(network=network, person=rita.person, state=Enrolment.State.REQUESTED)
    mailed(services.accept_enrolment, enrolment=again, by=bram)
    assert Mailbox("rita@scholen.example").meetings == uids(*coming)

    for meeting in coming:
        meeting.refresh_from_db()
    mailed(services.change_meeting, meeting=coming[0], by=bram, place="Oosterhaven")
    mailed(services.cancel_meeting, meeting=coming[1], by=bram, reason="Ziekte.")

    assert Mailbox("rita@scholen.example").meetings == uids(coming[0], coming[2])


def test_meetings_cancelled_at_once_are_one_piece_of_news_and_leave_the_calendar(coming, network, sanne, bram, mailed):
    mailed(services.close_network, network=network, by=bram)

    told = sanne.notifications.filter(kind__startswith="meeting")
    assert [it.kind for it in told] == ["meetings.cancelled"]
    assert told[0].params["meetings"].count("\n") == 2
    box = Mailbox(sanne.email)
    assert box.methods == ["CANCEL"] * 3
    assert box.meetings == set()


def test_others_follow_after_somebody_left(rita, coming, sanne, bram, mailed):
    mailed(services.change_meeting, meeting=coming[0], by=bram, place="Oosterhaven")
    mailed(services.withdraw, enrolment=rita)
    coming[0].refresh_from_db()
    mailed(services.cancel_meeting, meeting=coming[0], by=bram, reason="Ziekte.")

    sequences = [it.walk("VEVENT")[0]["SEQUENCE"] for it in Mailbox(sanne.email).told]
    assert sequences == sorted(sequences)
    assert Mailbox(sanne.email).meetings == set()


def test_a_facilitator_who_no_longer_takes_part_still_expects_the_meetings(network, bram, coming, mailed):
    own = EnrolmentFactory(network=network, person=bram)

    mailed(services.withdraw, enrolment=own)

    assert "CANCEL" not in Mailbox(bram.email).methods


def test_who_only_waits_is_in_no_calendar(network, coming, mailed):
    waiting = EnrolmentFactory(network=network, state=Enrolment.State.WAITING, person__email="wim@scholen.example")

    mailed(services.withdraw, enrolment=waiting)

    assert Mailbox("wim@scholen.example").told == []


def test_a_place_that_is_kept_brings_invitations_once_it_is_confirmed(network, bram, coming, mailed):
    later = coming[0].starts_at
    kept = EnrolmentFactory(network=network, person__email="kim@scholen.example", confirm_by=later)
    mailed(services.change_meeting, meeting=coming[0], by=bram, place="Oosterhaven")
    assert Mailbox("kim@scholen.example").told == []

    mailed(services.confirm_place, enrolment=kept)
    mailed(services.confirm_place, enrolment=kept)

    assert Mailbox("kim@scholen.example").methods == ["REQUEST"] * 3


def test_who_is_accepted_before_confirming_is_invited_on_confirming(network, bram, coming, mailed):
    later, state = coming[0].starts_at, Enrolment.State.REQUESTED
    kept = EnrolmentFactory(network=network, person__email="kim@scholen.example", confirm_by=later, state=state)
    mailed(services.accept_enrolment, enrolment=kept, by=bram)
    assert Mailbox("kim@scholen.example").told == []

    mailed(services.confirm_place, enrolment=kept)

    assert Mailbox("kim@scholen.example").methods == ["REQUEST"] * 3


def test_a_series_by_rule_is_one_invitation_per_meeting(network, bram, sanne, mailed):
    days = [date(2030, 3, 25), date(2030, 4, 1)]  # around a clock change
    mailed(services.plan_series, network=network, by=bram, title="Reeks", days=days, starts=time(9, 30), ends=time(12))

    box = Mailbox(sanne.email)
    starts = [it.walk("VEVENT")[0]["DTSTART"].dt.isoformat() for it in box.told]
    assert box.methods == ["REQUEST"] * 2
    assert starts == ["2030-03-25T09:30:00+01:00", "2030-04-01T09:30:00+02:00"]
    assert [it.kind for it in sanne.notifications.all()] == ["meetings.planned"]


def test_what_was_cancelled_before_the_mail_goes_is_not_invited_to(network, bram, sanne, coming):
    days = [date(2030, 3, 25), date(2030, 4, 1)]
    services.plan_series(network=network, by=bram, title="Reeks", days=days, starts=time(9), ends=time(12))
    gone = Meeting.objects.latest("pk")
    Meeting.objects.filter(pk=gone.pk).update(state=Meeting.State.CANCELLED)

    send(Notification.objects.filter(recipient=sanne).values_list("pk", flat=True))

    assert Mailbox(sanne.email).methods == ["REQUEST"]


def test_invitations_come_after_a_digest_too(network, bram, sanne, mailed, time_machine):
    choose(person=sanne, wanted={"meetings.planned": "daily"})
    days = [date(2030, 3, 25), date(2030, 4, 1)]
    mailed(services.plan_series, network=network, by=bram, title="Reeks", days=days, starts=time(9), ends=time(12))
    assert Mailbox(sanne.email).told == []

    time_machine.move_to(Notification.objects.get(recipient=sanne).mail_due_at)
    send_due_digests()

    assert Mailbox(sanne.email).methods == ["REQUEST"] * 2


def test_a_guest_who_does_not_come_loses_the_meeting_and_who_is_asked_again_has_it(coming, sanne, mailed):
    own, meeting = sanne.enrolments.get(), coming[0]
    mailed(services.invite_guest, meeting=meeting, enrolment=own, **GUEST)
    mailed(services.invite_guest, meeting=meeting, enrolment=own, name="Omar Vos", email="omar@scholen.example")

    assert Mailbox(GUEST["email"]).methods == ["REQUEST", "CANCEL"]
    assert Mailbox(GUEST["email"]).meetings == set()
    assert Mailbox("omar@scholen.example").meetings == uids(meeting)
    [cancel] = [it for it in Mailbox(GUEST["email"]).told if it["METHOD"] == "CANCEL"]
    assert "Omar" not in cancel.to_ical().decode()

    mailed(services.invite_guest, meeting=meeting, enrolment=own, **GUEST)

    assert Mailbox(GUEST["email"]).meetings == uids(meeting)
    assert Mailbox("omar@scholen.example").meetings == set()


def test_who_plans_or_moves_it_has_it_in_the_own_calendar_and_nothing_new_in_the_inbox(network, bram, mailed):
    days = [date(2030, 3, 25), date(2030, 4, 1)]
    series = mailed(
        services.plan_series, network=network, by=bram, title="Reeks", days=days, starts=time(9), ends=time(12)
    )
    first, second = series.meetings.all()
    mailed(services.change_meeting, meeting=first, by=bram, place="Oosterhaven")
    mailed(services.cancel_meeting, meeting=second, by=bram, reason="Ziekte.")

    assert Mailbox(bram.email).methods == ["REQUEST"] * 3 + ["CANCEL"]
    assert Mailbox(bram.email).meetings == uids(first)
    assert unread_count(bram) == 0


@pytest.fixture
def facilitating(network, mailed):
    """Makes these people the facilitators."""

    def change(*people):
        with services.changing_facilitators(network):
            network.facilitators.set(people)

    return lambda *people: mailed(lambda: change(*people))


def test_a_facilitator_who_comes_goes_and_comes_back_has_what_is_to_come(bram, kees, coming, facilitating):
    facilitating(bram, kees)
    assert Mailbox(kees.email).meetings == uids(*coming)

    facilitating(bram)
    assert Mailbox(kees.email).methods == ["REQUEST"] * 3 + ["CANCEL"] * 3
    assert Mailbox(kees.email).meetings == set()

    facilitating(bram, kees)
    assert Mailbox(kees.email).meetings == uids(*coming)
    began, ended = "facilitating.began", "facilitating.ended"
    assert [it.kind for it in kees.notifications.order_by("pk")] == [began, ended, began]
    assert Mailbox(bram.email).told == []


def test_who_takes_part_too_keeps_the_meetings(bram, sanne, coming, facilitating):
    facilitating(bram, sanne)
    facilitating(bram)

    assert Mailbox(sanne.email).told == []
    assert sanne.notifications.count() == 2


@pytest.mark.parametrize("role", ["participant", "facilitator"])
def test_who_ends_the_account_loses_the_meetings_before_the_address_is_forgotten(role, rita, kees, coming, mailed):
    person = rita.person if role == "participant" else kees
    rita.network.facilitators.add(kees)
    address = person.email
    mail.outbox.clear()

    mailed(erase_account, person=person)

    assert Mailbox(address).methods == ["CANCEL"] * 3
    assert "U hebt uw account beëindigd" in mail.outbox[0].body
    assert mail.outbox[-1].subject == "Uw account is weg"
    [event] = Mailbox(address).told[0].walk("VEVENT")
    assert event["SEQUENCE"] > coming[0].sequence
    assert not User.objects.filter(email=address).exists()


def test_who_only_waits_and_ends_the_account_gets_no_mail_about_meetings(network, coming, mailed):
    waiting = EnrolmentFactory(network=network, state=Enrolment.State.WAITING, person__email="wim@scholen.example")

    mailed(erase_account, person=waiting.person)

    assert Mailbox("wim@scholen.example").told == []
