from typing import Literal

from ninja import Schema


class InterestOut(Schema):
    """awaits: what somebody who wants to take part has to wait for; null when there is nothing to wait for."""

    following: bool
    awaits: Literal["sign_up", "first_date"] | None
