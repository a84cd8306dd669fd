"""Keywords to choose from, so that the same thing gets the same word."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q, QuerySet
from taggit.models import Tag

from accounts.models import User
from networks.models import Theme
from resources.models import Practice, PracticeTag
from resources.taxonomy.services import plain_word

MOST, OFTEN = 8, 12


def suggestions_for(text: str, person: User) -> list[str]:
    """Keywords that begin with the text, or for which another word does; the most used first.

    Those of published practices, those that editors keep, and the person's own: what others draft is theirs.
    """
    plain = plain_word(text.replace("\x00", ""))[:60]
    if len(plain) < 2:
        return []
    known = Q(pk__in=_published()) | Q(facts__isnull=False) | Q(synonyms__isnull=False) | Q(pk__in=_own(person))
    found = Tag.objects.filter(known, Q(name__istartswith=plain) | Q(synonyms__word__startswith=plain))
    return list(_by_use(found)[:MOST])


def often_used(themes: Iterable[Theme], without: Iterable[str]) -> list[str]:
    """Keywords that editors put under these themes, and else those most used; not what is chosen already."""
    themes, chosen = list(themes), {plain_word(word) for word in without}
    under = list(_by_use(Tag.objects.filter(facts__broader__in=themes))[: 2 * OFTEN]) if themes else []
    used = list(_by_use(Tag.objects.filter(pk__in=_published()))[: 2 * OFTEN])
    return [name for name in dict.fromkeys([*under, *used]) if plain_word(name) not in chosen][:OFTEN]


def _published() -> QuerySet[Any]:
    return PracticeTag.objects.filter(content_object__in=Practice.objects.published()).values("tag")


def _own(person: User) -> QuerySet[Any]:
    written = Practice.objects.written_by(person)
    return PracticeTag.objects.filter(Q(content_object__in=written) | Q(content_object__revises__in=written)).values(
        "tag"
    )


def _by_use(tags: QuerySet[Any]) -> QuerySet[Any]:
    """By the number of published practices."""
    public = Q(resources_practicetag_items__content_object__state=Practice.State.PUBLISHED)
    counted = tags.annotate(used=Count("resources_practicetag_items", filter=public, distinct=True))
    return counted.order_by("-used", "name").values_list("name", flat=True)
