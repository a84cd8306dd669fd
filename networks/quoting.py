"""What was said in a network, as quotes in a practice. One higher app has the words, another the practices."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from django.db import models

from accounts.models import User
from networks.models import Network


@dataclass(frozen=True)
class Passage:
    """Words of one person. source: what they stand in; url: where members of the network read it."""

    source: models.Model
    author: User
    text: str
    url: str


@dataclass(frozen=True)
class Draft:
    """The practice that was opened; url: where one goes on writing it."""

    id: int
    slug: str
    url: str


class Library(Protocol):
    """What the app with the practices does with words from a network."""

    most: int

    def open_draft(
        self, *, by: User, network: Network, title: str, passages: Sequence[Passage], key: uuid.UUID | None
    ) -> Draft:
        """Open a draft with these quotes and ask their authors; the same key again answers the same draft.

        Raises MayNotContribute, InvalidInput (`title`, `posts`).
        """

    def source_gone(self, source: models.Model) -> None:
        """The words were taken out of the network: quotes of them go the same way."""


_libraries: list[Library] = []


def register(library: Library) -> None:
    """There is one: the app with the practices. In AppConfig.ready()."""
    _libraries[:] = [library]


def library() -> Library:
    """Where quotes go."""
    return _libraries[0]
