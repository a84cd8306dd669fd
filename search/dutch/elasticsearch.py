"""The same Dutch for Elasticsearch: its analysis settings, made from the same lists."""

from typing import Any

from search.dutch import COMPOUND_SETTINGS, lists

INDEX_ANALYZER, QUERY_ANALYZER, WORDS_ANALYZER = "dutch_index", "dutch_query", "plain_words"


def analysis_settings() -> dict[str, Any]:
    """What an index needs under `settings.analysis`. Compounds are taken apart in texts, never in queries."""
    folded = ["lowercase", "asciifolding"]
    stemmed = ["dutch_overrides", "dutch_stemmer"]
    return {
        "filter": {
            "dutch_compounds": {
                "type": "dictionary_decompounder",
                "word_list": sorted(lists.compounds()),
                **COMPOUND_SETTINGS,
            },
            "dutch_overrides": {
                "type": "stemmer_override",
                "rules": [f"{word} => {stem}" for word, stem in sorted(lists.overrides().items())],
            },
            "dutch_stemmer": {"type": "stemmer", "language": "dutch"},
        },
        "analyzer": {
            INDEX_ANALYZER: _analyzer(*folded, "dutch_compounds", *stemmed),
            QUERY_ANALYZER: _analyzer(*folded, *stemmed),
            WORDS_ANALYZER: _analyzer(*folded),
        },
    }


def _analyzer(*filters: str) -> dict[str, Any]:
    return {"type": "custom", "tokenizer": "standard", "filter": list(filters)}
