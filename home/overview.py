"""What the home page's lists show: running networks and new practices, always as they are now."""

from networks.models import Network, Status
from resources.models import Practice


def running_networks(limit: int) -> list[Network]:
    """Announced networks that meet again or still take sign-ups, the soonest meeting first."""
    networks = Network.objects.announced().with_facts()
    running = [network for network in networks if network.next_meeting or network.status != Status.CLOSED]
    return sorted(running, key=_soonest)[:limit]


def newest_practices(limit: int) -> list[Practice]:
    """Published practices, the newest first."""
    return list(Practice.objects.published().with_facts().order_by("-published_at", "-pk")[:limit])


def _soonest(network: Network) -> tuple[bool, float, str]:
    meeting = network.next_meeting
    starts_at = meeting.starts_at if meeting else None
    return (starts_at is None, starts_at.timestamp() if starts_at else 0.0, network.title)
