"""What an invented practice is made of: one way of working, told so that it fits many schools."""

from dataclasses import dataclass

ALL_SECTORS = ("PO", "VO", "MBO", "SO", "HBO")


@dataclass(frozen=True, kw_only=True)
class Seed:
    """One way of working. In its texts `{vak}` is the subject, and `{groep}` who it is about ("onze brugklassen")."""

    slug: str
    """Names the way of working; the judged queries (`bench/judged.py`) say of it how well it answers."""
    titles: tuple[str, ...]
    questions: tuple[str, ...]
    steps: tuple[str, ...]
    """The approach; each practice tells it in this order."""
    results: tuple[str, ...]
    conditions: tuple[str, ...]
    failed: tuple[str, ...]
    tags: tuple[str, ...]
    sectors: tuple[str, ...] = ("VO",)
