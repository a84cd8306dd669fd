"""Proves that the index and the table agree, or tells where they do not."""

from collections.abc import Iterator

from elasticsearch import Elasticsearch
from elasticsearch.helpers import scan

from search.engines.elasticsearch import node
from search.engines.elasticsearch.documents import CHECKPOINT, alias
from search.engines.elasticsearch.feed import checkpoint_of, entry_id, index_in_service
from search.models import SearchDocument

Version = tuple[int, str, bool]


def differences() -> Iterator[str]:
    """One sentence per difference. Raises Unavailable when Elasticsearch does not answer."""
    with node.feeding() as client:
        index = index_in_service(client)
        if index is None:
            yield f'there is no index "{alias()}"'
            return
        client.indices.refresh(index=index)
        yield from _compare(client, index)


def _compare(client: Elasticsearch, index: str) -> Iterator[str]:
    entries = dict(_entries(client, index))
    newest = 0
    for key, row in _rows():
        newest = max(newest, row[0])
        entry = entries.pop(key, None)
        if entry is None:
            yield f"{key}: not in the index ({_said(row)} in the database)"
        elif entry != row:
            yield f"{key}: {_said(entry)} in the index, {_said(row)} in the database"
    for key, entry in entries.items():
        yield f"{key}: {_said(entry)} in the index, not in the database"
    checkpoint = checkpoint_of(client, index)
    if checkpoint != newest:
        yield f"the index is fed up to {checkpoint}, the database is at {newest}"


def _entries(client: Elasticsearch, index: str) -> Iterator[tuple[str, Version]]:
    fields = ["seq", "digest", "live"]
    for hit in scan(client, index=index, query={"_source": fields, "query": {"match_all": {}}}, size=1_000):
        if hit["_id"] != CHECKPOINT:
            seq, digest, live = (hit["_source"].get(field) for field in fields)
            yield hit["_id"], (seq, digest, live)


def _rows() -> Iterator[tuple[str, Version]]:
    values = SearchDocument.objects.values_list("kind", "object_id", "seq", "digest", "live")
    for kind, object_id, seq, digest, live in values.iterator(chunk_size=2_000):
        yield entry_id(kind, object_id), (seq, digest, live)


def _said(version: Version) -> str:
    seq, digest, live = version
    return f"version {seq} ({'live' if live else 'tombstone'}, {str(digest)[:8]})"
