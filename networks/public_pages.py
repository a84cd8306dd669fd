"""For the cache of visitors' pages: what they do not see of networks, and when what they see changes by itself."""

from datetime import datetime

from django.db.models import Min, Q

from networks.models import Meeting, Network

UNSEEN = tuple(
    f"networks.{name}"
    for name in (
        "Agreement",
        "AgreementPoint",
        "AgreementWording",
        "Arrangement",
        "Assignment",
        "AssignmentMaterial",
        "Attendance",
        "AttendanceChange",
        "CalendarFeed",
        "Certificate",
        "EvaluationAnswer",
        "EvaluationQuestion",
        "EvaluationResponse",
        "FacilitatorMessage",
        "GuestPass",
        "HandIn",
        "HandInComment",
        "HandInFile",
        "Interest",
        "LearningQuestion",
        "LogEntry",
        "MeetingMaterial",
        "ObligationNote",
        "ObligationRule",
        "ObligationState",
        "Outcome",
        "SignUpAnswer",
        "SignUpMessage",
        "Poll",
        "PollExpert",
        "PollOption",
        "PollPlace",
        "PollVote",
        "Source",
        "SupportFile",
        "SupportMessage",
        "SupportRequest",
    )
)


def next_deadline(moment: datetime) -> datetime | None:
    """The first moment, from this one on, at which sign-up opens or closes or a meeting begins or ends."""
    coming = [*_first(Network, moment, "opens_at", "closes_at"), *_first(Meeting, moment, "starts_at", "ends_at")]
    return min(coming, default=None)


def _first(model: type[Network] | type[Meeting], moment: datetime, *fields: str) -> list[datetime]:
    """Per field the first moment; `>=`, as what happens at the moment itself may still have to be seen."""
    asked = {f"first_{field}": Min(field, filter=Q(**{f"{field}__gte": moment})) for field in fields}
    return [found for found in model.objects.aggregate(**asked).values() if found is not None]
