"""What a search costs without a platform around it: `python -m bench.bare_search JSON` prints the bare requests.

JSON: a list of the words (`q`) and filters of the library's page. For Elasticsearch it is what our engine sends; for
PostgreSQL one query, written by hand, with the first twenty practices and every facet's counts under the other filters.
"""

import json
import sys
from typing import Any

import django

SHOWN = 20
SQL = """
WITH found AS MATERIALIZED (
    SELECT d.id, d.date, sets.facets, d.boost * ts_rank('{{0.03, 0.1, 0.4, 1.0}}', t.vector, %(words)s::tsquery, 1) rank
    FROM search_searchdocument d
    JOIN search_searchterms t ON t.document_id = d.id
    JOIN search_facetset sets ON sets.key = d.facet_set_id
    WHERE d.kind = 'practice' AND d.live AND t.vector @@ %(words)s::tsquery
), page AS (
    SELECT d.id, d.title, d.summary, d.url FROM found JOIN search_searchdocument d USING (id)
    WHERE {fits} ORDER BY found.rank DESC, found.date DESC NULLS LAST, d.id LIMIT {shown}
)
SELECT 'page', to_jsonb(page)::text, 0 FROM page
UNION ALL SELECT 'total', '', count(*) FROM found WHERE {fits}
"""
COUNTED = """
UNION ALL SELECT '{facet}', value, count(*) FROM found, jsonb_array_elements_text(facets -> '{facet}') value
WHERE {fits} GROUP BY value
"""


def main() -> None:
    django.setup()
    from django.contrib.auth.models import AnonymousUser

    from search.engines.elasticsearch import node
    from search.services.finding import request_for

    asked = json.loads(sys.argv[1])
    requests = [
        request_for(
            AnonymousUser(), it.pop("q"), ["practice"], {name: [value] for name, value in it.items()}, limit=SHOWN
        )
        for it in asked
    ]
    json.dump([_for_elasticsearch(it) if node.configured() else _for_postgresql(it) for it in requests], sys.stdout)


def _for_elasticsearch(request: Any) -> dict[str, Any]:
    from search.engines.elasticsearch import node, query
    from search.engines.elasticsearch.documents import alias

    with node.answering() as client:
        search = query.RequestSearch(client, request)[: request.limit]
    return {"index": alias(), "body": search.build_search().to_dict()}


def _for_postgresql(request: Any) -> dict[str, Any]:
    from search.engines.fulltext import _expression

    facets = [name for name in request.facets if name != "kind"]
    sql = SQL.format(fits=_fits(request), shown=SHOWN)
    sql += "".join(COUNTED.format(facet=name, fits=_fits(request, without=name)) for name in facets)
    chosen = {name: values[0] for name, values in request.selection.items() if name != "kind"}
    return {"sql": sql, "values": {"words": _expression(request.plan, " & ", " | ", "'{}'"), **chosen}}


def _fits(request: Any, without: str = "") -> str:
    names = [name for name in request.selection if name not in ("kind", without)]
    return " AND ".join(f"facets -> '{name}' ? %({name})s" for name in names) or "true"


if __name__ == "__main__":
    main()
