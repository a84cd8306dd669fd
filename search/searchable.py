"""What apps declare to be searchable. Filled in their AppConfig.ready(); this app knows no domain."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date as Date
from typing import Any, ClassVar

from django.db import models
from django.utils.functional import Promise

Label = str | Promise


@dataclass(frozen=True, kw_only=True)
class SearchDocumentData:
    """What can be found of one object. Texts are plain, without markup."""

    title: str
    url: str
    audience: Sequence[str]
    """Who may see it, one token suffices: "public", "signed-in", "staff", "group:<id>", "person:<id>", …"""
    summary: str = ""
    body: str = ""
    attached: Sequence[tuple[str, str]] = ()
    """Name and words of files that hang on it: found too, for less than the body."""
    facets: dict[str, Sequence[str]] = field(default_factory=dict)
    facet_labels: dict[str, dict[str, str]] = field(default_factory=dict)
    date: Date | None = None
    """A date or an aware datetime, for sorting."""
    language: str = ""
    boost: float = 1.0
    """More than 1 brings it up among equally good answers."""
    numbers: dict[str, int] = field(default_factory=dict)
    """To sort by, the largest first; of the names that the kind declares."""
    data: dict[str, Any] = field(default_factory=dict)
    """Whatever a result's template needs beside this, as JSON. "slug" is known to SearchHit."""


class Searchable(ABC):
    """One kind of thing that can be found. Subclass it, and `register` an instance."""

    model: ClassVar[type[models.Model]]
    kind: ClassVar[str]
    """Stable, at most 50 characters; also the value of the facet "kind"."""
    label: ClassVar[Label]
    """Of one such thing: "Practice"."""
    plural: ClassVar[Label] = ""
    """Of several: "Practices". The label when it is not given."""
    facets: ClassVar[tuple[str, ...]] = ()
    facet_titles: ClassVar[dict[str, Label]] = {}
    numbers: ClassVar[tuple[str, ...]] = ()
    """Names of numbers that its documents can be sorted by."""
    per_language: ClassVar[bool] = False
    """Whether each object exists once per language; only those in the reader's language are then found."""
    suggested: ClassVar[bool] = True
    """Whether its titles are suggested while somebody types."""
    dated: ClassVar[bool] = True
    """Whether its date tells a reader something; else it only sorts."""
    is_entrance: ClassVar[bool] = False
    """Whether it leads to other things, as a theme does: offered where nothing is asked yet."""

    def queryset(self) -> models.QuerySet[Any]:
        """All objects, with what `document` reads prefetched."""
        return self.model._default_manager.all()

    @abstractmethod
    def document(self, obj: Any) -> SearchDocumentData | None:
        """What can be found of it; None while nobody may find it."""

    def title(self, title: str, data: dict[str, Any]) -> str:
        """What a reader gets to see of the stored title, for kinds that have one per language."""
        return title

    def value_label(self, facet: str, value: str) -> Label | None:
        """A value's label in the reader's language; None: the label stored with the documents, else the value."""
        return None


_registered: dict[str, Searchable] = {}
_listeners: list[Callable[[Searchable], None]] = []


def register(searchable: Searchable) -> None:
    """Make a kind searchable: from now on its rows follow its objects."""
    _registered[searchable.kind] = searchable
    for listener in _listeners:
        listener(searchable)


def unregister(kind: str) -> None:
    """Forget a kind. Its rows stay until `search_rebuild`."""
    _registered.pop(kind, None)


def on_register(listener: Callable[[Searchable], None]) -> None:
    """Call with every searchable, those registered before included."""
    _listeners.append(listener)
    for searchable in _registered.values():
        listener(searchable)


def registered() -> tuple[Searchable, ...]:
    return tuple(_registered.values())


def by_kind(kind: str) -> Searchable | None:
    return _registered.get(kind)


def for_model(model: type[models.Model]) -> tuple[Searchable, ...]:
    """The kinds that this model's objects are found as."""
    return tuple(searchable for searchable in _registered.values() if searchable.model is model)
