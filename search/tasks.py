"""Feeds Elasticsearch after the transaction that changed the table."""


def sync_on_commit() -> None:
    """Feed Elasticsearch once after the present transaction, however many rows it changes."""
