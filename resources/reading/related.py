"""Practices like this one, by theme, keywords, sector and school type."""

from collections.abc import Sequence

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Q

from resources.models import Practice
from search.services import most_alike

SHOWN, LOOKED_AT = 4, 24


def related(practice: Practice) -> Sequence[Practice]:
    """Published ones that share most with it; those that share keywords come first. A fixed number of queries."""
    facets = {
        "theme": [theme.slug for theme in practice.themes.all()],
        "sector": [practice.sector] if practice.sector else [],
        "school_type": [practice.school_type] if practice.school_type else [],
    }
    found = most_alike(user=AnonymousUser(), kind="practice", object_id=practice.pk, facets=facets, limit=LOOKED_AT)
    places = {int(pk): place for place, pk in enumerate(found)}
    shared = Count("tags", filter=Q(tags__in=[tag.pk for tag in practice.tags.all()]), distinct=True)
    practices = Practice.objects.published().filter(pk__in=places).annotate(shared=shared)
    best = sorted(practices.select_related("school"), key=lambda it: (-it.shared, places[it.pk]))
    return best[:SHOWN]
