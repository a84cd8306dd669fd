"""What the platform keeps of a person's validation: the part of the export of own data."""

from typing import Any

from django.db.models import Q

from accounts.models import User
from validation.guidance.reading import guidance_in, reports_of
from validation.models import (
    Assessment,
    AssessorNote,
    Case,
    CaseRole,
    CaseTheme,
    Decision,
    Dialogue,
    Due,
    FinalReflection,
    FormalLearning,
    GuidanceReport,
    GuidanceTalk,
    ProgrammeRole,
    ReflectionOn,
    Registration,
    Scan,
    TalkNote,
    ThemeCertificate,
)
from validation.portfolio.content import portfolio_of
from validation.portfolio.snapshots import content_of
from validation.reading import decisions_of, themes_of, timeline_of


def exported(person: User) -> list[dict[str, Any]]:
    """Each case with its themes: what stands in the portfolio now, what was handed in, and what happened."""
    return [_case(case, person) for case in Case.objects.filter(person=person).with_facts()]


def exported_points(person: User) -> dict[str, Any]:
    """What the person noted about the own register points."""
    return {
        "registered_until": Registration.objects.filter(person=person).values_list("until", flat=True).first(),
        "formal_learning": list(
            FormalLearning.objects.filter(person=person).values("title", "organisation", "on", "points")
        ),
    }


def exported_tasks(person: User) -> dict[str, Any]:
    """What the person does for others' validation."""
    roles = ProgrammeRole.objects.filter(person=person).select_related("programme")
    given = CaseRole.objects.filter(person=person).select_related("theme__theme")
    return {
        "roles": [
            {"programme": it.programme.title, "role": it.role, "since": it.since, "until": it.ended_on} for it in roles
        ],
        "cases": [
            {"role": it.role, "theme": str(it.theme or ""), "since": it.since, "until": it.ended_at} for it in given
        ],
        "assessments": _assessed(person),
        "notes": list(AssessorNote.objects.filter(author=person).values("at", "text")),
        "guidance": list(GuidanceTalk.objects.filter(host=person).values("kind", "starts_at", "state")),
        "reports": list(GuidanceReport.objects.filter(by=person).values("talk__kind", "at", *GuidanceReport.TEXTS)),
        "dialogues": list(Dialogue.objects.filter(facilitator=person).values("starts_at", "state")),
        "talk_notes": list(
            TalkNote.objects.filter(assessor=person).values(
                "about__talk__starts_at", "competency__title", *TalkNote.STARR
            )
        ),
    }


def _assessed(person: User) -> list[dict[str, Any]]:
    """What the person found of others' portfolios: the own words only."""
    rows = Assessment.objects.filter(assessor=person).select_related("submission__theme__theme")
    return [
        {
            "theme": str(it.submission.theme),
            "handed_in_at": it.handed_in_at,
            "outcome": it.outcome,
            "feedback": it.feedback,
            "tips": it.tips,
            "judgements": [
                {"criterion": judged.criterion.title, "verdict": judged.verdict, "reasons": judged.reasons}
                for judged in it.judgements.all()
            ],
        }
        for it in rows.prefetch_related("judgements__criterion")
    ]


def _decided(decision: Decision | None) -> dict[str, Any]:
    if decision is None:
        return {}
    told = ("decided_at", "outcome", "feedback", "tips")
    return {"decision": {name: getattr(decision, name) for name in told}}


def _case(case: Case, person: User) -> dict[str, Any]:
    return {
        "programme": case.version.programme.title,
        "version": case.version.number,
        "school": case.school.brin,
        "state": case.state,
        "started_at": case.started_at,
        "purchase_number": case.purchase_number,
        "suitable_days": list(case.suitable_days.values_list("day", flat=True)),
        "costs": [_due(it) for it in case.dues.select_related("theme__theme")],
        "guidance": [_guidance(it, person) for it in guidance_in(case)],
        "scans": [_scan(it) for it in case.scans.all()],
        "themes": [_theme(it) for it in themes_of(case)],
        "timeline": [{"at": it.event.at, "who": it.who, "text": it.text} for it in timeline_of(case, person)],
    }


