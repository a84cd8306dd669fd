"""The generation: a number in the database that is another one after each change that visitors may see.

A writing transaction adds a row with a random step; the generation is the sum of all steps. Adding locks nothing, so
that writers never wait for each other here, and a sum does not mind in which order they commit. The steps are random,
so that a database that is put back does not count over the same numbers a second time.
"""

import random
from collections.abc import Callable
from typing import Any

from django.apps import AppConfig
from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from core.models import PublicChange
from core.page_cache.unseen import is_unseen

LARGEST_STEP = 2**31
ROWS_BEFORE_SUMMING_UP = 200
SUM = f"SELECT COALESCE(SUM(step), 0) FROM {PublicChange._meta.db_table}"  # noqa: S608  (a constant)
WRITES = ("INSERT", "UPDATE", "DELETE")

_migrating = False


def generation() -> int:
    """The present generation; within a transaction one of its own, which another change there makes old."""
    if connection.in_atomic_block:
        connection.run_on_commit = [waiting for waiting in connection.run_on_commit if not _is_ours(waiting)]
    with connection.wrap_database_errors:  # every stored page that is served asks this: no time for Django's cursor
        connection.ensure_connection()
        return int(connection.connection.execute(SUM).fetchone()[0])


def changed() -> None:
    """Make all stored pages old once the present transaction commits.

    Writes by Django's ORM do this by themselves; call it after changes elsewhere, such as a search engine's index.
    """
    if not connection.in_atomic_block:
        _add_step()
    elif not any(map(_is_ours, connection.run_on_commit)):
        # A rollback to a savepoint takes back both: the step, and that we need not add one.
        _add_step()
        transaction.on_commit(_sum_up_sometimes, robust=True)


def watch(connection: BaseDatabaseWrapper, **_signal: Any) -> None:
    """Look at every statement of this connection; a receiver of `connection_created`."""
    if connection.alias == "default" and _notice not in connection.execute_wrappers:
        connection.execute_wrappers.append(_notice)


def before_migrations(**_signal: Any) -> None:
    global _migrating
    _migrating = True


def after_migrations(sender: AppConfig, **_signal: Any) -> None:
    """Other tables than before, perhaps: that counts as a change too."""
    global _migrating
    with connection.cursor() as cursor:
        _migrating = PublicChange._meta.db_table not in connection.introspection.table_names(cursor)
    if sender.name == "core" and not _migrating:
        changed()


def _notice(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Run a statement; afterwards, in the same transaction, note that it changed something visitors may see."""
    result = execute(sql, params, many, context)
    if not _migrating and isinstance(sql, str) and sql.startswith(WRITES) and not is_unseen(sql):
        changed()
    return result


def _add_step() -> None:
    PublicChange.objects.create(step=random.randrange(1, LARGEST_STEP))  # noqa: S311  (nobody gains by guessing it)


def _is_ours(waiting: tuple[Any, ...]) -> bool:
    """Whether what waits for the commit tells that this transaction has added its step."""
    return _sum_up_sometimes in waiting


def _sum_up_sometimes() -> None:
    if random.randrange(ROWS_BEFORE_SUMMING_UP) == 0:  # noqa: S311
        sum_up()


@transaction.atomic
def sum_up() -> None:
    """Replace the rows by one with their sum, so that adding them up stays quick. Rows of others at it are skipped."""
    rows = dict(PublicChange.objects.select_for_update(skip_locked=True).values_list("pk", "step"))
    if len(rows) > 1:
        PublicChange.objects.create(step=sum(rows.values()))
        PublicChange.objects.filter(pk__in=rows).delete()
