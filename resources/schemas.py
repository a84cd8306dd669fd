"""What the API takes and gives of practices."""

from datetime import datetime
from typing import Annotated, Any, Literal

from ninja import Path, Schema
from pydantic import AfterValidator, BeforeValidator, Field

from core.api import PageQuery, page_of
from resources.choices import FIRST_YEAR, LAST_YEAR, Licence, MaterialKind, SchoolSize, SchoolType
from resources.models import TEXT_LIMIT, Practice, PracticeMaterial, Quote
from resources.quotes.schemas import QuoteOut
from schools.models import Sector


def without_nul(text: str) -> str:
    """Databases hold no NUL."""
    if "\x00" in text:
        raise ValueError("must not contain NUL characters")
    return text


def _a_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Text = Annotated[str, AfterValidator(without_nul)]
Long = Annotated[Text, Field(max_length=TEXT_LIMIT)]
Word = Annotated[Text, Field(max_length=100)]
Words = Annotated[list[Word], Field(max_length=50), BeforeValidator(_a_list)]
Year = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]
Version = Annotated[int, Field(ge=1, le=2**31 - 1)]
Id = Annotated[int, Field(ge=1, le=2**63 - 1)]
PracticeKey = Annotated[str, Path(description="The id or the slug of a practice")]


class LibraryFacets(Schema):
    """Values of one facet widen, different facets narrow."""

    theme: Words = []
    sector: Words = []
    school_type: Words = []
    size: Words = []
    material: Words = []
    network: Words = []
    year: Words = []
    licence: Words = []

    def chosen(self) -> dict[str, list[str]]:
        """The facets of which a value is chosen."""
        return {name: values for name in LibraryFacets.model_fields if (values := getattr(self, name))}


class LibraryQuery(PageQuery, LibraryFacets):
    """Words to look for, and facets."""

    q: Annotated[Text, Field(max_length=200)] = ""
    sort: Literal["relevance", "newest", "title", "used", "tried", "mine"] | None = Field(
        None, description="`mine`: practices of schools like the caller's first; the usual order without a school"
    )


class PracticeContentIn(Schema):
    """What a contributor fills in. Plain text; blank lines part paragraphs, lines with "- " make a list."""

    summary: Annotated[Text, Field(max_length=600)] | None = None
    question: Long | None = None
    context: Long | None = None
    approach: Long | None = None
    result: Long | None = None
    conditions: Long | None = None
    what_did_not_work: Long | None = None
    contact: Annotated[Text, Field(max_length=300)] | None = None
    licence: Licence | None = Field(None, description="SPDX identifier; CC-BY-4.0 when left out")
    sector: Sector | Literal[""] | None = None
    school_type: SchoolType | Literal[""] | None = None
    school_size: SchoolSize | Literal[""] | None = Field(None, description="How many pupils, in bands")
    subjects: Annotated[Text, Field(max_length=200)] | None = Field(None, description="With commas; empty: all")
    first_year: Year | None = Field(None, description="School year by the year in which it starts")
    last_year: Year | None = None
    network: Annotated[Text, Field(max_length=200)] | None = Field(
        None, description="Slug of a network of the contributor"
    )
    school: Annotated[Text, Field(max_length=6)] | None = Field(None, description="BRIN of a school of the contributor")
    themes: Annotated[list[Word], Field(max_length=10)] | None = Field(None, description="Slugs")
    tags: Annotated[list[Word], Field(max_length=15)] | None = None


class PracticeIn(PracticeContentIn):
    """A new practice; only the title is needed for a draft."""

    title: Annotated[Text, Field(min_length=1, max_length=200)]


class PracticeChangeIn(PracticeContentIn):
    """Changes; what is left out stays. `version` guards against overwriting somebody else's change."""

    title: Annotated[Text, Field(min_length=1, max_length=200)] | None = None
    version: Version | None = None


class SubmitIn(Schema):
    """What comes along with a submission."""

    permission_by: Annotated[Text, Field(max_length=200)] = Field(
        "",
        description="Name and role of who agrees for the school that this becomes public. Left out, nothing is "
        "recorded, and the reviewer is told so.",
    )


class ReviewIn(Schema):
    """A decision. Returning needs reasons; `version` makes sure that nothing newer is decided upon unread."""

    decision: Literal["publish", "return"]
    reasons: Long = ""
    version: Version | None = None
    ticked: Annotated[list[Annotated[int, Field(ge=1, le=2**63 - 1)]], Field(max_length=100)] = Field(
        [], description="Points of the checklist (ids) that were looked at"
    )


