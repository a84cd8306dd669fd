"""Writes the table: one row per object, in the transaction of the change."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation

from search import dutch, vocabulary
from search.clean import LONGEST_ATTACHED, clean
from search.dutch import lists
from search.models import (
    AudienceSet,
    AudienceToken,
    FacetLabel,
    FacetSet,
    FacetValue,
    SearchDocument,
    SearchNumber,
    SearchTerms,
    SequenceCounter,
)
from search.searchable import Searchable, SearchDocumentData

BATCH = 200
FIELDS = [
    *("url", "title", "title_key", "summary", "body", "attached", "facet_set", "audience_set", "date", "language"),
    *("boost", "data", "live", "digest", "seq"),
]
Row = dict[str, Any]


def write(searchable: Searchable, object_ids: Iterable[object]) -> int:
    """Bring the rows of these objects up to date with the database; absent objects become tombstones.

    Returns how many rows changed. Unchanged rows keep their sequence number, and then nothing is locked.
    """
    ids = list(dict.fromkeys(map(str, object_ids)))
    with translation.override(settings.LANGUAGE_CODE):  # addresses and labels must not depend on who saves
        return sum(_write_batch(searchable, batch) for batch in _batches(ids))


@transaction.atomic
def _write_batch(searchable: Searchable, ids: list[str]) -> int:
    if not _changes(searchable, ids):
        return 0
    counter = _locked_counter()
    # Read again, now that no other writer can come between.
    changes = _changes(searchable, ids)
    documents = [data for data, _row in changes.values() if data]
    _save_sets(searchable, documents)
    _save_labels(searchable, documents)
    _save_rows(searchable.kind, {object_id: row for object_id, (_data, row) in changes.items()}, counter)
    numbers = {object_id: numbers_of(searchable, data) if data else {} for object_id, (data, _row) in changes.items()}
    _save_numbers(searchable.kind, numbers)
    return len(changes)


def _locked_counter() -> SequenceCounter:
    counter, _created = SequenceCounter.objects.select_for_update().get_or_create(pk=1)
    return counter


def _changes(searchable: Searchable, ids: list[str]) -> dict[str, tuple[SearchDocumentData | None, Row]]:
    """For each object whose row is not up to date: its document (None: gone or hidden) and its new row."""
    documents = {str(obj.pk): searchable.document(obj) for obj in searchable.queryset().filter(pk__in=ids)}
    digests = dict(
        SearchDocument.objects.of_kinds([searchable.kind]).filter(object_id__in=ids).values_list("object_id", "digest")
    )
    changes = {}
    for object_id in ids:
        data = documents.get(object_id)
        row = _row(searchable, data)
        if digests.get(object_id) != row["digest"] and (data or object_id in digests):
            changes[object_id] = (data, row)
    return changes


def _row(searchable: Searchable, data: SearchDocumentData | None) -> Row:
    if data is None:
        return _tombstone()
    title = clean(data.title, 300)
    row = {
        "url": clean(data.url, 500),
        "title": title,
        "title_key": " ".join(dutch.words(title))[:300],
        "summary": clean(data.summary),
        "body": clean(data.body),
        "attached": _attached(data),
        "language": data.language[:10],
        "facet_set_id": digest_of(facets_of(searchable, data)),
        "audience_set_id": digest_of(audience_of(data)),
        "date": _moment(data.date),
        "boost": data.boost,
        "data": data.data,
        "live": True,
    }
    numbers = numbers_of(searchable, data)
    return row | {"digest": digest_of([lists.fingerprint(), data.facet_labels, row, *([numbers] if numbers else [])])}


def _attached(data: SearchDocumentData) -> list[list[str]]:
    """Name and words of each file, as many as there is room for."""
    attached, room = [], LONGEST_ATTACHED
    for name, text in data.attached:
        if words := clean(text, room).strip():
            attached.append([clean(name, 200), words])
            room -= len(words)
    return attached


def _tombstone() -> Row:
    texts = dict.fromkeys(("url", "title", "title_key", "summary", "body", "language"), "")
    row: Row = {
        **texts,
        "attached": [],
        "facet_set_id": None,
        "audience_set_id": None,
        "date": None,
        "boost": 1.0,
        "data": {},
    }
    return row | {"live": False, "digest": digest_of(row)}


def facets_of(searchable: Searchable, data: SearchDocumentData) -> dict[str, list[str]]:
    """The document's facet values, "kind" among them."""
    facets = {name: sorted({clean(value, 200) for value in data.facets.get(name, ())}) for name in searchable.facets}
    return {"kind": [searchable.kind], **{name: values for name, values in facets.items() if values}}


def audience_of(data: SearchDocumentData) -> list[str]:
    return sorted({clean(token, 100) for token in data.audience})


def numbers_of(searchable: Searchable, data: SearchDocumentData) -> dict[str, int]:
    """The numbers to sort by, save those that are 0."""
    return {name: data.numbers[name] for name in searchable.numbers if data.numbers.get(name)}


