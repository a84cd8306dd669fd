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

from core.files import clean_name
from core.zips import Part, pieces_of, streamed_zip
from networks.models.agreements import worded
from validation.models import Appendix, Evidence
from validation.portfolio.content import Portfolio
from validation.portfolio.snapshots import content_of
from validation.portfolio.wording import relevant_part

Row = TypeVar("Row", Evidence, Appendix)
TEMPLATE = Path(__file__).with_name("portfolio.typ")


def as_pdf(portfolio: Portfolio) -> bytes:
    """The portfolio as it is now, in the reader's language."""
    words = json.dumps(_words(portfolio), ensure_ascii=False)
    pdf: bytes = typst.compile(TEMPLATE, pdf_standards=["ua-1"], sys_inputs={"words": words})
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


def _words(portfolio: Portfolio) -> dict[str, Any]:
    theme, case = portfolio.theme.theme, portfolio.theme.case
    return {
        "lang": (get_language() or settings.LANGUAGE_CODE).split("-")[0],
        "house": settings.WAGTAIL_SITE_NAME,
        "title": theme.label,
        "author": case.person.name,
        "about": f"{case.school} · {case.version.programme.label}",
        "sections": [{"title": it.section.label, "text": it.text or "–"} for it in portfolio.sections],
        "competencies": _competencies(portfolio),
        "sources": [it["apa"] for it in content_of(portfolio)["sources"]],
        "evidence": [_piece(number, it) for number, it in enumerate(portfolio.evidence, 1)],
        "feedback": [
            {
                "title": it.name,
                "answers": [[answer.question.label, answer.text] for answer in it.answers.all()]
                + ([[_("My answer"), it.reply]] if it.reply else []),
            }
            for it in portfolio.feedback
        ],
        "appendices": [it.title for it in portfolio.appendices],
        "labels": {
            "competencies": _("Competencies"),
            "sources": _("Sources"),
            "evidence": _("Evidence"),
            "feedback": _("Feedback of colleagues"),
            "appendices": _("Appendices"),
        },
    }


def _competencies(portfolio: Portfolio) -> list[dict[str, Any]]:
    return [
        {
            "title": worded(it.title, it.title_en),
            "passages": [at.link.passage for at in portfolio.links if at.link.competency_id == it.pk and at.is_there],
        }
        for it in portfolio.competencies
    ]


def _piece(number: int, piece: Evidence) -> dict[str, Any]:
    facts = [
        (_("Relevant part"), relevant_part(piece)),
        (_("Supports"), piece.supports),
        (_("Perspective"), piece.get_perspective_display() if piece.perspective else ""),
        (_("File"), piece.name),
        (_("Web address"), piece.link),
    ]
    told = [[label, text] for label, text in facts if text]
    return {"title": f"{number}. {piece.title}", "frozen": piece.frozen, "facts": told or [[_("Relevant part"), "–"]]}
