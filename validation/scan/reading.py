"""What pages, the API and a portfolio show of a closed scan: always from what was counted."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from networks.models.agreements import worded
from validation.models import CaseRole, Scan, ScanGroup
from validation.scan.counting import ALL, SELF, means_by_competency


@dataclass(frozen=True)
class Line:
    """A competency or a statement, with the mean per series; None where it is withheld."""

    label: str
    means: list[float | None]


@dataclass(frozen=True)
class Shown:
    """series: what the columns are called. withheld: the groups of which nothing is shown."""

    series: list[str]
    groups: list[str]
    withheld: list[str]
    least: int
    competencies: list[tuple[Line, list[Line]]]
    remarks: list[tuple[str, list[str], list[str]]]


def report_of(scan: Scan, themes: Collection[str] | None = None, own: str = "") -> Shown:
    """The report as its reader sees it. themes: only these, by key. own: the name of whose scan it is, for others."""
    report: dict[str, Any] = scan.report or {"groups": [], "withheld": [], "questions": [], "values": {}, "least": 0}
    groups = report["groups"]
    series = [SELF, ALL, *groups] if groups else [SELF]
    asked = [it for it in report["questions"] if themes is None or it["theme"] in themes]
    means = [means_by_competency(report, it) for it in series]
    found: dict[str, tuple[Line, list[Line]]] = {}
    for it in asked:
        key = it["competency"]
        label = worded(it["competency_title"], it["competency_title_en"])
        line = Line(label, [values.get(key) for values in means])
        said = [report["values"].get(name, {}).get(it["key"]) for name in series]
        found.setdefault(key, (line, []))[1].append(Line(worded(it["title"], it["title_en"]), said))
    remarks = report.get("remarks", {}) if themes is None else {}
    return Shown(
        [own if own and it == SELF else _label(it) for it in series],
        groups,
        [_label(it) for it in report["withheld"]],
        report["least"],
        list(found.values()),
        [(_label(it), remarks[it]["strong"], remarks[it]["tip"]) for it in groups if it in remarks],
    )


def themes_read_by(user: Any, scan: Scan) -> set[str] | None:
    """The themes of which the person reads the results, by key; None: of all, and what was said in own words.

    All for the participant and the coach; an assessor reads what is about the themes that are given to this assessor.
    """
    if scan.case.person_id == user.pk:
        return None
    roles = CaseRole.objects.running().filter(case=scan.case_id, person=user)
    if roles.filter(role=CaseRole.Role.COACH).exists():
        return None
    return set(roles.assessing().exclude(theme=None).values_list("theme__theme__key", flat=True))


def as_text(shown: Shown) -> str:
    """The means as plain text, for a portfolio."""
    lines = []
    for competency, statements in shown.competencies:
        lines.append(f"{competency.label}: {_means(shown.series, competency.means)}")
        lines += [f"– {it.label} {_means(shown.series, it.means)}" for it in statements]
    if shown.withheld:
        told = _("Not shown, as fewer than %(least)s people answered: %(groups)s.")
        lines.append(told % {"least": shown.least, "groups": ", ".join(shown.withheld)})
    return "\n".join(lines)


def in_figures(mean: float | None) -> str:
    """“3,7” as it is read in the language of the page; a dash where it is withheld."""
    return "–" if mean is None else number_format(mean, 1)


def _means(series: list[str], means: list[float | None]) -> str:
    return ", ".join(f"{name} {in_figures(mean)}" for name, mean in zip(series, means, strict=True))


def _label(series: str) -> str:
    if series == SELF:
        return _("Myself")
    return _("All together") if series == ALL else str(ScanGroup(series).label)
