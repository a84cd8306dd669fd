from datetime import datetime
from typing import Literal

from ninja import Schema
from pydantic import Field


class QuoteOut(Schema):
    """A quote in a practice, as who reads the practice may know it."""

    id: int
    words: str = Field(description="Empty when consent was refused or taken back")
    by: str = Field(description="Who said it, when named with consent")
    state: Literal["asked", "named", "unnamed", "refused", "withdrawn"]


class OwnQuoteOut(Schema):
    """Words of one's own in a practice of somebody else."""

    id: int
    practice: str = Field(description="Its title")
    contributor: str
    text: str
    state: Literal["asked", "named", "unnamed", "refused", "withdrawn"]
    asked_at: datetime
    answered_at: datetime | None
    url: str = Field(description="Where one answers")


class QuoteAnswerIn(Schema):
    answer: Literal["named", "unnamed", "refused"]
