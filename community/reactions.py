"""What a page shows of the reactions to a post."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from community.models import Post, Reaction


@dataclass(frozen=True)
class Shown:
    """One kind of reaction to a post: who gave it, and whether the reader did."""

    kind: str
    label: str
    names: Sequence[str]
    own: bool


def shown_of(post: Post, reader: Any) -> list[Shown]:
    """Every kind in its fixed order, also what nobody gave."""
    given = [] if post.deleted_at else list(post.reactions.all())
    return [
        Shown(
            kind=kind,
            label=str(label),
            names=[it.person.name for it in given if it.kind == kind],
            own=any(it.kind == kind and it.person_id == reader.pk for it in given),
        )
        for kind, label in Reaction.Kind.choices
    ]
