"""Keywords to choose from, so that the same thing gets the same word."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q, QuerySet
from taggit.models import Tag

from networks.models import Theme
from resources.taxonomy.services import plain_word

MOST, OFTEN = 8, 12


def suggestions_for(text: str) -> list[str]:
    """Keywords that begin with the text, or for which another word does; the most used first."""
    plain = plain_word(text.replace("\x00", ""))[:60]
    if len(plain) < 2:
        return []
    found = Tag.objects.filter(Q(name__istartswith=plain) | Q(synonyms__word__startswith=plain))
    return list(_by_use(found)[:MOST])


def often_used(themes: Iterable[Theme], without: Iterable[str]) -> list[str]:
    """Keywords that editors put under these themes, and else those most used; not what is chosen already."""
    themes, chosen = list(themes), {plain_word(word) for word in without}
    under = list(_by_use(Tag.objects.filter(facts__broader__in=themes))[: 2 * OFTEN]) if themes else []
    used = list(_by_use(Tag.objects.filter(resources_practicetag_items__isnull=False))[: 2 * OFTEN])
    return [name for name in dict.fromkeys([*under, *used]) if plain_word(name) not in chosen][:OFTEN]


def _by_use(tags: QuerySet[Any]) -> QuerySet[Any]:
    counted = tags.annotate(used=Count("resources_practicetag_items", distinct=True))
    return counted.order_by("-used", "name").values_list("name", flat=True)
