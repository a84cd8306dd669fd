"""Lets the cache hear of what changes, wherever it is written."""

from typing import Any

from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.autoreload import file_changed

from core.page_cache import changes


def connect() -> None:
    connection_created.connect(changes.watch, dispatch_uid="page_cache.watch")
    pre_migrate.connect(changes.before_migrations, dispatch_uid="page_cache.before_migrations")
    post_migrate.connect(changes.after_migrations, dispatch_uid="page_cache.after_migrations")
    file_changed.connect(_forget, dispatch_uid="page_cache.forget")


def _forget(**_signal: Any) -> None:
    """A template changed under a development server that goes on running."""
    from core.page_cache.middleware import STORE

    STORE.clear()