def _guidance(talk: GuidanceTalk, person: User) -> dict[str, Any]:
    """An intake or a progress talk with its report, and the corrections of it."""
    return {
        "kind": talk.kind,
        "starts_at": talk.starts_at,
        "state": talk.state,
        "place": talk.where,
        "host": talk.host.name,
        "reports": [
            {"number": it.number, "at": it.at}
            | {name: getattr(it, name) for name in GuidanceReport.TEXTS}
            | {"estimates": [[str(one.theme), one.least, one.most, one.note] for one in it.estimates.all()]}
            for it in reports_of(talk, person)
        ],
    }


def _scan(scan: Scan) -> dict[str, Any]:
    """Whom one asked, the own view while it is open, and what was counted: never what somebody answered."""
    own = scan.sheets.filter(group="").first()
    return {
        "opened_at": scan.opened_at,
        "closed_at": scan.closed_at,
        "asked": list(scan.respondents.values("name", "email", "group", "asked_at", "withdrawn_at")),
        "own": own.values if own else {},
        "report": scan.report,
    }


def _due(due: Due) -> dict[str, Any]:
    told = ("kind", "amount", "since", "invoice_number", "invoiced_on", "paid_on", "waived_reason")
    return {"theme": str(due.theme or ""), **{name: getattr(due, name) for name in told}}


def _theme(theme: CaseTheme) -> dict[str, Any]:
    submissions = theme.submissions.all()
    decisions = {it.submission_id: it for it in decisions_of(theme)}
    return {
        "state": theme.state,
        "portfolio": content_of(portfolio_of(theme)),
        "submissions": [
            {"number": it.number, "at": it.submitted_at, "sha256": it.sha256, "content": it.content}
            | _decided(decisions.get(it.pk))
            for it in submissions
        ],
        "versions": [
            {"section": text.section.key, "number": it.number, "saved_at": it.saved_at, "text": it.text}
            for text in theme.texts.select_related("section").prefetch_related("versions")
            for it in text.versions.all()
        ],
        "looked_along": [
            {"name": row.name, "until": row.until, "comments": [it.text for it in row.comments.all()]}
            for row in theme.look_alongs.prefetch_related("comments")
        ],
        "talks": _talks(theme),
        "dialogues": _dialogues(theme),
        "certificate": _certificate(theme),
    }


def _talks(theme: CaseTheme) -> list[dict[str, Any]]:
    """When and where, and how it went once that stands."""
    rows = theme.talks.select_related("talk").prefetch_related("talk__assessors").order_by("talk__starts_at")
    return [
        {
            "starts_at": it.talk.starts_at,
            "state": it.talk.state,
            "place": it.talk.where,
            "assessors": [person.name for person in it.talk.assessors.all()],
            "outcome": it.outcome if it.decided_at else "",
            "feedback": it.feedback if it.decided_at else "",
        }
        for it in rows
    ]


def _dialogues(theme: CaseTheme) -> list[dict[str, Any]]:
    """When and with whom, how it was closed, the own reflection, and those about the person once they are opened."""
    person = theme.case.person
    places = theme.dialogue_places.select_related("dialogue__facilitator")
    return [
        {
            "starts_at": it.dialogue.starts_at,
            "state": it.dialogue.state,
            "place": it.dialogue.where,
            "facilitator": it.dialogue.facilitator.name if it.dialogue.facilitator else "",
            "outcome": it.outcome,
            "feedback": it.feedback,
            "reflections": [
                {
                    "by": part.reflection.place.person.name,
                    "about": part.about.person.name,
                    "handed_in_at": part.reflection.handed_in_at,
                    "text": part.text,
                }
                for part in ReflectionOn.objects.filter(
                    Q(about=it) | Q(reflection__place=it),
                    reflection__in=FinalReflection.objects.readable_by(person).filter(place__dialogue=it.dialogue),
                ).select_related("reflection__place__person", "about__person")
            ],
        }
        for it in places
    ]


def _certificate(theme: CaseTheme) -> dict[str, Any] | None:
    row = ThemeCertificate.objects.filter(theme=theme).exclude(name="").first()
    if row is None:
        return None
    facts = ("number", "issued_at", "points", "shown", "revoked_at", "revoke_reason", "badge")
    return {name: getattr(row, name) for name in facts}
