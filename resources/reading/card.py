"""What a list shows of a practice: made of the practice itself, or of its row in the search, which costs no query."""

from dataclasses import dataclass
from typing import Any, Self

from django.utils.translation import get_language

from resources.choices import SchoolType, period_of
from resources.models import Practice
from schools.models import Sector
from search.results import SearchHit


@dataclass(frozen=True, kw_only=True)
class Card:
    """The texts are plain, or safe HTML with the words marked that were looked for."""

    slug: str
    url: str
    name: str
    title: str
    passage: str
    sector: str = ""
    school_type: str = ""
    school: str = ""
    period: str = ""
    materials: int = 0
    tried: int = 0
    """At how many schools it was tried, as far as is known."""
    themes: tuple[str, ...] = ()
    may_be_kept: bool = True
    """On a reading list."""

    @classmethod
    def of(cls, practice: Practice) -> Self:
        """A practice read with its facts and with the number of its materials."""
        return cls(
            slug=practice.slug or "",
            url=practice.get_absolute_url(),
            name=practice.title,
            title=practice.title,
            passage=practice.teaser,
            sector=practice.get_sector_display(),
            school_type=practice.get_school_type_display(),
            school=str(practice.school or ""),
            period=practice.period,
            materials=getattr(practice, "material_count", 0),
            themes=tuple(theme.label for theme in practice.themes.all()),
            may_be_kept=practice.is_published,
        )

    @classmethod
    def of_hit(cls, hit: SearchHit) -> Self:
        """A published practice that a search found."""
        facets, english = hit.facets, get_language() == "en"
        return cls(
            slug=hit.slug,
            url=hit.url,
            name=hit.title,
            title=hit.title_highlight,
            passage=hit.highlight,
            sector=_label(Sector, facets.get("sector")),
            school_type=_label(SchoolType, facets.get("school_type")),
            school=hit.data.get("school", ""),
            period=period_of(sorted(int(year) for year in facets.get("year", ()))),
            materials=hit.data.get("materials", 0),
            tried=hit.data.get("tried", 0),
            themes=tuple((english and in_english) or name for name, in_english in hit.data.get("themes", ())),
        )


def _label(choices: Any, values: list[str] | None) -> str:
    return str(choices(values[0]).label) if values and values[0] in choices.values else ""
