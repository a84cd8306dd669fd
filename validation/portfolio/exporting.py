"""A portfolio to take along: one PDF that screen readers can read (PDF/UA-1), and a zip with its files as well."""

import json
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import typst
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.errors import NotFound
from core.files import clean_name
from core.zips import Part, pieces_of, streamed_zip
from networks.models.agreements import worded
from validation.models import Appendix, CaseTheme, Evidence, Submission
from validation.portfolio.content import Portfolio
from validation.portfolio.provenance import came_from, was_taken
from validation.portfolio.snapshots import content_of
from validation.portfolio.wording import relevant_part

Row = TypeVar("Row", Evidence, Appendix)
TEMPLATE = Path(__file__).with_name("portfolio.typ")


def as_pdf(portfolio: Portfolio) -> bytes:
    """The portfolio as it is now, in the reader's language."""
    return _compiled(_words(content_of(portfolio), portfolio.theme))


def submission_as_pdf(submission: Submission) -> bytes:
    """What was handed in, just as it was then. Raises NotFound when it was emptied."""
    if not submission.content:
        raise NotFound
    return _compiled(_words(submission.content, submission.theme))


def _compiled(words: dict[str, Any]) -> bytes:
    told = json.dumps(words, ensure_ascii=False)
    pdf: bytes = typst.compile(TEMPLATE, pdf_standards=["ua-1"], sys_inputs={"words": told})
    return pdf


def as_zip(portfolio: Portfolio) -> Iterator[bytes]:
    """The bytes of a zip: the PDF, the same as data (JSON), and every file; made while it is sent."""
    return streamed_zip(_parts(portfolio))


def _parts(portfolio: Portfolio) -> Iterator[Part]:
    now = timezone.localtime().timetuple()[:6]
    content = json.dumps(content_of(portfolio), ensure_ascii=False, indent=2)
    yield zipfile.ZipInfo("portfolio.pdf", now), [as_pdf(portfolio)]
    yield zipfile.ZipInfo("portfolio.json", now), [content.encode()]
    yield from _files(_("evidence"), portfolio.evidence)
    yield from _files(_("appendices"), portfolio.appendices)


def _files(folder: str, rows: Iterable[Row]) -> Iterator[Part]:
    for name, row in _named(rows):
        yield zipfile.ZipInfo(f"{folder}/{name}", row.added_at.timetuple()[:6]), pieces_of(row.file)


def _named(rows: Iterable[Row]) -> Iterator[tuple[str, Row]]:
    """Each file that is there, with its number before its name, so that no two have one name."""
    for number, row in enumerate(rows, 1):
        if row.file.name and row.file.storage.exists(row.file.name):
            yield f"{number:02} {clean_name(row.name) or 'bestand'}", row


def _words(content: dict[str, Any], theme: CaseTheme) -> dict[str, Any]:
    """What the template prints of a snapshot, in the reader's language."""
    return {
        "lang": (get_language() or settings.LANGUAGE_CODE).split("-")[0],
        "house": settings.WAGTAIL_SITE_NAME,
        "title": theme.theme.label,
        "author": theme.case.person.name,
        "about": f"{theme.case.school} · {theme.case.version.programme.label}",
        "sections": [{"title": _title(it), "text": it["text"] or "–"} for it in content["sections"]],
        "competencies": [
            {"title": _title(it), "passages": [at["passage"] for at in it["passages"]]}
            for it in content["competencies"]
        ],
        "sources": [it["apa"] for it in content["sources"]],
        "evidence": [_piece(it) for it in content["evidence"]],
        "feedback": [
            {
                "title": it["name"],
                "answers": [[_title(answer), answer["text"]] for answer in it["answers"]]
                + ([[_("My answer"), it["reply"]]] if it["reply"] else []),
            }
            for it in content["feedback"]
        ],
        "appendices": [it["title"] for it in content["appendices"]],
        "labels": {
            "competencies": _("Competencies"),
            "sources": _("Sources"),
            "evidence": _("Evidence"),
            "feedback": _("Feedback of colleagues"),
            "appendices": _("Appendices"),
        },
    }


def _title(row: dict[str, Any]) -> str:
    return worded(row["title"], row["title_en"])


def _piece(piece: dict[str, Any]) -> dict[str, Any]:
    row = Evidence(part=piece["part"], frozen=piece["frozen"], perspective=piece["perspective"], **piece["where"])
    facts = [
        (_("From the platform"), f"{came_from(told)}. {was_taken(told)}" if (told := piece["provenance"]) else ""),
        (_("Address"), piece["provenance"].get("url", "")),
        (_("Hash (SHA-256)"), piece["provenance"].get("sha256", "")),
        (_("Relevant part"), relevant_part(row)),
        (_("Supports"), piece["supports"]),
        (_("Perspective"), row.get_perspective_display() if row.perspective else ""),
        (_("File"), piece["file"]),
        (_("Web address"), piece["link"]),
    ]
    shown = [[label, text] for label, text in facts if text]
    title = f"{piece['number']}. {piece['title']}"
    return {"title": title, "frozen": piece["frozen"], "facts": shown or [[_("Relevant part"), "–"]]}
