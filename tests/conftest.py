"""What every test may use."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.utils import translation

from tests import database, quicker


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    django_test_environment: None,
    django_db_blocker: Any,
) -> Iterator[None]:
    """On SQLite a copy of a migrated file; elsewhere pytest-django's own test database."""
    if not database.is_sqlite():
        yield from _database_of_the_server(request, django_db_blocker)
        return
    with django_db_blocker.unblock():
        database.use_copy(tmp_path_factory.mktemp("database") / "test.sqlite3")
    yield
    with django_db_blocker.unblock():
        connection.close()


def pytest_configure() -> None:
    quicker.begin()


def pytest_collection_finish() -> None:
    quicker.settle()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test is named by what it is about: an address in memory differs in each process that shares the work."""
    unnamed = [item.nodeid for item in items if " at 0x" in item.nodeid]
    if unnamed:
        raise pytest.UsageError(f"Give the parameters of these tests a name (ids=…): {unnamed}")


@pytest.fixture(autouse=True)
def in_dutch() -> Iterator[None]:
    """A request for /en/ leaves its language active; the next test begins in ours."""
    with translation.override("nl"):
        yield


def _database_of_the_server(request: pytest.FixtureRequest, blocker: Any) -> Iterator[None]:
    from django.test.utils import setup_databases, teardown_databases

    from home.site_setup import set_up_site

    keep = request.config.getvalue("reuse_db")
    with blocker.unblock():
        databases = setup_databases(verbosity=0, interactive=False, keepdb=keep)
        set_up_site()
    yield
    if not keep:
        with blocker.unblock():
            _end_sessions_of_threads()
            teardown_databases(databases, verbosity=0)


def _end_sessions_of_threads() -> None:
    """A thread that a test started leaves its connection open, and PostgreSQL drops no database in use."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
