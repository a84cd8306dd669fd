"""A portfolio frozen for its assessors: all that it says, as plain data, with a hash that shows whether it is the same.

Files stay where they are; the snapshot has the hash of each.
"""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from validation.models import Appendix, Evidence, FeedbackRequest, PortfolioSource
from validation.portfolio.apa import as_apa
from validation.portfolio.content import Portfolio

FORMAT = 1
PART = ("page_from", "page_to", "quote", "time_from", "time_to", "left", "top", "width", "height")


def content_of(portfolio: Portfolio) -> dict[str, Any]:
    """What the portfolio says now. Titles are in both languages, as the version has them."""
    theme, case = portfolio.theme.theme, portfolio.theme.case
    return {
        "format": FORMAT,
        "programme": _titles(case.version.programme) | {"version": case.version.number},
        "theme": _titles(theme) | {"key": theme.key},
        "words": portfolio.words,
        "sections": [
            _titles(it.section)
            | {"key": it.section.key, "text": it.text, "words": it.words, "counts": it.section.counts_words}
            for it in portfolio.sections
        ],
        "competencies": [
            _titles(it) | {"id": it.pk, "key": it.key, "passages": _passages(portfolio, it.pk)}
            for it in portfolio.competencies
        ],
        "sources": [_source(it) for it in portfolio.sources],
        "evidence": [_evidence(number, it) for number, it in enumerate(portfolio.evidence, 1)],
        "feedback": [_feedback(it) for it in portfolio.feedback],
        "appendices": [_material(it) for it in portfolio.appendices],
    }


def sha256_of(content: dict[str, Any]) -> str:
    """The hash, in hexadecimal, of the content as canonical JSON."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _titles(row: Any) -> dict[str, Any]:
    return {"title": row.title, "title_en": row.title_en}


def _passages(portfolio: Portfolio, competency: int) -> list[dict[str, Any]]:
    own = (it for it in portfolio.links if it.link.competency_id == competency and it.is_there)
    return [{"section": it.link.section.key, "passage": it.link.passage} for it in own]


def _source(source: PortfolioSource) -> dict[str, Any]:
    return {
        "id": source.pk,
        "kind": source.kind,
        "literature": source.is_literature,
        "apa": [list(run) for run in as_apa(source)],
        "link": source.link,
        "doi": source.doi,
        "isbn": source.isbn,
    }


def _material(row: Evidence | Appendix) -> dict[str, Any]:
    return {
        "id": row.pk,
        "title": row.title,
        "link": row.link,
        "stored": row.file.name,
        "file": row.name,
        "type": row.content_type,
        "size": row.size,
        "sha256": row.sha256,
    }


def _evidence(number: int, piece: Evidence) -> dict[str, Any]:
    return _material(piece) | {
        "number": number,
        "frozen": piece.frozen,
        "provenance": piece.provenance,
        "supports": piece.supports,
        "section": piece.section.key if piece.section else "",
        "competency": piece.competency.key if piece.competency else "",
        "perspective": piece.perspective,
        "part": piece.part,
        "where": {name: value for name in PART if (value := getattr(piece, name)) not in (None, "")},
    }


def _feedback(request: FeedbackRequest) -> dict[str, Any]:
    return {
        "name": request.name,
        "relation": request.relation,
        "answered_at": request.answered_at.isoformat() if request.answered_at else "",
        "answers": [_titles(it.question) | {"key": it.question.key, "text": it.text} for it in request.answers.all()],
        "reply": request.reply,
    }


def stored_names(contents: Iterable[dict[str, Any]]) -> set[str]:
    """The stored files that these snapshots need, so that nobody deletes them."""
    return {
        row["stored"] for content in contents for row in (*content["evidence"], *content["appendices"]) if row["stored"]
    }
