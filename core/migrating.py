"""Migrations that were brought together: quick on a new database, refused on one that is half-way (docs/adr/0052)."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation, OperationCategory
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState

# The last commit that has each of the migrations as they were written.
HAS_EVERY_STEP = "f46261e"


class CreateModels(Operation):
    """The same as its `CreateModel`s one by one, and many times quicker.

    Django renders a new model with all that is related to it, however far: through the account that is nearly
    everything, for each model anew. Here the models come into the state first; then they are rendered once. They may
    refer to each other in a circle.
    """

    category = OperationCategory.ADDITION
    serialization_expand_args = ["operations"]

    def __init__(self, operations: Sequence[CreateModel]) -> None:
        self.operations = operations

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        state.is_delayed = True  # what was rendered before does not know these models
        state.clear_delayed_apps_cache()
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return f"Create {len(self.operations)} models"

    def references_model(self, name: str, app_label: str) -> bool:
        return any(operation.references_model(name, app_label) for operation in self.operations)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__qualname__, [], {"operations": self.operations}


def half_way(connection: BaseDatabaseWrapper) -> str:
    """Why this database cannot be migrated: it has some of the migrations that another one replaces, not all.

    Empty for a new database and for one that has them all. Django itself would pass over an app in silence when
    nothing depends on it.
    """
    applied = set(MigrationRecorder(connection).applied_migrations())
    replaced = {key: set(it.replaces) for key, it in MigrationLoader(None).replacements.items()}
    some = {app for (app, _name), names in replaced.items() if names & applied and not names <= applied}
    if found := sorted(some & set(settings.OWN_APPS)):
        return (
            f"This database has only some of the migrations that were brought together ({', '.join(found)}). "
            f"Run `migrate` of commit {HAS_EVERY_STEP} on it first, then this again (docs/adr/0052)."
        )
    return ""
