"""What a network's announcement shows of the library."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from networks.models import Network
from resources.models import Practice

SHOWN = 3


def practices_of(network: Network) -> dict[str, Any] | None:
    """The newest published practices of the network, and where all of them are; None without any."""
    published = Practice.objects.originals().published().filter(network=network).select_related("school")
    found = list(published.order_by("-published_at", "-pk")[: SHOWN + 1])
    if not found:
        return None
    everything = f"{reverse('resources:library')}?{urlencode({'network': network.slug})}"
    return {"practices": found[:SHOWN], "more": len(found) > SHOWN and not network.hidden, "all_url": everything}
