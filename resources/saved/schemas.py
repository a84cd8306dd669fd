from datetime import datetime
from typing import Annotated

from ninja import Schema
from pydantic import Field

from resources.models import SavedSearch
from resources.schemas import LibraryFacets, Text

Name = Annotated[Text, Field(min_length=1, max_length=100)]


class SavedSearchIn(LibraryFacets):
    """A question to the library to keep."""

    name: Name
    q: Annotated[Text, Field(max_length=200)] = ""


class SavedSearchChangeIn(Schema):
    name: Name | None = None
    paused: bool | None = None


class SavedSearchOut(Schema):
    id: int
    name: str
    q: str
    facets: dict[str, list[str]]
    paused: bool
    created_at: datetime
    url: str

    @staticmethod
    def resolve_q(obj: SavedSearch) -> str:
        return obj.text

    @staticmethod
    def resolve_url(obj: SavedSearch) -> str:
        return obj.get_absolute_url()
