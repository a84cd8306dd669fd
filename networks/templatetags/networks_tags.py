"""What templates show of networks."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.db.models import Model
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from core.page_cache import remembered
from core.structured_data import as_script
from networks.assigned import Standing
from networks.models import Network, NetworkPage, Status, SupportRequest
from networks.obligations import State
from networks.rooms import rooms_for
from networks.structured_data import series_of_events
from networks.talk import Talk, talk_about

register = template.Library()

STATUS_BADGES = {
    Status.OPEN: "badge--ok",
    Status.LAST_PLACES: "badge--warn",
    Status.FULL: "badge--bad",
    Status.ANNOUNCED: "badge--info",
}
OBLIGATION_BADGES = {
    State.DONE: "badge--ok",
    State.OPEN: "badge--warn",
    State.ATTAINABLE: "badge--info",
    State.UNATTAINABLE: "badge--bad",
}

STANDING_BADGES = {Standing.DRAFT: "badge--warn", Standing.HANDED_IN: "badge--ok", Standing.COMMENTED: "badge--info"}

SUPPORT_BADGES = {
    SupportRequest.State.NEW: "badge--warn",
    SupportRequest.State.IN_HAND: "badge--info",
    SupportRequest.State.WAITING: "badge--warn",
    SupportRequest.State.DONE: "badge--ok",
}


@register.inclusion_tag("networks/components/rooms.html", takes_context=True)
def rooms(context: template.Context, network: Network, current: str = "", anew: bool = False) -> dict[str, Any]:
    """The tabs of the network's space that the reader may open. anew: to take the place of those on the page."""
    return {"rooms": rooms_for(context["request"].user, network), "current": current, "anew": anew}


@register.simple_tag(takes_context=True)
def announcement_url(context: template.Context, network: Network) -> str:
    """Where the network is announced, or its space; asked of the database anew only after a public change."""
    key = f"announcement {get_language()} {network.pk}"
    return remembered(context["request"], key, network.get_absolute_url)


@register.simple_tag(takes_context=True)
def talk(context: template.Context, kind: str, things: Any) -> Mapping[int, Talk]:
    """What is said about these things of one kind (one thing, or several), by their ids."""
    several = [things] if isinstance(things, Model) else things
    return talk_about(context["network"], kind, [it.pk for it in several], context["request"].user)


@register.filter
def status_badge(status: str) -> str:
    """The badge's class for a network's status."""
    return STATUS_BADGES.get(Status(status), "")


@register.filter
def obligation_badge(state: str) -> str:
    """The badge's class for how an obligation stands."""
    return OBLIGATION_BADGES[State(state)]


@register.simple_tag
def coming_events(page: NetworkPage, network: Network) -> SafeString:
    """What search engines are told of the network's coming meetings."""
    return as_script(series_of_events(page, network))


@register.filter
def standing_badge(standing: str) -> str:
    """The badge's class for how far somebody is with an assignment."""
    return STANDING_BADGES.get(Standing(standing), "")


@register.filter
def of_key(values: dict[Any, Any], key: Any) -> Any:
    """The value that the mapping has for the key."""
    return values.get(key)


@register.filter
def support_badge(state: str) -> str:
    """The badge's class for how a request for support stands."""
    return SUPPORT_BADGES[SupportRequest.State(state)]
