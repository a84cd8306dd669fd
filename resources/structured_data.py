"""What search engines are told of practices (schema.org)."""

from typing import Any

from core.structured_data import address, described
from resources.models import Practice


def learning_resource(practice: Practice) -> dict[str, Any]:
    """A published practice as schema.org's LearningResource."""
    return described(
        "LearningResource",
        name=practice.title,
        description=practice.teaser,
        url=address(practice.get_absolute_url()),
        inLanguage="nl",
        license=practice.licence_facts.deed,
        isAccessibleForFree=True,
        learningResourceType="good practice",
        author=[described("Person", name=person.name) for person in practice.authors],
        sourceOrganization=described("Organization", name=str(practice.school)) if practice.school else None,
        about=[theme.label for theme in practice.themes.all()],
        keywords=[tag.name for tag in practice.tags.all()],
        datePublished=practice.published_at,
        dateModified=practice.updated_at,
    )
