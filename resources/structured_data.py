"""What search engines are told of practices (schema.org)."""

from typing import Any

from core.structured_data import address, described
from resources.models import Practice, PracticeMaterial
from resources.reading.citing import SITE, address_of, citation


def learning_resource(practice: Practice, version: int = 1) -> dict[str, Any]:
    """A published practice as schema.org's LearningResource, with its materials. version: of the published text."""
    licence = practice.licence_facts.deed
    return described(
        "LearningResource",
        name=practice.title,
        description=practice.teaser,
        url=address(practice.get_absolute_url()),
        identifier=address_of(practice),
        inLanguage="nl",
        license=licence,
        isAccessibleForFree=True,
        learningResourceType="good practice",
        educationalUse="professional development",
        educationalLevel=practice.get_sector_display() if practice.sector else None,
        audience=described("EducationalAudience", educationalRole="school leader"),
        author=[described("Person", name=person.name) for person in practice.authors],
        publisher=described("Organization", name=SITE, url=address("/")),
        sourceOrganization=described("Organization", name=str(practice.school)) if practice.school else None,
        about=[theme.label for theme in practice.themes.all()],
        keywords=[tag.name for tag in practice.tags.all()],
        temporalCoverage=_years(practice),
        hasPart=[_material(it, licence) for it in practice.materials.all()],
        creditText=str(citation(practice, version)),
        version=version,
        datePublished=practice.published_at,
        dateModified=practice.updated_at,
    )


def _material(material: PracticeMaterial, licence: str) -> dict[str, Any]:
    return described(
        "MediaObject" if material.file else "WebPage",
        name=material.title,
        encodingFormat=material.content_type,
        contentSize=str(material.size) if material.size else None,
        contentUrl=address(material.url) if material.file else None,
        url=material.link,
        license=licence if material.file else None,
    )


def _years(practice: Practice) -> str:
    """From the first to the last year, as ISO 8601 has a period."""
    return f"{practice.years[0]}/{practice.years[-1] + 1}" if practice.years else ""
