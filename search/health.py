"""For the health endpoint."""

from search.engines.elasticsearch import node


def check() -> None:
    """Raises when Elasticsearch is configured but does not answer."""
    if node.configured():
        node.client().info()
