"""For tests of the cache of visitors' pages: a database that commits, and what a page is when it is made afresh."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from django.db import connection
from django.http import HttpResponse
from django.test import Client

from core.page_cache import middleware, shared
from core.page_cache.store import Store
from tests import database

TOKEN = re.compile(rb'(?<=csrfmiddlewaretoken" value=")\w+')
MADE = 299  # by the view, rather than taken from the store


@contextmanager
def committing_database(folder: Path, blocker: Any) -> Iterator[None]:
    """A copy of the migrated SQLite file in which transactions really end; thrown away afterwards."""
    with blocker.unblock():
        before = Path(connection.settings_dict["NAME"])
        database.use_copy(folder / "visiting.sqlite3")
        middleware.STORE.clear()
        shared.forget()
        try:
            yield
        finally:
            database.connect(before)


def fresh(address: str) -> tuple[int, bytes]:
    """What a visitor gets from a platform that has stored nothing."""
    with patch.object(middleware, "STORE", Store(1)):
        return seen(address)


def seen(address: str, client: Client | None = None) -> tuple[int, bytes]:
    """What a visitor gets, or the person who is signed in with this client."""
    answer = (client or Client()).get(address)
    return answer.status_code, answer.content


def own(address: str, client: Client) -> tuple[int, bytes]:
    """What the person signed in with this client gets; tokens of forms are others each time."""
    status, page = seen(address, client)
    return status, TOKEN.sub(b"", page)


def freshly_own(address: str, client: Client) -> tuple[int, bytes]:
    """The same, made for this person alone."""
    with patch.object(shared, "_reads_as_all_do", return_value=False):
        return own(address, client)


def is_shared(address: str, client: Client) -> bool:
    """Whether this person gets a page that was made before for all."""
    with (
        patch.object(shared, "_made", return_value=None),  # only what is there already
        patch.object(shared.SharedPage, "filled_for", return_value=HttpResponse(status=MADE)),
    ):
        return client.get(address).status_code == MADE


def is_stored(address: str, **headers: str) -> bool:
    """Whether a visitor gets this page now without its view being run."""
    with patch.object(middleware, "_store", return_value=HttpResponse(status=MADE)):
        return Client().get(address, headers=headers).status_code != MADE
