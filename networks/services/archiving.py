"""A closed network is an archive: the services that change something in it ask here first."""

from networks.errors import NetworkArchived
from networks.models import Network


def require_open(network: Network) -> None:
    """Raises NetworkArchived when the network is closed, as the database has it now."""
    if Network.objects.filter(pk=network.pk).exclude(closed_at=None).exists():
        raise NetworkArchived(network)
