"""What a practice's page shows around the text."""

from typing import Any

from resources.models import Collection, Practice
from resources.reading.citing import citation
from resources.reading.embedding import address_of_card, code_of_card
from resources.reading.related import related
from resources.reading.versions import versions_of
from resources.reading.zipping import named


def around(original: Practice, shown: Practice) -> dict[str, Any]:
    """Citation, versions, related practices and the card, of what is published; and the zip."""
    has_files = len(named(shown.materials.all())) > 1
    if not original.is_published:
        return {"has_files": has_files and shown == original}
    versions = versions_of(original)
    return {
        "has_files": has_files and shown == original,
        "citation": citation(original, versions[0].number),
        "versions": versions,
        "related": related(original),
        "card_address": address_of_card(original),
        "card_code": code_of_card(original),
        "collections": list(Collection.objects.with_practice(original)),
    }
