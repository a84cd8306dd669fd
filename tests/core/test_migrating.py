"""Migrations that were brought together: none is lost, an old database is up to date, half of one is refused."""

import io
import re

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection, migrations, models
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState

from core.migrating import CreateModels, half_way


@pytest.fixture
def replacing(db):
    """Which migrations each of ours replaces."""
    found = MigrationLoader(None).replacements
    return {key: it.replaces for key, it in found.items() if key[0] in settings.OWN_APPS}


def forget(*keys):
    for app, name in keys:
        MigrationRecorder(connection).migration_qs.filter(app=app, name=name).delete()


@pytest.mark.parametrize("app", settings.OWN_APPS)
def test_each_of_the_old_migrations_is_replaced_once(app, replacing):
    old = sorted(name for key, names in replacing.items() if key[0] == app for _app, name in names)

    assert old
    assert [int(re.match(r"\d+", name)[0]) for name in old] == list(range(1, len(old) + 1))


def test_an_old_database_has_nothing_to_do(replacing):
    forget(*replacing)

    executor = MigrationExecutor(connection)

    executor.loader.check_consistent_history(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
    assert half_way(connection) == ""


@pytest.mark.parametrize("app", settings.OWN_APPS)
def test_a_database_that_is_half_way_is_refused(app, replacing):
    ours = {key: names for key, names in replacing.items() if key[0] == app}
    forget(*ours, max(name for names in ours.values() for name in names))

    with pytest.raises(CommandError, match=rf"brought together \({app}\). Run `migrate` of commit \w{{7,}} on it"):
        call_command("migrate", stdout=io.StringIO())


@pytest.mark.django_db(transaction=True)  # SQLite changes no tables within a test's transaction
def test_models_in_a_circle_are_made_and_taken_away():
    link = {"on_delete": models.CASCADE, "null": True}
    operation = CreateModels(
        [
            migrations.CreateModel("Hen", [("id", models.AutoField(primary_key=True))]),
            migrations.CreateModel(
                "Egg", [("id", models.AutoField(primary_key=True)), ("of", models.ForeignKey("core.Chick", **link))]
            ),
            migrations.CreateModel(
                "Chick", [("id", models.AutoField(primary_key=True)), ("out_of", models.ForeignKey("core.Egg", **link))]
            ),
        ]
    )
    before, after = ProjectState(), ProjectState()
    assert before.apps is not after.apps  # rendered already, as when it is not the first operation
    operation.state_forwards("core", after)

    with connection.schema_editor() as editor:
        operation.database_forwards("core", editor, before, after)
    assert {"core_hen", "core_egg", "core_chick"} <= set(connection.introspection.table_names())
    with connection.schema_editor() as editor:
        operation.database_backwards("core", editor, after, before)
    assert not {"core_hen", "core_egg", "core_chick"} & set(connection.introspection.table_names())
