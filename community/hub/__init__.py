"""One hub per process hands a network's events to its sockets (docs: DESIGN, idea 4).

The database holds the events; the channel layer only wakes hubs up. A hub subscribes once per network, reads each
new event once, serialises it once, and every local socket takes it from there at its own pace.
"""

from community.hub.hub import Hub, the_hub
from community.hub.listener import Listener
from community.hub.standing import Standing

__all__ = ["Hub", "Listener", "Standing", "the_hub"]
