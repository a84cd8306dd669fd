"""What has most in common with one document."""

from collections.abc import Mapping, Sequence
from typing import Any

from search.engines import database
from search.models import FacetValue
from search.services.finding import request_for


def most_alike(
    *, user: Any, kind: str, object_id: object, facets: Mapping[str, Sequence[str]], limit: int
) -> list[str]:
    """Objects (primary keys as text) of this kind that share a value of the first of these facets of which any does.

    What shares values of most facets comes first, the newest among equals. The database answers, with a query per facet
    at most.
    """
    request = request_for(user, kinds=[kind], preferred=facets, limit=limit)
    others = database.visible(request).exclude(object_id=str(object_id)).order_by(*database.order_of(request))
    for name, values in request.preferred.items():
        sharing = FacetValue.objects.filter(facet=name, value__in=values)
        alike = others.filter(facet_set__in=sharing.values("facet_set"))
        if found := list(alike.values_list("object_id", flat=True)[:limit]):
            return found
    return []
