"""What a practice's page shows around the text."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from accounts.languages import without_language
from resources.models import Collection, Practice
from resources.reading.citing import citation
from resources.reading.related import related
from resources.reading.versions import versions_of
from resources.reading.zipping import named


def around(original: Practice, shown: Practice) -> dict[str, Any]:
    """Citation, versions, related practices and the address of the card, of what is published; and the zip."""
    has_files = len(named(shown.materials.all())) > 1
    if not original.is_published:
        return {"has_files": has_files and shown == original}
    versions = versions_of(original)
    card = settings.BASE_URL + without_language(reverse("resources:embedded", args=[original.slug]))
    return {
        "has_files": has_files and shown == original,
        "citation": citation(original, versions[0].number),
        "versions": versions,
        "related": related(original),
        "card_address": card,
        "collections": list(Collection.objects.with_practice(original)),
    }