class MaterialIn(Schema):
    """What to call a file, and what it is for; its name and type tell when these are left out."""

    title: Annotated[Text, Field(max_length=200)] = ""
    kind: MaterialKind | Literal[""] = ""


class Missing(Schema):
    """Something that must be filled in before a practice can be submitted."""

    field: str
    why: str


class NamedOut(Schema):
    slug: str
    title: str


class PracticeSchoolOut(Schema):
    brin: str
    name: str


class MaterialOut(Schema):
    """A file or a link. `name`, `size` (bytes) and `type` are of the file."""

    id: int
    title: str
    kind: str
    name: str
    size: int
    type: str = Field(description="Content type of the file; empty for a link")
    url: str

    @staticmethod
    def resolve_type(obj: PracticeMaterial) -> str:
        return obj.content_type


class HitOut(Schema):
    """A practice as a search finds it; `highlight` is safe HTML with `<mark>`."""

    id: int
    slug: str
    title: str
    summary: str
    highlight: str
    url: str
    sector: str
    school_type: str
    tried: int = Field(description="How many schools told that they tried it")
    published_at: datetime | None


class FacetOut(Schema):
    value: str
    label: str
    count: int
    selected: bool


class LibraryOut(Schema):
    """A page of results, with the facets of all of them, and which search engine answered."""

    total: int
    items: list[HitOut]
    facets: dict[str, list[FacetOut]]
    engine: Literal["database", "elasticsearch"]


class PracticeRowOut(Schema):
    """A practice in a list of one's own. `state` is of the newest text, `published` says whether readers see one."""

    id: int
    slug: str
    title: str
    state: str
    published: bool
    version: int
    url: str
    updated_at: datetime

    @staticmethod
    def resolve_id(obj: Practice) -> int:
        return obj.original.pk

    @staticmethod
    def resolve_slug(obj: Practice) -> str:
        return obj.original.slug or ""

    @staticmethod
    def resolve_published(obj: Practice) -> bool:
        return obj.original.is_published

    @staticmethod
    def resolve_url(obj: Practice) -> str:
        return obj.get_absolute_url()


class PracticeOut(PracticeRowOut):
    """A practice in full."""

    summary: str
    question: str
    context: str
    approach: str
    result: str
    conditions: str
    what_did_not_work: str
    contact: str
    licence: str
    sector: str
    school_type: str
    school_size: str
    subjects: str
    first_year: int | None
    last_year: int | None
    contributor: str
    authors: list[str] = Field(description="The contributor, and who agreed to be named too")
    school: PracticeSchoolOut | None
    network: NamedOut | None
    themes: list[NamedOut]
    tags: list[str]
    materials: list[MaterialOut]
    quotes: list[QuoteOut] = Field(description="Of a published practice those whose authors agreed")
    missing: list[Missing] = Field(description="Empty when it can be submitted; materials are never compulsory")
    submitted_at: datetime | None
    published_at: datetime | None

    @staticmethod
    def resolve_contributor(obj: Practice) -> str:
        return obj.contributor.name

    @staticmethod
    def resolve_authors(obj: Practice) -> list[str]:
        return [person.name for person in obj.authors]

    @staticmethod
    def resolve_network(obj: Practice) -> Any:
        return obj.public_network if obj.is_published else obj.network

    @staticmethod
    def resolve_themes(obj: Practice) -> list[dict[str, str]]:
        return [{"slug": theme.slug, "title": theme.label} for theme in obj.themes.all()]

    @staticmethod
    def resolve_tags(obj: Practice) -> list[str]:
        return [tag.name for tag in obj.tags.all()]

    @staticmethod
    def resolve_materials(obj: Practice) -> list[PracticeMaterial]:
        return list(obj.materials.all())

    @staticmethod
    def resolve_quotes(obj: Practice) -> list[Quote]:
        quotes = obj.original.quotes.select_related("author")
        return list(quotes.with_consent() if obj.original.is_published else quotes)

    @staticmethod
    def resolve_missing(obj: Practice) -> list[dict[str, str]]:
        from resources.services.content import missing_from

        return [] if obj.is_published else missing_from(obj)

    @staticmethod
    def resolve_published_at(obj: Practice) -> datetime | None:
        return obj.original.published_at


OwnPage = page_of(PracticeRowOut)
