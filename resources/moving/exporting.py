"""All practices as JSON, as a table, or as both with the files."""

import json
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import QuerySet
from django.utils import timezone

from core.spreadsheets import csv_lines
from core.zips import pieces_of, streamed_zip
from resources.models import Practice, PracticeMaterial
from resources.moving.columns import EXPORTED, joined
from resources.parts import COLUMNS

AT_ONCE = 200
NAME = "praktijkvoorbeelden"


def everything() -> QuerySet[Any]:
    """Every practice, in whatever state; of one that is changed what readers see."""
    practices = Practice.objects.originals().with_facts().with_authors().with_materials()
    return practices.select_related("learning_question").order_by("pk")


def as_json(practices: QuerySet[Any]) -> Iterator[bytes]:
    """A list of objects, piece by piece."""
    yield b"["
    for number, practice in enumerate(practices.iterator(chunk_size=AT_ONCE)):
        text = json.dumps(_facts(practice), cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)
        yield (",\n" if number else "\n").encode() + text.encode()
    yield b"\n]\n"


def as_csv(practices: QuerySet[Any]) -> Iterator[bytes]:
    """A table, line by line; what people wrote stays words in a spreadsheet program."""
    yield from csv_lines(_rows(practices))


def as_zip(practices: QuerySet[Any]) -> Iterator[bytes]:
    """Both, and each file under `materials/<id of the practice>/`; piece by piece."""
    return streamed_zip(_parts(practices))


def _parts(practices: QuerySet[Any]) -> Iterator[tuple[zipfile.ZipInfo, Iterable[bytes]]]:
    moment = timezone.localtime().timetuple()[:6]
    for name, pieces in ((f"{NAME}.json", as_json(practices)), (f"{NAME}.csv", as_csv(practices))):
        info = zipfile.ZipInfo(name, moment)
        info.compress_type = zipfile.ZIP_DEFLATED
        yield info, pieces
    files = PracticeMaterial.objects.filter(practice__revises=None).exclude(file="").order_by("practice", "pk")
    for material in files.filter(practice__in=practices.values("pk")).iterator(chunk_size=AT_ONCE):
        if material.file.storage.exists(str(material.file.name)):
            yield zipfile.ZipInfo(_place(material), moment), pieces_of(material.file)


def _place(material: PracticeMaterial) -> str:
    return f"materials/{material.practice_id}/{material.pk}-{material.name}"


def _rows(practices: QuerySet[Any]) -> Iterator[list[Any]]:
    yield list(EXPORTED)
    for practice in practices.iterator(chunk_size=AT_ONCE):
        facts = _facts(practice)
        yield [joined(it) if isinstance(it := facts[name], list) else it for name in EXPORTED]


def _facts(practice: Practice) -> dict[str, Any]:
    materials = list(practice.materials.all())
    return {
        "id": practice.pk,
        "address": practice.slug,
        "state": practice.state,
        "authors": [person.name for person in practice.authors],
        "key": str(practice.key or practice.pk),
        "contributor": practice.contributor.email,
        **{name: getattr(practice, name) for name in COLUMNS},
        "network": practice.network.slug if practice.network else "",
        "school": practice.school.brin if practice.school else "",
        "themes": [theme.slug for theme in practice.themes.all()],
        "tags": [tag.name for tag in practice.tags.all()],
        "materials": [_place(it) for it in materials if it.file],
        "links": [it.link for it in materials if it.link],
        "submitted_at": practice.submitted_at,
        "published_at": practice.published_at,
    }


FORMATS = {
    "json": (as_json, "application/json"),
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "zip": (as_zip, "application/zip"),
}
