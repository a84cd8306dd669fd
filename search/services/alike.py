"""What has most in common with one document."""

from collections.abc import Mapping, Sequence
from typing import Any

from search.engines import database
from search.models import FacetValue
from search.services.finding import request_for


def most_alike(
    *, user: Any, kind: str, object_id: object, facets: Mapping[str, Sequence[str]], limit: int
) -> list[str]:
    """The objects (primary keys as text) of this kind that share values of most of these facets, at least of one.

    The newest come first among equals. The database answers, with one query.
    """
    request = request_for(user, kinds=[kind], preferred=facets, limit=limit)
    if not request.preferred:
        return []
    name, values = next(iter(request.preferred.items()))
    sharing = FacetValue.objects.filter(facet=name, value__in=values)
    documents = database.visible(request).exclude(object_id=str(object_id))
    documents = documents.filter(facet_set__in=sharing.values("facet_set"))
    return list(documents.order_by(*database.order_of(request)).values_list("object_id", flat=True)[:limit])
