"""What a closed scan says: counted per group, and nothing of a group in which too few answered (ADR 0053)."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from resources.privacy.finding import findings_in_text
from validation.models import Scan, ScanQuestion, ScanSheet
from validation.models.scans import CANNOT_SAY, ScanGroup

SELF, ALL = "self", "all"
REMARKS = ("strong", "tip")
SHORTEST_NAME = 3  # characters of a name that count as naming somebody
Means = dict[str, float]


def counted(scan: Scan, questions: Sequence[ScanQuestion], least: int) -> dict[str, Any]:
    """The report of a scan as data. least: the respondents that a group needs.

    A group with fewer is in nothing, the means of all together neither: else the rest would tell what it said. A
    question that fewer could answer is left out of that group in the same way.
    """
    sheets: dict[str, list[ScanSheet]] = {}
    for sheet in scan.sheets.all():
        sheets.setdefault(sheet.group, []).append(sheet)
    names = list(scan.respondents.values_list("name", flat=True))
    shown = [group for group in ScanGroup.values if len(sheets.get(group, [])) >= least]
    cells = {group: {it.key: _answers(sheets[group], it.key, least) for it in questions} for group in shown}
    values = {group: _means(found) for group, found in cells.items()}
    values[ALL] = _means({it.key: [value for group in shown for value in cells[group][it.key]] for it in questions})
    own = next(iter(sheets.get("", [])), None)
    values[SELF] = {key: float(value) for key, value in own.values.items() if value != CANNOT_SAY} if own else {}
    return {
        "least": least,
        "groups": shown,
        "withheld": [group for group in ScanGroup.values if group not in shown],
        "questions": [_question(it) for it in questions],
        "values": values,
        "remarks": {group: _remarks(sheets[group], names, least) for group in shown},
    }


def means_by_competency(report: dict[str, Any], series: str) -> dict[str, float]:
    """Of the questions that are shown, by the key of the competency."""
    found: dict[str, list[float]] = {}
    values = report["values"].get(series, {})
    for question in report["questions"]:
        if question["key"] in values:
            found.setdefault(question["competency"], []).append(values[question["key"]])
    return {key: round(sum(means) / len(means), 1) for key, means in found.items()}


def names_somebody(text: str, names: Iterable[str]) -> bool:
    """Whether the text names one of these people, or holds what leads to somebody: an address, a number, a pupil."""
    if any(findings_in_text("", text)):
        return True
    parts = {part for name in names for part in re.findall(r"\w+", name) if len(part) >= SHORTEST_NAME}
    words = {word.casefold() for word in re.findall(r"\w+", text)}
    return bool(words & {part.casefold() for part in parts})


def _answers(sheets: Iterable[ScanSheet], key: str, least: int) -> list[int]:
    """None of them where fewer than that could answer."""
    found = [it.values[key] for it in sheets if it.values.get(key, CANNOT_SAY) != CANNOT_SAY]
    return found if len(found) >= least else []


def _means(answers: dict[str, list[int]]) -> Means:
    return {key: round(sum(found) / len(found), 1) for key, found in answers.items() if found}


def _remarks(sheets: Iterable[ScanSheet], names: Sequence[str], least: int) -> dict[str, list[str]]:
    """Own words that name nobody, in no order that tells anything; none at all where so few are left."""
    found = {}
    for name in REMARKS:
        texts = [text for it in sheets if (text := getattr(it, name)) and not names_somebody(text, names)]
        found[name] = sorted(texts) if len(texts) >= least else []
    return found


def _question(row: ScanQuestion) -> dict[str, Any]:
    competency = row.competency
    return {
        "key": row.key,
        "title": row.title,
        "title_en": row.title_en,
        "competency": f"{competency.theme.key}-{competency.key}",
        "competency_title": competency.title,
        "competency_title_en": competency.title_en,
        "theme": competency.theme.key,
    }
