"""What the platform keeps of a person's part in networks: for `GET me` and the export."""

from typing import Any

from django.db.models import Q

from accounts.models import User
from networks.logbook import sentence
from networks.models import (
    Enrolment,
    HandIn,
    HandInComment,
    Interest,
    LogEntry,
    MeetingMaterial,
    Outcome,
    PollPlace,
    PollVote,
    Source,
    SupportMessage,
)


def own_networks(person: User) -> list[Enrolment]:
    """Running enrolments, by network."""
    return list(Enrolment.objects.running().filter(person=person).select_related("network").order_by("network__title"))


def exported(person: User) -> list[dict[str, Any]]:
    """Every enrolment with all that hangs on it."""
    enrolments = Enrolment.objects.filter(person=person).select_related("network", "school", "certificate")
    enrolments = enrolments.prefetch_related(
        "agreements__wording",
        "arrangements",
        "certificate",
        "answers",
        "messages__author",
        "learning_questions",
        "sources",
        "obligation_notes",
        "attendances__meeting",
        "guests__meeting",
        "hand_ins__assignment",
        "hand_ins__files",
    )
    return [_enrolment(enrolment) for enrolment in enrolments]


def exported_work(person: User) -> dict[str, Any]:
    """What the person handed in for the own school, and wrote about the work of others."""
    comments = HandInComment.objects.filter(author=person).select_related("hand_in__assignment")
    return {
        "for_school": [_hand_in(it) for it in _for_school(person)],
        "comments": [
            {"assignment": it.hand_in.assignment.title, "text": it.text, "created_at": it.created_at} for it in comments
        ],
    }


def exported_support(person: User) -> list[dict[str, Any]]:
    """What the person wrote in requests for support."""
    written = SupportMessage.objects.filter(author=person).select_related("request__network").prefetch_related("files")
    return [
        {
            "network": it.request.network.title,
            "subject": it.request.subject,
            "text": it.text,
            "created_at": it.created_at,
            "files": [file.name for file in it.files.all()],
        }
        for it in written
    ]


def exported_materials(person: User) -> list[dict[str, Any]]:
    """What the person added to meetings."""
    added = MeetingMaterial.objects.filter(added_by=person).with_address()
    return [
        {
            "network": it.meeting.series.network.title,
            "meeting": str(it.meeting),
            "title": it.title,
            "file": it.name,
            "link": it.link,
            "added_at": it.added_at,
        }
        for it in added
    ]


def exported_polls(person: User) -> dict[str, Any]:
    """What the person answered in polls, and where the person offered the own school."""
    votes = PollVote.objects.filter(person=person).select_related("option__poll__network", "option__place__host")
    places = PollPlace.objects.filter(offered_by__person=person).select_related("poll__network", "host")
    return {
        "votes": [
            {
                "network": it.option.poll.network.title,
                "poll": it.option.poll.title,
                "starts_at": it.option.starts_at,
                "place": str(it.option.place),
                "answer": it.answer,
                "note": it.note,
                "changed_at": it.changed_at,
            }
            for it in votes
        ],
        "offers_to_host": [
            {
                "network": it.poll.network.title,
                "poll": it.poll.title,
                "place": str(it),
                "capacity": it.capacity,
                "address": it.address,
                "travel": it.travel,
            }
            for it in places
        ],
    }


def exported_interests(person: User) -> list[dict[str, Any]]:
    """Of which networks the person wants to hear when they begin."""
    found = Interest.objects.filter(person=person).select_related("network").order_by("pk")
    return [{"network": it.network.title, "awaits": it.awaits, "created_at": it.created_at} for it in found]


def exported_actions(person: User) -> list[dict[str, Any]]:
    """What meetings gave the person to do."""
    found = Outcome.objects.filter(person=person).actions().with_meeting()
    return [
        {
            "network": it.meeting.series.network.title,
            "meeting": it.meeting.name,
            "action": it.text,
            "due_on": it.due_on,
            "done_at": it.done_at,
        }
        for it in found
    ]


def exported_log(person: User) -> list[dict[str, Any]]:
    """What the logs of networks keep of what the person did, and of what was decided about the person."""
    entries = LogEntry.objects.filter(Q(by=person) | Q(about=person)).select_related("network", "about")
    return [
        {"network": it.network.title, "at": it.at, "what": sentence(it), "by_me": it.by_id == person.pk}
        for it in entries.order_by("pk")
    ]


def _for_school(person: User) -> Any:
    made = HandIn.objects.filter(written_by=person, enrolment=None)
    return made.select_related("assignment").prefetch_related("files")


def _hand_in(hand_in: HandIn) -> dict[str, Any]:
    return {
        "assignment": hand_in.assignment.title,
        "state": hand_in.state,
        "text": hand_in.text,
        "handed_in_at": hand_in.handed_in_at,
        "files": [file.name or file.link for file in hand_in.files.all()],
    }


def _source(source: Source) -> dict[str, Any]:
    facts = ("title", "authors", "year", "link", "gave", "added_at")
    return {name: getattr(source, name) for name in facts} | {"file": source.name}


def _enrolment(enrolment: Enrolment) -> dict[str, Any]:
    return {
        "network": enrolment.network.title,
        "school": str(enrolment.school),
        "state": enrolment.state,
        "signed_up_at": enrolment.created_at,
        "joined_at": enrolment.joined_at,
        "ended_at": enrolment.ended_at,
        "decline_reason": enrolment.decline_reason,
        "agreements": [
            {"text": it.wording.text, "version": it.wording.version, "agreed_at": it.agreed_at}
            for it in enrolment.agreements.all()
        ],
        "answers": [{"question": it.asked, "answer": it.text} for it in enrolment.answers.all()],
        "messages": [
            {"from": it.author.name, "text": it.text, "created_at": it.created_at} for it in enrolment.messages.all()
        ],
        "learning_questions": [
            {"version": it.version, "text": it.text, "what_changed": it.what_changed, "created_at": it.created_at}
            for it in enrolment.learning_questions.all()
        ],
        "sources": [_source(it) for it in enrolment.sources.all()],
        "notes": [
            {"kind": it.kind, "text": it.text, "created_at": it.created_at} for it in enrolment.obligation_notes.all()
        ],
        "arrangements": [
            {"about": it.kind, "text": it.text, "made_at": it.made_at, "met_at": it.met_at}
            for it in enrolment.arrangements.all()
        ],
        "evaluated_at": enrolment.evaluated_at,
        "certificate": _certificate(enrolment),
        "attendance": [
            {"meeting": str(it.meeting), "starts_at": it.meeting.starts_at, "state": it.state, "reason": it.reason}
            for it in enrolment.attendances.all()
        ],
        "hand_ins": [_hand_in(it) for it in enrolment.hand_ins.all()],
        "guests": [
            {"meeting": str(it.meeting), "name": it.name, "email": it.email, "role": it.role}
            for it in enrolment.guests.all()
        ],
    }


def _certificate(enrolment: Enrolment) -> dict[str, Any] | None:
    certificate = getattr(enrolment, "certificate", None)
    if certificate is None:
        return None
    facts = ("number", "name", "school", "network_title", "hours", "days", "issued_at", "grant_reason")
    return {name: getattr(certificate, name) for name in facts}
