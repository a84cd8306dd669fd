"""Dividing people over groups of about as many, by lot."""

from collections.abc import Sequence
from random import Random, SystemRandom
from typing import TypeVar

Member = TypeVar("Member")
SMALLEST, LARGEST = 2, 20


def divide(people: Sequence[Member], size: int, chance: Random | None = None) -> list[list[Member]]:
    """Groups of about `size`, none of which has two members more than another; nobody is left alone.

    Seven people in groups of about three are one of four and one of three.
    """
    shuffled = list(people)
    (chance or SystemRandom()).shuffle(shuffled)
    number = max(1, min(round(len(shuffled) / size), len(shuffled) // SMALLEST))
    return [shuffled[start::number] for start in range(number)] if shuffled else []
