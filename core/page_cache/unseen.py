"""Which writes no visitor's page shows. What nobody declared counts as seen: that costs speed, never truth."""

import re

from django.apps import apps
from django.db import models

_unseen: set[str] = set()
_unseen_when_added: set[str] = set()
_tables: dict[str, str] = {}

TABLE = re.compile(r'(INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM) "?(\w+)"?')
COLUMN = re.compile(r'"(\w+)" = ')

# Libraries that keep what belongs to the workplace or to one person.
OF_LIBRARIES = (
    "account",
    "auth",
    "contenttypes",
    "django_tasks_database",
    "mfa",
    "sessions",
    "usersessions",
    "wagtail_localize",
    "wagtailadmin",
    "wagtailembeds",
    "wagtailsearch",
    "wagtailusers",
    "wagtailcore.APIToken",
    "wagtailcore.Comment",
    "wagtailcore.CommentReply",
    "wagtailcore.GroupApprovalTask",
    "wagtailcore.ModelLogEntry",
    "wagtailcore.PageLogEntry",
    "wagtailcore.PageSubscription",
    "wagtailcore.ReferenceIndex",
    "wagtailcore.Revision",
    "wagtailcore.Task",
    "wagtailcore.TaskState",
    "wagtailcore.UploadedFile",
    "wagtailcore.Workflow",
    "wagtailcore.WorkflowContentType",
    "wagtailcore.WorkflowPage",
    "wagtailcore.WorkflowState",
    "wagtailcore.WorkflowTask",
    # A draft touches these of its page.
    "wagtailcore.Page.draft_title",
    "wagtailcore.Page.has_unpublished_changes",
    "wagtailcore.Page.latest_revision",
    "wagtailcore.Page.latest_revision_created_at",
)


def unseen(*labels: str) -> None:
    """No visitor's page shows these: an app ("search"), a model ("community.Post") or a field ("app.Model.field")."""
    _unseen.update(label.lower() for label in labels)


def unseen_when_added(*labels: str) -> None:
    """A new row of these models shows nowhere before another one points to it."""
    _unseen_when_added.update(label.lower() for label in labels)


def is_unseen(sql: str) -> bool:
    """Whether this INSERT, UPDATE or DELETE leaves every visitor's page as it is."""
    match = TABLE.match(sql)
    if match is None:
        return False
    verb, table = match.groups()
    label = _labels().get(table, "")
    if label in _unseen or label.partition(".")[0] in _unseen:
        return True
    if verb.startswith("INSERT"):
        return label in _unseen_when_added
    return verb == "UPDATE" and _touches_only_unseen_columns(sql, label)


def _touches_only_unseen_columns(sql: str, label: str) -> bool:
    model = apps.get_model(label) if label else None
    hidden = {field.column for field in _fields(model) if f"{label}.{field.name}" in _unseen} if model else set()
    return bool(hidden) and set(COLUMN.findall(sql.partition(" WHERE ")[0])) <= hidden


def _fields(model: type[models.Model]) -> list["models.Field"]:
    return list(model._meta.local_concrete_fields)


def _labels() -> dict[str, str]:
    """Label by table."""
    if not _tables:
        for model in apps.get_models(include_auto_created=True):
            _tables[model._meta.db_table] = model._meta.label_lower
    return _tables
