"""Clean rich text, piece by piece: what stands between its tags."""

import re
from collections.abc import Callable, Collection

from django.utils.html import urlize

PIECE = re.compile(r"(<[^>]+>)")


def change_text(rich: str, change: Callable[[str], str], *, outside: Collection[str]) -> str:
    """Clean rich text with `change` done to its text, save inside the tags named."""
    inside: list[str] = []
    pieces = []
    for piece in PIECE.split(rich):
        if piece.startswith("</"):
            if inside and piece[2:-1] == inside[-1]:
                inside.pop()
        elif piece.startswith("<"):
            if (tag := piece[1:-1].split()[0]) in outside:
                inside.append(tag)
        elif not inside:
            piece = change(piece)
        pieces.append(piece)
    return "".join(pieces)


def without_quotes(rich: str) -> str:
    """Clean rich text without what it quotes."""
    depth, pieces = 0, []
    for piece in PIECE.split(rich):
        depth += (piece == "<blockquote>") - (piece == "</blockquote>")
        if depth <= 0 and piece != "</blockquote>":
            pieces.append(piece)
    return "".join(pieces)


def link_addresses(rich: str) -> str:
    """Clean rich text in which web addresses are links; clean it again afterwards."""
    return change_text(
        rich, lambda text: urlize(text) if ":" in text or "." in text else text, outside={"a", "code", "pre"}
    )
