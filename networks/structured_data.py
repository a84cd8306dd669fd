"""What search engines are told of a network's coming meetings (schema.org)."""

from typing import Any

from core.structured_data import address, described
from networks.models import Meeting, Network, NetworkPage

AVAILABILITY = {
    "open": "https://schema.org/InStock",
    "last_places": "https://schema.org/LimitedAvailability",
    "full": "https://schema.org/SoldOut",
}
IN_PERSON = "https://schema.org/OfflineEventAttendanceMode"
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
        location=_place(coming[0]),
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
        eventAttendanceMode=IN_PERSON,
        location=_place(meeting),
        offers=described("Offer", availability=AVAILABILITY.get(network.status), url=url, price=0, priceCurrency="EUR"),
    )


def _place(meeting: Meeting) -> dict[str, Any] | None:
    """Only what the announcement shows too."""
    return described("Place", name=meeting.place, address=meeting.place) if meeting.place else None
