"""What stays of somebody who ends the account: that a school took part, and nothing of the person."""

from collections.abc import Iterable
from functools import partial

from django.db import transaction
from django.db.models import Count, Q
from django.utils.translation import gettext as _

from accounts.models import User
from networks.models import (
    AssignmentMaterial,
    Attendance,
    CalendarFeed,
    Enrolment,
    GuestPass,
    HandIn,
    HandInComment,
    HandInFile,
    Interest,
    LogEntry,
    MeetingMaterial,
    Network,
    Outcome,
    PollPlace,
    PollVote,
    SignUpMessage,
    Source,
    SupportFile,
    SupportMessage,
    SupportRequest,
)
from networks.news.farewell import send_farewells
from networks.news.invitations import coming_in
from networks.services.attachments import forget_files
from networks.services.calendars import revise_coming
from networks.services.certificates import void_certificates_of
from networks.services.enrolling import leave


def networks_left_alone(person: User) -> Iterable[str]:
    """A network that is not past needs a facilitator: somebody else must be there first."""
    own = Network.objects.filter(pk__in=person.facilitated_networks.values("pk")).prefetch_related("series__meetings")
    for network in own.annotate(number=Count("facilitators")).filter(number=1):
        if not network.is_past:
            yield _("You are the only facilitator of “%(network)s”. Hand it over first.") % {"network": network.title}


def hold(person: User) -> None:
    """Inside a transaction: nobody else changes who is in the person's networks until it ends.

    Who withdraws, or decides on a sign-up, locks the network and then writes to its people: the same order as here.
    """
    places = Enrolment.objects.running().filter(person=person).values("network")
    own = Q(pk__in=places) | Q(pk__in=person.facilitated_networks.values("pk"))
    list(Network.objects.select_for_update(no_key=True).filter(own).order_by("pk").values_list("pk"))


def forget(person: User) -> None:
    """Give up the person's places, and forget what the person wrote in them."""
    _clear_calendar(person)
    for enrolment in Enrolment.objects.running().filter(person=person).select_related("network", "person", "school"):
        leave(enrolment)
    person.facilitated_networks.clear()
    void_certificates_of(person)
    own = Enrolment.objects.filter(person=person)
    own.update(decline_reason="")
    forget_files(Source.objects.filter(enrolment__in=own))
    for enrolment in own:
        enrolment.learning_questions.all().delete()
        enrolment.obligation_notes.all().delete()
        enrolment.answers.all().delete()
        enrolment.messages.all().delete()
        enrolment.arrangements.all().delete()
        enrolment.obligation_states.all().delete()
    SignUpMessage.objects.filter(author=person).update(text="")
    Attendance.objects.filter(enrolment__in=own).update(reason="")
    GuestPass.objects.filter(enrolment__in=own, mail_due_at=None).delete()  # others still hear that it is off
    GuestPass.objects.filter(invited_by=person).update(invited_by=None)
    LogEntry.objects.filter(by=person).update(by=None)
    LogEntry.objects.filter(about=person).update(about=None)
    Outcome.objects.filter(person=person).update(person=None)
    Outcome.objects.filter(done_by=person).update(done_by=None)
    CalendarFeed.objects.filter(person=person).delete()
    Interest.objects.filter(person=person).delete()
    PollVote.objects.filter(person=person).delete()
    PollPlace.objects.filter(offered_by__in=own).update(offered_by=None)
    _forget_work(person)
    _leave_support(person)


def _clear_calendar(person: User) -> None:
    """The meetings to come leave the person's calendar, by a last mail for each to the address that there was.

    It goes when all is done, and once: where it fails nobody knows the address any more to try again.
    """
    if not person.known_as:
        return
    own = Enrolment.objects.accepted().filter(person=person, confirm_by=None).values("network")
    networks = Network.objects.filter(pk__in=own) | Network.objects.filter(pk__in=person.facilitated_networks.all())
    for network in networks:
        revise_coming(network)
    coming = coming_in(*networks).values_list("pk", flat=True)
    mail = partial(send_farewells, list(coming), address=person.known_as[0], language=person.language)
    transaction.on_commit(mail, robust=True)


def _forget_work(person: User) -> None:
    """Own work goes with its files; that of a school stays the school's, and comments stay with what they are about."""
    own = HandIn.objects.filter(enrolment__person=person)
    forget_files(HandInFile.objects.filter(hand_in__in=own))
    own.delete()
    HandIn.objects.filter(written_by=person).update(written_by=None)
    HandInComment.objects.filter(author=person).update(author=None)
    for files in (HandInFile, AssignmentMaterial, MeetingMaterial, SupportFile):
        files.objects.filter(added_by=person).update(added_by=None)


def _leave_support(person: User) -> None:
    """A request is of the school: what was said about it stays, without the name; somebody else takes it in hand."""
    SupportMessage.objects.filter(author=person).update(author=None)
    SupportRequest.objects.filter(filed_by=person).update(filed_by=None)
    SupportRequest.objects.filter(owner=person).update(owner=None)
