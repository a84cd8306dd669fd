"""`migrate`, as Django has it; a database that is half-way through migrations that were brought together is refused."""

from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands.migrate import Command as DjangosCommand
from django.db import connections

from core.migrating import half_way


class Command(DjangosCommand):
    def handle(self, *args: Any, **options: Any) -> None:
        if reason := half_way(connections[options["database"]]):
            raise CommandError(reason)
        super().handle(*args, **options)
