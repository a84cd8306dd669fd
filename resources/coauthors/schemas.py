from datetime import datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field

from resources.schemas import Text


class CoAuthorIn(Schema):
    """Somebody of the contributor's networks or school."""

    email: Annotated[Text, Field(max_length=254)]


class CoAuthorOut(Schema):
    """Somebody who is asked, or agreed."""

    id: int
    name: str
    state: Literal["asked", "agreed", "declined", "left"]
    asked_at: datetime
    answered_at: datetime | None

    @staticmethod
    def resolve_name(obj: Any) -> str:
        return str(obj.person.name)


class AgreementIn(Schema):
    agrees: bool
