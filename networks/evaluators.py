"""How the obligations stand that networks itself can see: being there, embedding, and time and means."""

from collections import defaultdict
from collections.abc import Sequence
from functools import partial

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.once import once
from networks.models import Agreement, Attendance, Enrolment, Meeting, ObligationNote
from networks.obligations import Obligation, State, register

Kind = Agreement.Kind


def attendance(enrolments: Sequence[Enrolment]) -> dict[int, Obligation]:
    """Present at all meetings that end after the participant joined; excused is not present."""
    marks: dict[int, dict[int, str]] = defaultdict(dict)
    recorded = Attendance.objects.filter(enrolment__in=enrolments)
    for enrolment_id, meeting_id, state in recorded.values_list("enrolment", "meeting", "state"):
        marks[enrolment_id][meeting_id] = state
    prefetch_related_objects(enrolments, "network__series__meetings")
    return {enrolment.pk: _presence(enrolment, _dated(enrolment), marks[enrolment.pk]) for enrolment in enrolments}


def _dated(enrolment: Enrolment) -> list[Meeting]:
    return [it for it in enrolment.network.meetings if it.starts_at and not it.is_cancelled]


def _presence(enrolment: Enrolment, meetings: list[Meeting], marks: dict[int, str]) -> Obligation:
    joined = enrolment.joined_at
    asked = [it for it in meetings if not joined or not it.ends_at or it.ends_at > joined]
    by_state = {state: [it for it in asked if marks.get(it.pk) == state] for state in Attendance.State.values}
    state, why, todo = _judged(asked, **by_state)
    url = "" if state == State.DONE else enrolment.network.space_url
    at_risk = state == State.ATTAINABLE and bool(by_state[Attendance.State.EXCUSED])
    label = Kind.ATTENDANCE.label
    return Obligation(kind=Kind.ATTENDANCE, label=label, state=state, why=why, todo=todo, url=url, at_risk=at_risk)


def _judged(
    asked: list[Meeting], *, present: list[Meeting], excused: list[Meeting], absent: list[Meeting]
) -> tuple[State, str, str]:
    if absent:
        why = _("You missed the meeting of %(days)s.") % {"days": _days(absent)}
        return State.UNATTAINABLE, why, str(_("Talk with your facilitator about how to make up for it."))
    if excused:
        why = _("You were excused on %(days)s.") % {"days": _days(excused)}
        return State.ATTAINABLE, why, str(_("Agree with your facilitator on how to make up for it."))
    if not asked:
        return State.OPEN, str(_("The dates of the meetings are not known yet.")), ""
    if not present and not any(it.is_over for it in asked):
        return State.ATTAINABLE, str(_("The meetings are still to come.")), _be_there(asked)
    why = ngettext(
        "You were at %(present)s of %(all)s meeting.", "You were at %(present)s of %(all)s meetings.", len(asked)
    )
    why %= {"present": len(present), "all": len(asked)}
    if len(present) == len(asked):
        return State.DONE, why, ""
    return State.ATTAINABLE, why, _be_there(asked)


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
