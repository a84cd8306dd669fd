"""What care keeps of a person: for the export of the own data, and what stays when the account ends."""

from typing import Any

from accounts.models import User
from community.models import ConductAcceptance, Report
from community.personal import conversation


def exported(person: User) -> list[dict[str, Any]]:
    """What the person reported, oldest first; nobody else's words."""
    reports = Report.objects.filter(by=person).select_related("post__thread__network").order_by("pk")
    return [
        {
            "network": it.post.thread.network.title,
            "conversation": conversation(person, it.post.thread),
            "reason": it.reason,
            "text": it.text,
            "created_at": it.created_at,
            "decision": it.decision,
            "answer": it.answer,
        }
        for it in reports
    ]


def exported_acceptances(person: User) -> list[dict[str, Any]]:
    """Which code of conduct the person accepted, and when."""
    accepted = ConductAcceptance.objects.filter(person=person).select_related("wording").order_by("pk")
    return [{"version": it.wording.version, "text": it.wording.text, "accepted_at": it.accepted_at} for it in accepted]


def forget(person: User) -> None:
    """A report goes on without who made it; what they wrote with it goes, save while somebody still has to look."""
    ConductAcceptance.objects.filter(person=person).delete()
    own = Report.objects.filter(by=person)
    own.exclude(decision="").update(text="", answer="")
    own.update(by=None)
