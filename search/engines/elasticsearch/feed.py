"""Feeds the index from the table by sequence: what committed after the checkpoint, in order; then the checkpoint."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import structlog
from elasticsearch import Elasticsearch, NotFoundError
from elasticsearch.helpers import bulk

from core import page_cache
from search.counting import known_sets
from search.engines.elasticsearch import documents, node
from search.engines.elasticsearch.documents import CHECKPOINT, alias, writing_alias
from search.models import AudienceToken, SearchDocument, SearchNumber, SequenceCounter

log = structlog.get_logger(__name__)

BATCH = 500


def sync() -> int:
    """Bring the index in service up to date; build it when there is none. Returns how many rows were written.

    Raises Unavailable when Elasticsearch does not answer; the next call then goes on where this one stopped.
    """
    with node.feeding() as client:
        index = index_in_service(client)
        if index is None or _knows_a_future(client, index) or not documents.fits(client, index):
            return _rebuild(client)
        try:
            return _catch_up(client, index)
        except node.Unavailable:
            if index == index_in_service(client):
                raise
            return 0  # a rebuild put another index in service meanwhile, and that one has these rows


def rebuild() -> int:
    """Stream the table into a new index and put it in service. Changes that commit meanwhile are in it as well."""
    with node.feeding() as client:
        return _rebuild(client)


def index_in_service(client: Elasticsearch) -> str | None:
    try:
        return next(iter(client.indices.get_alias(name=alias())), None)
    except NotFoundError:
        return None


def checkpoint_of(client: Elasticsearch, index: str) -> int:
    """Up to which sequence number the index has been fed."""
    try:
        return int(client.get(index=index, id=CHECKPOINT)["_source"]["checkpoint"])
    except NotFoundError:
        return 0


def _knows_a_future(client: Elasticsearch, index: str) -> bool:
    """Whether the index is ahead of the database, as after restoring a backup: its versions then mean nothing."""
    counter = SequenceCounter.objects.first()
    return checkpoint_of(client, index) > (counter.value if counter else 0)


def _rebuild(client: Elasticsearch) -> int:
    index = documents.create_index(client)
    try:
        written = _catch_up(client, index)
    except Exception:
        client.indices.delete(index=index, ignore_unavailable=True)
        raise
    old = _put_in_service(client, index)
    # Whoever fed the old index until now wrote changes that this one has not seen.
    written += _catch_up(client, index)
    for name in old:
        client.indices.delete(index=name, ignore_unavailable=True)
    log.info("search_index_rebuilt", index=index, rows=written)
    return written


def _put_in_service(client: Elasticsearch, index: str) -> list[str]:
    """Swap the alias in one step. Returns the indices that were in service."""
    try:
        old = list(client.indices.get_alias(name=alias()))
    except NotFoundError:
        old = []
    swap: list[dict[str, Any]] = [{"remove": {"index": name, "alias": alias()}} for name in old]
    client.indices.update_aliases(actions=[*swap, {"add": {"index": index, "alias": alias()}}])
    return old


def _catch_up(client: Elasticsearch, index: str) -> int:
    checkpoint, written = checkpoint_of(client, index), 0
    while rows := list(SearchDocument.objects.after(checkpoint)[:BATCH]):
        audiences = _audiences(rows)
        _write(client, index, rows, audiences)
        checkpoint = rows[-1].seq
        _write_checkpoint(client, index, checkpoint)
        written += len(rows)
        if any(not row.live or "public" in audiences[row.audience_set_id] for row in rows):
            page_cache.changed()  # visitors' lists that were made before the index knew
    return written


Audiences = dict[str | None, list[str]]


def _write(client: Elasticsearch, index: str, rows: Sequence[SearchDocument], audiences: Audiences) -> None:
    """Write a batch and make it findable. An entry that is newer already stays (409); any other failure stops us."""
    actions, target = _actions(rows, audiences), writing_alias(index)
    _written, refused = bulk(client, actions, index=target, require_alias=True, refresh=True, raise_on_error=False)
    errors = refused if isinstance(refused, list) else []  # a number only when statistics alone are asked for
    failed = [error for error in errors if error["index"]["status"] != 409]
    if failed:
        raise node.Unavailable(f"{len(failed)} entries were refused, the first: {failed[0]}")


def _actions(rows: Sequence[SearchDocument], audiences: Audiences) -> Iterator[dict[str, Any]]:
    known_sets.pairs({row.facet_set_id for row in rows if row.facet_set_id})
    numbers = _numbers(rows)
    for row in rows:
        facets = known_sets.facets(row.facet_set_id)
        entry = documents.entry_of(row, audiences[row.audience_set_id], facets, numbers[row.pk])
        yield {
            "_id": entry_id(row.kind, row.object_id),
            "version": row.seq,
            "version_type": "external",
            "_source": entry,
        }


def _audiences(rows: Sequence[SearchDocument]) -> Audiences:
    tokens: Audiences = defaultdict(list)
    sets = {row.audience_set_id for row in rows if row.audience_set_id}
    for key, token in AudienceToken.objects.filter(audience_set__in=sets).values_list("audience_set", "token"):
        tokens[key].append(token)
    return tokens


def _numbers(rows: Sequence[SearchDocument]) -> dict[int, dict[str, int]]:
    numbers: dict[int, dict[str, int]] = defaultdict(dict)
    stored = SearchNumber.objects.filter(document__in=[row.pk for row in rows])
    for document, name, value in stored.values_list("document", "name", "value"):
        numbers[document][name] = value
    return numbers


def _write_checkpoint(client: Elasticsearch, index: str, checkpoint: int) -> None:
    """Only after everything up to it can be found. A later feeder's higher checkpoint stays."""
    client.options(ignore_status=409).index(
        index=writing_alias(index),
        id=CHECKPOINT,
        document={"checkpoint": checkpoint},
        version=checkpoint,
        version_type="external_gte",
        require_alias=True,
        refresh=True,
    )


def entry_id(kind: str, object_id: str) -> str:
    return f"{kind}:{object_id}"
