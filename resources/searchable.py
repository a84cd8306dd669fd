"""What can be found of the library, by everybody: published practices, as they are published."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag

from networks.models import Network, Theme
from resources.choices import Licence, MaterialKind, SchoolType, school_year
from resources.models import Practice
from schools.models import School, SchoolSize, Sector
from search import audiences
from search.searchable import Searchable, SearchDocumentData

BODY = ("question", "approach", "result", "context", "conditions", "what_did_not_work")
FIXED = {"sector": Sector, "school_type": SchoolType, "size": SchoolSize, "material": MaterialKind}


class PracticeSearchable(Searchable):
    """A practice in the library. Registered in resources.apps."""

    model = Practice
    kind = "practice"
    label = _("Good practice")
    plural = _("Good practices")
    facets = ("theme", "sector", "school_type", "size", "material", "network", "year", "licence")
    facet_titles = {
        "theme": _("Theme"),
        "sector": _("Sector"),
        "school_type": _("School type"),
        "size": _("School size"),
        "material": _("Kind of material"),
        "network": _("Learning network"),
        "year": _("School year"),
        "licence": _("Licence"),
    }
    numbers = ("used", "tried")

    def queryset(self) -> QuerySet[Any]:
        return Practice.objects.originals().with_facts().with_materials().with_words_of_files().with_numbers()

    def document(self, practice: Any) -> SearchDocumentData | None:
        """None while the practice is not published: the index then forgets it."""
        if not practice.is_published:
            return None
        network: Network | None = practice.public_network
        themes, materials = practice.themes.all(), practice.materials.all()
        size = practice.school_size or (practice.school.size if practice.school else None)
        return SearchDocumentData(
            title=practice.title,
            summary=practice.teaser,
            body="\n".join(filter(None, (*(getattr(practice, name) for name in BODY), *_words_around(practice)))),
            attached=[(it.title, it.extracted.text) for it in materials if hasattr(it, "extracted")],
            url=practice.get_absolute_url(),
            audience=["public"],
            facets={
                "theme": [theme.slug for theme in themes],
                "sector": [practice.sector],
                "school_type": [practice.school_type] if practice.school_type else [],
                "size": [size] if size else [],
                "material": sorted({material.kind for material in materials}),
                "network": [network.slug] if network else [],
                "year": [str(year) for year in practice.years],
                "licence": [practice.licence],
            },
            facet_labels={
                "theme": {theme.slug: theme.name for theme in themes},
                "network": {network.slug: network.title} if network else {},
            },
            date=practice.published_at,
            language="nl",
            numbers={"used": practice.used, "tried": practice.tried},
            data={
                "slug": practice.slug,
                "tried": practice.tried,
                "school": str(practice.school or ""),
                "materials": len(materials),
                "themes": [[theme.name, theme.name_en] for theme in themes],
            },
        )

    def value_label(self, facet: str, value: str) -> str | Promise | None:
        if facet in FIXED:
            return FIXED[facet](value).label if value in FIXED[facet].values else None
        if facet == "licence":
            return Licence(value).short if value in Licence.values else None
        if facet == "year":
            return school_year(int(value)) if value.isascii() and value.isdigit() else None
        return None


class ThemeSearchable(Searchable):
    """A theme leads to its practices. Registered in resources.apps."""

    model = Theme
    kind = "theme"
    label = _("Theme")
    plural = _("Themes")
    dated = False
    is_entrance = True

    def document(self, theme: Theme) -> SearchDocumentData | None:
        return SearchDocumentData(
            title=" · ".join(filter(None, (theme.name, theme.name_en))),
            url=f"{reverse('resources:library')}?{urlencode({'theme': theme.slug})}",
            audience=[audiences.PUBLIC],
            boost=2.0,
            data={"nl": theme.name, "en": theme.name_en},
        )

    def title(self, title: str, data: dict[str, Any]) -> str:
        """Found by its name in either language, shown in the reader's."""
        return data.get((get_language() or "nl")[:2]) or data.get("nl") or title


def _words_around(practice: Practice) -> list[str]:
    """Words by which people look for a practice that stand in none of its texts."""
    network = practice.public_network
    return [
        ", ".join(tag.name for tag in practice.tags.all()),
        ", ".join(theme.name for theme in practice.themes.all()),
        ", ".join(material.title for material in practice.materials.all()),
        str(practice.school or ""),
        practice.get_sector_display(),
        practice.get_school_type_display(),
        practice.subjects,
        network.title if network else "",
    ]


def refresh_practices_of(sender: type[Theme] | type[Network] | type[School], instance: Any, **kwargs: Any) -> None:
    """Practices are found by the names of their themes, network and school; a hidden network is named nowhere."""
    from search.services import refresh_many

    refresh_many(instance.practices.published())


def refresh_practices_with(sender: type[Tag], instance: Tag, **kwargs: Any) -> None:
    """Practices are found by the new spelling of a tag, and no longer by one that went."""
    from search.services import refresh_many

    tagged = getattr(instance, "practices_before", None) or _tagged(instance)
    refresh_many(tagged)


def remember_practices_with(sender: type[Tag], instance: Tag, **kwargs: Any) -> None:
    """Before a tag goes: whom it was on."""
    instance.practices_before = list(_tagged(instance))


def _tagged(tag: Tag) -> QuerySet[Any]:
    return Practice.objects.published().filter(tagged_items__tag=tag)
