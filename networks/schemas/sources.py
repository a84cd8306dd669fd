from typing import Any

from ninja import Field, Schema

from networks.models.sources import FIRST_YEAR, LAST_YEAR, ONE_LINE
from networks.schemas.types import AtSchool


class SourceFacts(Schema):
    """What something is, and in one line what it gave."""

    title: str = Field(max_length=200)
    authors: str = Field("", max_length=200)
    year: int | None = Field(None, ge=FIRST_YEAR, le=LAST_YEAR)
    gave: str = Field(max_length=ONE_LINE)


class SourceIn(SourceFacts):
    """A source with a web address, or with none, as a book has."""

    link: str = Field("", max_length=1000)


class SourceOut(SourceIn):
    """A source at a participant's learning question; `url` is where members get it, and empty without link or file."""

    id: int
    member: int = Field(alias="enrolment_id")
    version: int | None
    name: str
    size: int
    type: str = Field(alias="content_type")
    url: str
    added_at: AtSchool

    @staticmethod
    def resolve_version(source: Any) -> int | None:
        return source.question.version if source.question else None
