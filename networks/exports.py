"""What a facilitator takes along as a table: each in a fixed number of queries, the headings first."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from networks.models import Attendance, Enrolment, Network, SignUpAnswer
from networks.obligations import ledger
from networks.walltime import day_and_hours

Rows = Iterator[Sequence[Any]]


@dataclass(frozen=True)
class Export:
    """One table: its name for the file, and what it is called and holds."""

    name: str
    title: str | Promise
    holds: str | Promise
    rows: Callable[[Network], Rows]


def participants(network: Network) -> Rows:
    yield (
        _("Name"),
        _("Mail address"),
        _("School"),
        "BRIN",
        _("Place"),
        _("Participant since"),
        _("Learning question"),
    )
    for it in _accepted(network).with_question():
        school, since = it.school, it.joined_at and timezone.localtime(it.joined_at).date()
        yield it.person.name, it.person.email, school.name, school.brin, school.place, since, it.question


def attendance(network: Network) -> Rows:
    """One column per meeting that went on or is to come."""
    meetings = [it for it in network.meetings if it.starts_at and not it.is_cancelled]
    marks = Attendance.objects.filter(meeting__in=meetings).values_list("enrolment", "meeting", "state")
    found = {(enrolment, meeting): state for enrolment, meeting, state in marks}
    yield _("Name"), _("School"), *(f"{it.name} ({day_and_hours(it.starts_at, it.ends_at)})" for it in meetings)
    for enrolment in _accepted(network).select_related("person", "school"):
        states = (found.get((enrolment.pk, meeting.pk)) for meeting in meetings)
        labels = (Attendance.State(state).label if state else "" for state in states)
        yield enrolment.person.name, enrolment.school, *labels


def obligations(network: Network) -> Rows:
    """How each agreement stands, and why."""
    enrolments = list(_accepted(network).select_related("person", "school"))
    prefetch_related_objects([network], "series__meetings")
    for enrolment in enrolments:
        enrolment.network = network
    yield _("Name"), _("School"), _("Agreement"), _("State"), _("Explanation, as the participant reads it")
    lines = ledger(enrolments) if enrolments else {}
    for enrolment in enrolments:
        for line in lines[enrolment.pk]:
            yield enrolment.person.name, enrolment.school, line.label, line.state.label, line.why


def answers(network: Network) -> Rows:
    """What people answered at sign-up, with the questions as they were asked."""
    given = SignUpAnswer.objects.filter(enrolment__in=network.enrolments.running()).select_related("question")
    found = {(it.enrolment_id, it.heading): it.worded for it in given}
    questions = list(dict.fromkeys(heading for _enrolment, heading in found))
    yield _("Name"), _("School"), _("State"), *questions
    for enrolment in network.enrolments.running().select_related("person", "school").by_name():
        texts = (found.get((enrolment.pk, question), "") for question in questions)
        yield enrolment.person.name, enrolment.school, enrolment.get_state_display(), *texts


def _accepted(network: Network) -> Any:
    return Enrolment.objects.accepted().filter(network=network).by_name()


EXPORTS: Mapping[str, Export] = {
    export.name: export
    for export in (
        Export(
            "deelnemers",
            gettext_lazy("Participants"),
            gettext_lazy("Names, mail addresses, schools and learning questions."),
            participants,
        ),
        Export(
            "aanwezigheid",
            gettext_lazy("Attendance"),
            gettext_lazy("Who was at which meeting, was excused or was absent."),
            attendance,
        ),
        Export(
            "afspraken",
            gettext_lazy("Agreements"),
            gettext_lazy("For each participant and each agreement: how it stands, and why."),
            obligations,
        ),
        Export(
            "antwoorden",
            gettext_lazy("Answers at sign-up"),
            gettext_lazy("What people answered to the questions of this network, also those who wait."),
            answers,
        ),
    )
}
