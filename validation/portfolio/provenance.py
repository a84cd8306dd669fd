"""Where a frozen piece of evidence came from, in words, and whether it still stands there as it did."""

import hashlib
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from accounts.models import User
from core.clock import day_and_clock
from validation.models import Evidence
from validation.portfolio.own_work import KINDS, Piece


def provenance_of(piece: Piece, text: str) -> dict[str, Any]:
    """What goes along with the text that is frozen: what it was, when, its address, and the hashes of both."""
    return {
        "kind": piece.kind,
        "id": piece.pk,
        "title": piece.title,
        "where": piece.where,
        "when": piece.at.isoformat(),
        "taken": timezone.now().isoformat(),
        "url": settings.BASE_URL + piece.url,
        "shortened": text != piece.text.strip(),
        "sha256": _sha256(text),
        "source_sha256": _sha256(piece.raw),
    }


def came_from(provenance: dict[str, Any]) -> str:
    """In one line: what it was, “its title”, the network, and when. Empty where nothing is told."""
    if not provenance:
        return ""
    kind = KINDS.get(provenance["kind"])
    what = str(kind.label) if kind else ""
    when = day_and_clock(parse_datetime(provenance["when"]))
    where = provenance["where"] if provenance["where"] not in provenance["title"] else ""
    return ", ".join(it for it in (what, f"“{provenance['title']}”", where, when) if it)


def was_taken(provenance: dict[str, Any]) -> str:
    """When it was taken over, and whether all of it."""
    if not provenance:
        return ""
    told = _("Taken over, in part, on %(moment)s.") if provenance["shortened"] else _("Taken over on %(moment)s.")
    return told % {"moment": day_and_clock(parse_datetime(provenance["taken"]))}


def taken_of(pieces: Iterable[Evidence], kind: str) -> set[int]:
    """What of this kind was taken over among these pieces: the ids there."""
    return {it.provenance["id"] for it in pieces if it.provenance.get("kind") == kind}


def changed_since(pieces: Iterable[Evidence], person: User) -> dict[int, str]:
    """Per piece whose source changed or went: what became of it. One look per kind, however many pieces."""
    frozen = [it for it in pieces if it.provenance]
    told: dict[int, str] = {}
    for key in {it.provenance["kind"] for it in frozen} & KINDS.keys():
        of_kind = [it for it in frozen if it.provenance["kind"] == key]
        kind = KINDS[key]
        rows = kind.rows(person).filter(pk__in=[it.provenance["id"] for it in of_kind])
        now = {row.pk: _sha256(kind.piece(row).raw) for row in rows}
        for it in of_kind:
            if (hash_now := now.get(it.provenance["id"])) != it.provenance["source_sha256"]:
                told[it.pk] = _("It was changed there since. Here it stays as it was.") if hash_now else _gone()
    return told


def _gone() -> str:
    return _("It no longer stands there. Here it stays as it was.")


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
