"""`restore FILE`: put a backup in the place of what is here."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core import backups


class Command(BaseCommand):
    help = "Restores an archive made by `backup`. Stop the other processes first; run search_rebuild afterwards."
    requires_system_checks = []  # the database may still be without tables

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--force", action="store_true", help="replace the content that is here")

    def handle(self, *args: Any, file: Path, force: bool, **options: Any) -> None:
        try:
            backups.restore(file, force=force)
        except backups.BackupFailed as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Restored {file}.")