def digest_of(content: object) -> str:
    text = json.dumps(content, sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.blake2b(text.encode("utf-8", "ignore"), digest_size=16).hexdigest()


def _moment(day: date | None) -> datetime | None:
    if day is None or isinstance(day, datetime):
        return day
    return timezone.make_aware(datetime.combine(day, time.min))


def _save_sets(searchable: Searchable, documents: list[SearchDocumentData]) -> None:
    facets = {digest_of(found): found for found in (facets_of(searchable, data) for data in documents)}
    audiences = {digest_of(found): found for found in map(audience_of, documents)}
    for key in FacetSet.objects.filter(pk__in=facets).values_list("pk", flat=True):
        del facets[key]
    for key in AudienceSet.objects.filter(pk__in=audiences).values_list("pk", flat=True):
        del audiences[key]
    FacetSet.objects.bulk_create(FacetSet(key=key, facets=found) for key, found in facets.items())
    FacetValue.objects.bulk_create(
        FacetValue(facet_set_id=key, facet=facet, value=value)
        for key, found in facets.items()
        for facet, values in found.items()
        for value in values
    )
    AudienceSet.objects.bulk_create(AudienceSet(key=key) for key in audiences)
    AudienceToken.objects.bulk_create(
        AudienceToken(audience_set_id=key, token=token) for key, tokens in audiences.items() for token in tokens
    )


def _save_labels(searchable: Searchable, documents: list[SearchDocumentData]) -> None:
    named = {
        (facet, clean(value, 200)): clean(label, 300)
        for data in documents
        for facet, labels in data.facet_labels.items()
        for value, label in labels.items()
    }
    FacetLabel.objects.bulk_create(
        [FacetLabel(kind=searchable.kind, facet=f, value=v, label=label) for (f, v), label in named.items()],
        update_conflicts=True,
        unique_fields=["kind", "facet", "value"],
        update_fields=["label"],
    )


def _save_rows(kind: str, changes: Mapping[str, Row], counter: SequenceCounter) -> None:
    """Write the rows under the next sequence numbers; the counter is locked until the transaction ends."""
    documents = SearchDocument.objects.of_kinds([kind]).filter(object_id__in=list(changes))
    before = vocabulary.count(documents.public().texts())
    rows = [
        SearchDocument(kind=kind, object_id=object_id, seq=seq, **row)
        for seq, (object_id, row) in enumerate(changes.items(), counter.value + 1)
    ]
    SearchDocument.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["kind", "object_id"],
        update_fields=FIELDS,
    )
    SequenceCounter.objects.filter(pk=counter.pk).update(value=counter.value + len(rows))
    _save_terms(documents)
    difference = vocabulary.count(documents.public().texts())
    difference.subtract(before)
    vocabulary.add(difference)


def _save_terms(documents: Iterable[SearchDocument]) -> None:
    saved = list(documents)
    SearchTerms.objects.filter(document__in=[document.pk for document in saved]).delete()
    SearchTerms.objects.bulk_create(_terms(document) for document in saved if document.live)


def _save_numbers(kind: str, numbers: Mapping[str, Mapping[str, int]]) -> None:
    """Per object the numbers to sort by, instead of those it had."""
    documents = SearchDocument.objects.of_kinds([kind]).filter(object_id__in=list(numbers))
    SearchNumber.objects.filter(document__in=documents).delete()
    if any(numbers.values()):
        pks = dict(documents.values_list("object_id", "pk"))
        SearchNumber.objects.bulk_create(
            SearchNumber(document_id=pks[object_id], name=name, value=value)
            for object_id, named in numbers.items()
            for name, value in named.items()
        )


def _terms(document: SearchDocument) -> SearchTerms:
    return SearchTerms(
        document=document,
        title=dutch.terms(document.title),
        summary=dutch.terms(document.summary),
        body=dutch.terms(document.body),
        attached=dutch.terms(" ".join(text for _name, text in document.attached)),
        words=document.title_key,
    )


def forget(kind: str) -> int:
    """Turn all rows of a kind that nobody registers into tombstones. Returns how many."""
    return sum(_forget_batch(kind, ids) for ids in _batches(object_ids_of(kind)))


@transaction.atomic
def _forget_batch(kind: str, ids: list[str]) -> int:
    _save_rows(kind, dict.fromkeys(ids, _tombstone()), _locked_counter())
    _save_numbers(kind, {key: {} for key in ids})
    return len(ids)


@transaction.atomic
def forget_unused_sets() -> None:
    """Delete the combinations that no document has any more."""
    _locked_counter()
    FacetSet.objects.filter(documents=None).delete()
    AudienceSet.objects.filter(documents=None).delete()


@transaction.atomic
def recount_words() -> None:
    """Count the vocabulary anew."""
    _locked_counter()
    vocabulary.replace_by(vocabulary.count(SearchDocument.objects.public().texts()))


def object_ids_of(kind: str) -> list[str]:
    """The objects that have a live row."""
    return list(SearchDocument.objects.live().of_kinds([kind]).values_list("object_id", flat=True))


def _batches(ids: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(ids), BATCH):
        yield ids[start : start + BATCH]
