"""`backup FILE`: everything in one archive."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core import backups


class Command(BaseCommand):
    help = "Writes the database and the uploaded files to one archive, while the platform runs."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--force", action="store_true", help="replace the file when it exists")

    def handle(self, *args: Any, file: Path, force: bool, **options: Any) -> None:
        try:
            backups.backup(file, overwrite=force)
        except backups.BackupFailed as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{file}: {file.stat().st_size / 1_000_000:.1f} MB")
