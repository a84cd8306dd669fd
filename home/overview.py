"""What the home page's lists show: networks, practices, meetings and news, always as they are now."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import get_language

from networks.models import Meeting, Network, Status
from resources.models import Practice

if TYPE_CHECKING:
    from home.models import NewsPage


@dataclass(frozen=True)
class Event:
    """Something in the agenda. A meeting has hours, an offer only a day on which it starts."""

    title: str
    url: str
    day: date
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    place: str = ""
    part_of: str = ""
    """The network's title, for one of its meetings."""


def running_networks(limit: int) -> list[Network]:
    """Announced networks that meet again or still take sign-ups, the soonest meeting first."""
    networks = Network.objects.announced().with_facts()
    running = [network for network in networks if network.next_meeting or network.status != Status.CLOSED]
    return sorted(running, key=_soonest)[:limit]


def newest_practices(limit: int) -> list[Practice]:
    """Published practices, the newest first."""
    return list(Practice.objects.published().with_facts().order_by("-published_at", "-pk")[:limit])


def most_used_practices(limit: int) -> list[Practice]:
    """Published practices that were read and downloaded most; none as long as nothing was counted."""
    return list(Practice.objects.published().with_facts().most_used()[:limit])


def newest_news(limit: int) -> list["NewsPage"]:
    """The newest news in the active language."""
    from home.models import NewsPage  # the pages hold the blocks that ask for this

    pages = NewsPage.objects.live().public().filter(locale__language_code=get_language())
    return list(pages.newest_first()[:limit])


def agenda(limit: int) -> list[Event]:
    """Coming meetings of announced networks and offers that begin, the soonest first."""
    found = [*_coming_meetings(limit), *_coming_offers(limit)]
    return sorted(found, key=lambda event: (event.day, event.starts_at or _midnight(event.day), event.title))[:limit]


def _coming_meetings(limit: int) -> list[Event]:
    announced = Network.objects.announced()
    meetings = Meeting.objects.upcoming().filter(series__network__in=announced).with_network().order_by("starts_at")
    return [
        Event(
            title=meeting.title or _title(meeting.series.network),
            url=meeting.series.network.get_absolute_url(),
            day=timezone.localdate(meeting.starts_at),
            starts_at=meeting.starts_at,
            ends_at=meeting.ends_at,
            place=meeting.place_in_words,
            part_of=_title(meeting.series.network) if meeting.title else "",
        )
        for meeting in meetings[:limit]
    ]


def _title(network: Network) -> str:
    """What its announcement is called in the reader's language."""
    return network.page.title if network.page else network.title


def _coming_offers(limit: int) -> list[Event]:
    from home.models import OfferPage

    offers = OfferPage.objects.live().public().filter(locale__language_code=get_language())
    coming = offers.filter(starts_on__gte=timezone.localdate()).order_by("starts_on")[:limit]
    return [
        Event(title=offer.title, url=offer.url, day=offer.starts_on, place=offer.place)
        for offer in coming
        if offer.starts_on and offer.url
    ]


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _soonest(network: Network) -> tuple[bool, float, str]:
    meeting = network.next_meeting
    starts_at = meeting.starts_at if meeting else None
    return (starts_at is None, starts_at.timestamp() if starts_at else 0.0, network.title)
