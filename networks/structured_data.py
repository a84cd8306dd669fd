"""What search engines are told of a network's coming meetings (schema.org)."""

from typing import Any

from core.richtext import to_text
from core.structured_data import address, described
from networks.models import Meeting, Network, NetworkPage
from networks.pricing import price_in

AVAILABILITY = {
    "open": "https://schema.org/InStock",
    "last_places": "https://schema.org/LimitedAvailability",
    "full": "https://schema.org/SoldOut",
}
# By whether people come to a place, and whether they can be there online.
MODES = {
    (True, False): "https://schema.org/OfflineEventAttendanceMode",
    (False, True): "https://schema.org/OnlineEventAttendanceMode",
    (True, True): "https://schema.org/MixedEventAttendanceMode",
}
SCHEDULED = "https://schema.org/EventScheduled"


def series_of_events(page: NetworkPage, network: Network) -> dict[str, Any] | None:
    """The network's coming meetings, as one series of events; None while none is planned."""
    coming = network.coming_meetings
    if not coming:
        return None
    url = address(page.url)
    return described(
        "EventSeries",
        name=page.title,
        description=page.intro,
        url=url,
        startDate=coming[0].starts_at,
        endDate=coming[-1].ends_at,
        location=_where(coming[0], url),
        subEvent=[_event(meeting, page, network, url) for meeting in coming],
    )


def _event(meeting: Meeting, page: NetworkPage, network: Network, url: str) -> dict[str, Any]:
    return described(
        "EducationEvent",
        name=f"{page.title}: {meeting.name}",
        description=page.intro,
        url=url,
        startDate=meeting.starts_at,
        endDate=meeting.ends_at,
        eventStatus=SCHEDULED,
        eventAttendanceMode=MODES.get((bool(meeting.place), bool(meeting.online_url))),
        location=_where(meeting, url),
        offers=_offer(page, network, url),
    )


def _where(meeting: Meeting, url: str) -> dict[str, Any] | list[dict[str, Any]] | None:
    """Only what the announcement shows too: the address of a meeting online is for participants."""
    place = [described("Place", name=meeting.place, address=meeting.place)] if meeting.place else []
    online = [described("VirtualLocation", url=url)] if meeting.online_url else []
    found = place + online
    return found[0] if len(found) == 1 else found


def _offer(page: NetworkPage, network: Network, url: str) -> dict[str, Any]:
    """With a price where the announcement names one."""
    price = price_in(to_text(page.cost))
    known = {} if price is None else {"price": float(price), "priceCurrency": "EUR"}
    return described("Offer", availability=AVAILABILITY.get(network.status), url=url, **known)
