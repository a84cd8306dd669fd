"""The report of an intake or a progress talk: written by who held it, read by the participant, corrected openly."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput, NotAllowed
from core.texts import checked_text
from validation.errors import ReportChanged, TalkNotOpen
from validation.models import Case, CaseTheme, GuidanceReport, GuidanceTalk, PointsEstimate, Theme
from validation.news import guidance as news
from validation.services.guidance import change
from validation.services.moving import lock_case, move_case
from validation.services.noting import note
from validation.services.talk_outcomes import MOST_POINTS
from validation.states import STANDING_STILL

NEEDED = {
    GuidanceTalk.Kind.INTAKE: ("procedure", "composition", "evidence"),
    GuidanceTalk.Kind.PROGRESS: ("composition", "work_on"),
}


@dataclass(frozen=True)
class Estimate:
    """How many register points a theme seems able to yield. note: what that depends on."""

    least: int
    most: int
    note: str = ""


@transaction.atomic
def report_guidance(
    *,
    talk: GuidanceTalk,
    by: User,
    texts: Mapping[str, str],
    estimates: Mapping[int, Estimate] | None = None,
    read: int = 0,
    reason: str = "",
) -> GuidanceReport:
    """Write the report, or correct it; with the first one the route goes on.

    texts: by field. estimates: by the id of the theme, of an intake for each theme that is chosen; a theme that the
    participant does not work on yet is added. read: the number of the report that was read. reason: a correction needs
    one.
    The same as stands there already is stored once.
    Raises NotAllowed, TalkNotOpen before it began, ReportChanged, InvalidInput, which names the fields.
    """
    row = _locked(talk, by)
    last = row.reports.first()
    given = {name: checked_text(name, texts.get(name, "")) for name in NEEDED[GuidanceTalk.Kind(row.kind)]}
    themes = {it.pk: it for it in row.case.version.themes.all()} if row.is_intake else {}
    points = _checked(estimates or {}, themes) if row.is_intake else {}
    if last and _says(last) == (given, points):
        return last
    if last and last.number != read:
        raise ReportChanged
    text = checked_text("reason", reason) if last else ""
    facts = {"number": last.number + 1 if last else 1, "by": by, "reason": text}
    report: GuidanceReport = GuidanceReport.objects.create(talk=row, **facts, **given)
    for pk, it in points.items():
        PointsEstimate.objects.create(report=report, theme=themes[pk], least=it.least, most=it.most, note=it.note)
    _choose(row.case, [themes[pk] for pk in points], by)
    _go_on(row, by, corrects=last is not None)
    news.reported(row, by, corrects=last is not None)
    return report


def _locked(talk: GuidanceTalk, by: User) -> GuidanceTalk:
    case = lock_case(talk.case)
    row = GuidanceTalk.objects.select_for_update(of=("self",)).select_related("host").get(pk=talk.pk)
    row.case = case
    if not by.has_perm("validation.host_guidance", row):
        raise NotAllowed
    if case.state in STANDING_STILL or case.emptied_at:
        raise TalkNotOpen
    if not row.has_begun:
        raise TalkNotOpen(_("The talk has not been yet."))
    return row


def _checked(estimates: Mapping[int, Estimate], themes: Mapping[int, Theme]) -> dict[int, Estimate]:
    """Raises InvalidInput, which names the fields as "<part>-<theme>"."""
    errors: dict[str, list[str]] = {}
    if not estimates or not estimates.keys() <= themes.keys():
        raise InvalidInput(errors={"": [_("Choose at least one theme, and estimate its points.")]})
    found = {}
    for pk, it in estimates.items():
        if not 0 <= it.least <= MOST_POINTS or not 0 <= it.most <= MOST_POINTS:
            errors[f"most-{pk}"] = [_("Fill in a number up to %(most)s.") % {"most": MOST_POINTS}]
        elif it.most < it.least:
            errors[f"most-{pk}"] = [_("Choose a number that is not below the first.")]
        found[pk] = Estimate(it.least, it.most, checked_text(f"note-{pk}", it.note, needed=False))
    if errors:
        raise InvalidInput(errors=errors)
    return found


def _says(report: GuidanceReport) -> tuple[dict[str, str], dict[int, Estimate]]:
    """What the report says, as it is given."""
    names = NEEDED[GuidanceTalk.Kind(report.talk.kind)]
    points = {it.theme_id: Estimate(it.least, it.most, it.note) for it in report.estimates.all()}
    return {name: getattr(report, name) for name in names}, points


def _choose(case: Case, themes: list[Theme], by: User) -> None:
    """What was chosen together and is not worked on yet."""
    known = set(case.themes.values_list("theme", flat=True))
    for theme in themes:
        if theme.pk not in known:
            note(case, "theme.add", theme=CaseTheme.objects.create(case=case, theme=theme), by=by)


def _go_on(talk: GuidanceTalk, by: User, *, corrects: bool) -> None:
    if corrects:
        note(talk.case, "guidance.correct", by=by)
        return
    change(talk, state=GuidanceTalk.State.HELD)
    if talk.is_intake:
        move_case(case=talk.case, step="hold_intake", by=by)
    else:
        note(talk.case, "guidance.report", by=by)
