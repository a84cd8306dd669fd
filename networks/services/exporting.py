"""A facilitator takes a table along; the log keeps who took which."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from accounts.models import User
from core.spreadsheets import Format
from networks.exports import Export
from networks.models import Network
from networks.services.log import note


@transaction.atomic
def export_table(*, network: Network, export: Export, format_: Format, by: User) -> list[Sequence[Any]]:
    """The rows of the table, the headings first."""
    note(network, "export.made", by=by, table=export.name, format=format_.label)
    return list(export.rows(network))
