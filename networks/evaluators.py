"""How the obligations stand that networks itself can see: being there, embedding, and time and means."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.once import once
from networks.models import Agreement, Attendance, Enrolment, Meeting, ObligationNote
from networks.obligations import Obligation, State, arrangements_of, register

Kind = Agreement.Kind


@dataclass
class Marks:
    """What was noted of one participant, by the meeting's id."""

    states: dict[int, str] = field(default_factory=dict)
    made_up: set[int] = field(default_factory=set)
    remedies: dict[int, str] = field(default_factory=dict)


def attendance(enrolments: Sequence[Enrolment]) -> dict[int, Obligation]:
    """Present at all meetings that end after the participant joined; excused is not present, unless made up for."""
    marks: dict[int, Marks] = defaultdict(Marks)
    recorded = Attendance.objects.filter(enrolment__in=enrolments)
    for enrolment_id, meeting_id, state in recorded.values_list("enrolment", "meeting", "state"):
        marks[enrolment_id].states[meeting_id] = state
    for arrangement in arrangements_of(enrolments):
        if arrangement.meeting_id and arrangement.met_at:
            marks[arrangement.enrolment_id].made_up.add(arrangement.meeting_id)
        elif arrangement.meeting_id:
            marks[arrangement.enrolment_id].remedies[arrangement.meeting_id] = arrangement.text
    prefetch_related_objects(enrolments, "network__series__meetings")
    return {enrolment.pk: _presence(enrolment, _dated(enrolment), marks[enrolment.pk]) for enrolment in enrolments}


def _dated(enrolment: Enrolment) -> list[Meeting]:
    return [it for it in enrolment.network.meetings if it.starts_at and not it.is_cancelled]


def asked_of(enrolment: Enrolment, meetings: list[Meeting]) -> list[Meeting]:
    """Those that ended after the participant joined, or are to come."""
    joined = enrolment.joined_at
    return [it for it in meetings if not joined or not it.ends_at or it.ends_at > joined]


def _presence(enrolment: Enrolment, meetings: list[Meeting], marks: Marks) -> Obligation:
    asked = asked_of(enrolment, meetings)
    state, why, todo = _judged(asked, marks)
    url = "" if state == State.DONE else enrolment.network.space_url
    missed = {Attendance.State.EXCUSED, Attendance.State.ABSENT} & {
        marks.states.get(it.pk) for it in asked if it.pk not in marks.made_up
    }
    at_risk = state == State.ATTAINABLE and bool(missed)
    label = Kind.ATTENDANCE.label
    return Obligation(kind=Kind.ATTENDANCE, label=label, state=state, why=why, todo=todo, url=url, at_risk=at_risk)


def _judged(asked: list[Meeting], marks: Marks) -> tuple[State, str, str]:
    present, excused, absent = (
        [it for it in asked if marks.states.get(it.pk) == state and it.pk not in marks.made_up]
        for state in Attendance.State.values
    )
    made_up = [it for it in asked if it.pk in marks.made_up]
    if absent or excused:
        return _missed(absent, excused, marks.remedies)
    if not asked:
        return State.OPEN, str(_("The dates of the meetings are not known yet.")), ""
    if not present and not made_up and not any(it.is_over for it in asked):
        return State.ATTAINABLE, str(_("The meetings are still to come.")), _be_there(asked)
    why = ngettext(
        "You were at %(present)s of %(all)s meeting.", "You were at %(present)s of %(all)s meetings.", len(asked)
    )
    why %= {"present": len(present), "all": len(asked)}
    if made_up:
        why = " ".join([why, _("You made up for %(days)s.") % {"days": _days(made_up)}])
    if len(present) + len(made_up) == len(asked):
        return State.DONE, why, ""
    return State.ATTAINABLE, why, _be_there([it for it in asked if it not in present])


def _missed(absent: list[Meeting], excused: list[Meeting], remedies: dict[int, str]) -> tuple[State, str, str]:
    """Once it is agreed for each of those without an excuse how it is made up for, it is attainable again."""
    if lost := [it for it in absent if it.pk not in remedies]:
        why = _("You missed the meeting of %(days)s.") % {"days": _days(lost)}
        return State.UNATTAINABLE, why, str(_("Talk with your facilitator about how to make up for it."))
    missed = [*absent, *excused]
    if all(it.pk in remedies for it in missed):
        why = _("You were not there on %(days)s.") % {"days": _days(missed)}
        todo = _("Agreed with your facilitator: %(what)s") % {"what": " ".join(remedies[it.pk] for it in missed)}
        return State.ATTAINABLE, why, str(todo)
    why = _("You were excused on %(days)s.") % {"days": _days([it for it in excused if it.pk not in remedies])}
    return State.ATTAINABLE, why, str(_("Agree with your facilitator on how to make up for it."))


def _be_there(asked: list[Meeting]) -> str:
    coming = next((it for it in asked if it.is_upcoming), None)
    return str(_("Be there on %(days)s.") % {"days": _days([coming])}) if coming else ""


def _days(meetings: list[Meeting]) -> str:
    return ", ".join(date_format(localtime(it.starts_at), "j F") for it in meetings)


WHAT_TO_DO = {
    Kind.EMBEDDING: _("Tell in a few sentences how your school uses what you found."),
    Kind.TIME: _("Tell in a few sentences what time and means your school frees."),
}


def reported(kind: Kind, enrolments: Sequence[Enrolment]) -> dict[int, Obligation]:
    """Agreed to at sign-up; done as soon as the participant tells how."""
    if all(hasattr(it, f"told_{kind}") for it in enrolments):
        return {it.pk: _told(kind, it, getattr(it, f"told_{kind}") or "") for it in enrolments}
    ids = tuple(enrolment.pk for enrolment in enrolments)
    newest = once(("notes", ids), partial(_newest_notes, ids))
    return {it.pk: _told(kind, it, newest.get((it.pk, kind), "")) for it in enrolments}


def _newest_notes(enrolments: Sequence[int]) -> dict[tuple[int, str], str]:
    notes = ObligationNote.objects.filter(enrolment__in=enrolments).order_by("pk")
    return {(note.enrolment_id, note.kind): note.text for note in notes}


def _told(kind: Kind, enrolment: Enrolment, note: str) -> Obligation:
    url = reverse("networks:report", args=[enrolment.network.slug, kind])
    if note:
        return Obligation(kind=kind, label=kind.label, state=State.DONE, why=note, url=url)
    why = _("You agreed to this at sign-up, and have not written about it yet.")
    return Obligation(kind=kind, label=kind.label, state=State.OPEN, why=why, todo=WHAT_TO_DO[kind], url=url)


def register_all() -> None:
    register(Kind.ATTENDANCE, attendance)
    for kind in WHAT_TO_DO:
        register(kind, partial(reported, kind))
