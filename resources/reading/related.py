"""Practices like this one, by theme, keywords, sector and school type."""

from collections.abc import Collection, Mapping, Sequence

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Q

from networks.models import Theme
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
    return _alike(practice, facets, [tag.name for tag in practice.tags.all()])


def related_to_text(practice: Practice, text: Mapping[str, str]) -> Sequence[Practice]:
    """The same for a text of before (a snapshot, by part), whatever the practice says now."""
    themes = Theme.objects.filter(name__in=_listed(text, "themes"))
    facets = {
        "theme": list(themes.values_list("slug", flat=True)),
        "sector": _listed(text, "sector"),
        "school_type": _listed(text, "school_type"),
    }
    return _alike(practice, facets, _listed(text, "tags"))


def _alike(practice: Practice, facets: Mapping[str, Sequence[str]], tags: Collection[str]) -> Sequence[Practice]:
    found = most_alike(user=AnonymousUser(), kind="practice", object_id=practice.pk, facets=facets, limit=LOOKED_AT)
    places = {int(pk): place for place, pk in enumerate(found)}
    shared = Count("tags", filter=Q(tags__name__in=tags), distinct=True)
    practices = Practice.objects.published().filter(pk__in=places).annotate(shared=shared)
    best = sorted(practices.select_related("school"), key=lambda it: (-it.shared, places[it.pk]))
    return best[:SHOWN]


def _listed(text: Mapping[str, str], name: str) -> list[str]:
    return [part for part in text.get(name, "").split(", ") if part]
