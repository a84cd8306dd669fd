"""Answers a SearchRequest from the index, and believes nothing that the table does not confirm."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from elasticsearch import Elasticsearch, NotFoundError
from elasticsearch.dsl import FacetedSearch, Q, Search, TermsFacet
from elasticsearch.dsl.query import Query
from elasticsearch.dsl.response import Response

from search import metrics
from search.engines import Found, database
from search.engines.elasticsearch import node
from search.engines.elasticsearch.documents import alias, facet_field, number_field
from search.models import SearchDocument
from search.plan import Plan
from search.request import SearchRequest

name = "elasticsearch"

FIELDS = ["title^8", "summary^3", "body", "attached^0.3"]
MOST_VALUES = 1_000
MORE_THAN_A_SCORE = 10_000
_LATEST = {"date": {"order": "desc", "missing": "_last"}}
_LARGEST = {"order": "desc", "missing": "_last", "unmapped_type": "long"}
_ORDERS: dict[str, list[Any]] = {
    "relevance": [_LATEST],
    "newest": [_LATEST],
    "title": ["title_key"],
}


class Behind(node.Unavailable):
    """The index does not know the newest rows yet."""


def find(request: SearchRequest) -> Found:
    """Raises Unavailable when Elasticsearch does not answer, and Behind when its answer would be out of date."""
    with node.answering() as client:
        response = _execute(RequestSearch(client, request)[request.offset : request.offset + request.limit])
    _check_up_to_date(request, response.aggregations.fed.checkpoint.value)
    rows = confirmed(request, response)
    counts = {
        facet: Counter({value: size for value, size, _chosen in response.facets[facet]}) for facet in request.facets
    }
    counted = response.aggregations
    return Found(
        total=response.hits.total.value - (len(response.hits) - len(rows)),
        rows=rows,
        counts=counts,
        without={facet: counted[f"_filter_{facet}"].doc_count for facet in request.selection},
        unfiltered=counted.asked.doc_count,
    )


def suggest(request: SearchRequest) -> list[SearchDocument]:
    with node.answering() as client:
        search = RequestSearch(client, request)[: request.limit]
        response = _execute(search)
    _check_up_to_date(request, response.aggregations.fed.checkpoint.value)
    return confirmed(request, response)


class RequestSearch(FacetedSearch):
    """Multi-select facets are what FacetedSearch does: every facet is counted under the choices of the others."""

    def __init__(self, client: Elasticsearch, request: SearchRequest) -> None:
        self.using: Any = client
        self.index, self.request = alias(), request
        self.facets = {facet: TermsFacet(field=facet_field(facet), size=MOST_VALUES) for facet in request.facets}
        super().__init__(query=_asked(request), filters=dict(request.selection), sort=_sort(request))

    def search(self) -> Search:
        search = super().search().filter("term", live=True).filter("terms", kind=self.request.kinds)
        search = search.filter("terms", audience=sorted(self.request.audience))
        if self.request.per_language:
            other_kinds = ~Q("terms", kind=self.request.per_language)
            search = search.filter(other_kinds | Q("terms", language=["", self.request.language]))
        return search.source(False).extra(docvalue_fields=["row", "seq"], track_total_hits=True, track_scores=True)

    def query(self, search: Any, query: Any) -> Any:
        return search.query(query)

    def aggregate(self, search: Any) -> None:
        super().aggregate(search)
        search.aggs.bucket("asked", "filter", filter=Q("match_all"))  # what the words find, before any choice
        search.aggs.bucket("fed", "global").metric("checkpoint", "max", field="checkpoint")


def confirmed(request: SearchRequest, response: Response) -> list[SearchDocument]:
    """The rows of these hits, in order: only those that are still that version and that this reader may see now."""
    versions = {hit.meta.fields["row"][0]: hit.meta.fields["seq"][0] for hit in response.hits}
    rows = database.visible(request).defer("attached").in_bulk(list(versions))
    return [rows[pk] for pk, seq in versions.items() if pk in rows and rows[pk].seq == seq]


def _execute(search: FacetedSearch) -> Any:
    try:
        return search.execute()
    except NotFoundError as error:
        raise Behind("there is no index yet") from error


def _check_up_to_date(request: SearchRequest, checkpoint: float | None) -> None:
    """A change that the index has not seen could hide or show something: then the database must answer."""
    newest = SearchDocument.objects.order_by("-seq").values_list("seq", flat=True).first() or 0
    fed = int(checkpoint or 0)
    metrics.changes_behind.set(max(0, newest - fed))
    if fed > newest:
        raise Behind("the index is ahead of the database")
    if fed < newest and SearchDocument.objects.of_kinds(request.kinds).filter(seq__gt=fed).exists():
        raise Behind(f"the index is fed up to {fed} of {newest}")


def _asked(request: SearchRequest) -> Query:
    asked = Q("match_all")
    if request.plan:
        asked = _titles(request.plan) if request.as_typed else _all_clauses(request.plan, FIELDS)
    scored = Q(
        "function_score", query=asked, field_value_factor={"field": "boost", "missing": 1}, boost_mode="multiply"
    )
    return _likest(request, scored) if request.preferred else scored


def _likest(request: SearchRequest, scored: Query) -> Query:
    """Each preferred facet that is met counts for more than any answer can score."""
    met = [
        Q("constant_score", filter=Q("terms", **{facet_field(facet): values}), boost=MORE_THAN_A_SCORE)
        for facet, values in request.preferred.items()
    ]
    by_score = request.plan and request.sort == "relevance"
    return Q("bool", should=met, **{"must" if by_score else "filter": [scored]})


def _all_clauses(plan: Plan, fields: Sequence[str]) -> Query:
    return Q("bool", must=[_any_of(clause, fields) for clause in plan.clauses])


def _any_of(clause: Sequence[Sequence[str]], fields: Sequence[str]) -> Query:
    options = [Q("bool", must=[_word(word, fields) for word in option]) for option in clause]
    return Q("bool", should=options, minimum_should_match=1)


def _word(word: str, fields: Sequence[str]) -> Query:
    return Q("multi_match", query=word, fields=list(fields), type="best_fields", operator="and")


def _titles(plan: Plan) -> Query:
    """The whole query in the title; or all but its last word, which may be the beginning of one."""
    earlier = [_any_of(clause, ["title"]) for clause in plan.clauses[:-1]]
    unfinished = Q("bool", must=[*earlier, Q("prefix", words=plan.last_word)])
    return Q("bool", should=[_all_clauses(plan, ["title"]), unfinished], minimum_should_match=1)


def _sort(request: SearchRequest) -> list[Any]:
    if request.sorts_by_number:
        order: list[Any] = [{number_field(request.sort): _LARGEST}, _LATEST]
    elif request.plan and request.sort == "relevance":
        order = ["_score", _LATEST]
    else:
        order = _ORDERS[request.sort]
    return [*(["_score"] if request.preferred and "_score" not in order else []), *order, "row"]
