"""What the index holds of a row, and the index itself."""

import secrets
from typing import Any, ClassVar

from django.conf import settings
from django.utils import timezone
from elasticsearch import Elasticsearch
from elasticsearch.dsl import Boolean, Date, Document, Float, Index, InnerDoc, Keyword, Long, MetaField, Object, Text

from search import dutch
from search.dutch.elasticsearch import INDEX_ANALYZER, QUERY_ANALYZER, WORDS_ANALYZER, analysis_settings
from search.models import SearchDocument

CHECKPOINT = "checkpoint"


def _dutch_text() -> Text:
    return Text(analyzer=INDEX_ANALYZER, search_analyzer=QUERY_ANALYZER)


class Facets(InnerDoc):
    """One keyword per facet, whatever the apps call theirs."""

    kind = Keyword()

    class Meta:
        dynamic = MetaField(True)


class Numbers(InnerDoc):
    """One whole number per order that the apps declare."""

    class Meta:
        dynamic = MetaField(True)


class SearchEntry(Document):
    """One row of the table. Its version in the index is the row's sequence number, so an old one never wins.

    A tombstone stays as an entry without texts and audience. One entry more, the checkpoint, says up to which number
    the index has been fed.
    """

    row = Long()
    seq = Long()
    digest = Keyword()
    live = Boolean()
    kind = Keyword()
    language = Keyword()
    audience = Keyword()
    title = _dutch_text()
    summary = _dutch_text()
    body = _dutch_text()
    attached = _dutch_text()
    words = Text(analyzer=WORDS_ANALYZER)
    title_key = Keyword()
    date = Date()
    boost = Float()
    facets = Object(Facets)
    numbers = Object(Numbers)
    checkpoint = Long()

    class Meta:
        dynamic = MetaField("strict")
        dynamic_templates = MetaField(
            [
                {"facets": {"path_match": "facets.*", "mapping": {"type": "keyword", "ignore_above": 1000}}},
                {"numbers": {"path_match": "numbers.*", "mapping": {"type": "long"}}},
            ]
        )

    class Index:
        name: ClassVar[str] = "leernetwerk"


def alias() -> str:
    """The name that readers and feeders use; it points to the one index in service."""
    return str(settings.ELASTICSEARCH_INDEX)


def writing_alias(index: str) -> str:
    """A second name of one index. Writing to it fails once the index is gone, instead of making it anew."""
    return f"{index}-write"


def create_index(client: Elasticsearch) -> str:
    """Make an empty index that nobody reads yet. Returns its name."""
    name = f"{alias()}-{timezone.now():%Y%m%d%H%M%S}-{secrets.token_hex(3)}"
    index = Index(name, using=client)
    index.document(SearchEntry)
    index.settings(number_of_shards=1, auto_expand_replicas="0-1", analysis=analysis_settings())
    index.aliases(**{writing_alias(name): {}})
    index.create()
    return name


def entry_of(
    row: SearchDocument, audience: list[str], facets: dict[str, list[str]], numbers: dict[str, int]
) -> dict[str, Any]:
    """A row as the index holds it. Texts go in as folded words: they are searched, and shown from the row."""
    entry: dict[str, Any] = {"row": row.pk, "seq": row.seq, "digest": row.digest, "live": row.live}
    if row.live:
        entry |= {
            "kind": row.kind,
            "language": row.language,
            "audience": audience,
            "title": " ".join(dutch.words(row.title)),
            "summary": " ".join(dutch.words(row.summary)),
            "body": " ".join(dutch.words(row.body)),
            "attached": " ".join(word for _name, text in row.attached for word in dutch.words(text)),
            "words": row.title_key,
            "title_key": row.title_key,
            "date": row.date,
            "boost": row.boost,
            "facets": facets,
            "numbers": numbers,
        }
    return entry


def facet_field(name: str) -> str:
    return f"facets.{name}"


def number_field(name: str) -> str:
    return f"numbers.{name}"


def fits(client: Elasticsearch, index: str) -> bool:
    """Whether the index was made with all the fields that entries have now."""
    known = client.indices.get_mapping(index=index)[index]["mappings"].get("properties", {})
    return set(SearchEntry._index.to_dict()["mappings"]["properties"]) <= set(known)
