"""Full text in the two databases: FTS5 on SQLite, tsvector on PostgreSQL, over the same index terms.

The terms come from search.dutch, so neither database analyses language: both only look up words.
"""

from django.db import connection
from django.db.models import F, FloatField
from django.db.models.expressions import RawSQL

from search import dutch
from search.plan import Plan
from search.querysets import SearchDocumentQuerySet


def matching(documents: SearchDocumentQuerySet, plan: Plan, *, as_typed: bool = False) -> SearchDocumentQuerySet:
    """Documents that meet every clause; with `as_typed` in their title, and the last word may be its beginning.

    Annotates `rank`: higher is better, a word in the title counts most, then the summary.
    """
    dialect = _postgresql if connection.vendor == "postgresql" else _sqlite
    return dialect(documents, plan, as_typed)


def _sqlite(documents: SearchDocumentQuerySet, plan: Plan, as_typed: bool) -> SearchDocumentQuerySet:
    query = _expression(plan, " AND ", " OR ", '"{}"')
    if as_typed:
        start = f'(words : "{plan.last_word}" *)'
        earlier = _expression(_without_last(plan), " AND ", " OR ", '"{}"')
        query = f"({{title}} : ({query})) OR " + (f"(({{title}} : ({earlier})) AND {start})" if earlier else start)
    else:
        query = f"{{title summary body attached}} : ({query})"
    return documents.extra(
        tables=["search_fulltext"],
        where=["search_fulltext.rowid = search_searchdocument.id", "search_fulltext MATCH %s"],
        params=[query],
    ).annotate(
        # title, summary, body, what is attached; the words of the title are for suggestions only
        rank=RawSQL("-bm25(search_fulltext, 10.0, 4.0, 1.0, 0.3, 0.0)", [], output_field=FloatField()) * F("boost")
    )


def _postgresql(documents: SearchDocumentQuerySet, plan: Plan, as_typed: bool) -> SearchDocumentQuerySet:
    query = _expression(plan, " & ", " | ", "'{}'")
    where, params = "search_searchterms.vector @@ %s::tsquery", [query]
    if as_typed:
        titles = _expression(plan, " & ", " | ", "'{}':A")
        earlier = _expression(_without_last(plan), " & ", " | ", "'{}':A")
        start = "search_searchterms.words_vector @@ %s::tsquery"
        where = f"(search_searchterms.vector @@ %s::tsquery OR ({start}" + (
            " AND search_searchterms.vector @@ %s::tsquery))" if earlier else "))"
        )
        params = [titles, f"'{plan.last_word}':*", *([earlier] if earlier else [])]
    return documents.extra(  # noqa: S610 - the query is a parameter
        tables=["search_searchterms"],
        where=["search_searchterms.document_id = search_searchdocument.id", where],
        params=params,
    ).annotate(
        rank=RawSQL(
            "ts_rank('{0.03, 0.1, 0.4, 1.0}', search_searchterms.vector, %s::tsquery, 1)", [query], FloatField()
        )
        * F("boost")
    )


def _expression(plan: Plan, both: str, either: str, word: str) -> str:
    """The plan in a database's own language. Stems are letters and digits only, so nothing needs escaping."""
    clauses = (
        either.join("(" + both.join(word.format(dutch.stem(part)) for part in option) + ")" for option in clause)
        for clause in plan.clauses
    )
    return both.join(f"({clause})" for clause in clauses)


def _without_last(plan: Plan) -> Plan:
    return Plan(plan.clauses[:-1])
