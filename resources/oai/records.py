"""What harvesters get: published practices, and that some are no longer published."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q, QuerySet

from networks.models import Theme
from resources.models import Practice

SET_PREFIX = "theme:"


@dataclass(frozen=True)
class Selection:
    """What a harvester asked for. moments: of the last change, from (inclusive) until (exclusive)."""

    prefix: str
    set_spec: str = ""
    since: datetime | None = None
    until: datetime | None = None


def records() -> QuerySet[Any]:
    """Everything that was ever published, in the order of its last change; what is withdrawn stays as deleted."""
    once_public = Practice.objects.originals().filter(Q(state="published") | ~Q(published_at=None))
    return once_public.order_by("updated_at", "pk")


def selected(selection: Selection) -> QuerySet[Any]:
    found = records()
    if selection.since:
        found = found.filter(updated_at__gte=selection.since)
    if selection.until:
        found = found.filter(updated_at__lt=selection.until)
    if selection.set_spec:
        slug = selection.set_spec.removeprefix(SET_PREFIX)
        found = found.filter(themes__slug=slug) if selection.set_spec.startswith(SET_PREFIX) else found.none()
    return found


def after(found: QuerySet[Any], cursor: tuple[datetime, int]) -> QuerySet[Any]:
    """The rest of a list: a record that changed meanwhile comes again at the end, none is passed over."""
    moment, pk = cursor
    return found.filter(Q(updated_at__gt=moment) | Q(updated_at=moment, pk__gt=pk))


def with_facts(found: QuerySet[Any]) -> QuerySet[Any]:
    described = found.select_related("school", "contributor", "network")
    return described.prefetch_related("themes", "tags", "materials", "coauthors__person")


def namespace() -> str:
    return urlsplit(settings.BASE_URL).hostname or "localhost"


def identifier_of(practice: Practice) -> str:
    return f"oai:{namespace()}:practice/{practice.pk}"


def find(identifier: str) -> Practice | None:
    """The practice with this identifier, published or once published."""
    start = f"oai:{namespace()}:practice/"
    number = identifier.removeprefix(start)
    if not identifier.startswith(start) or not number.isascii() or not number.isdigit() or len(number) > 18:
        return None
    return with_facts(records()).filter(pk=int(number)).first()


def sets() -> list[tuple[str, str]]:
    """Spec and name of each theme."""
    return [(f"{SET_PREFIX}{slug}", name) for slug, name in Theme.objects.order_by("slug").values_list("slug", "name")]
