from typing import Any, Literal

from ninja import Schema

ObligationState = Literal["done", "open", "attainable", "unattainable"]


class ObligationOut(Schema):
    """One line of the ledger: how an agreement stands, why, and what to do about it."""

    kind: str
    label: str
    state: ObligationState
    why: str
    todo: str
    url: str

    @staticmethod
    def resolve_label(obligation: Any) -> str:
        return str(obligation.label)

    @staticmethod
    def resolve_why(obligation: Any) -> str:
        return str(obligation.why)

    @staticmethod
    def resolve_todo(obligation: Any) -> str:
        return str(obligation.todo)
