from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from schools.duo import UnknownFile, import_schools
from schools.models import Sector


class Command(BaseCommand):
    help = "Create and update schools and boards from DUO's open CSV of schools; safe to repeat."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--sector", choices=Sector.values, default="", help="of all schools in the file")

    def handle(self, *args: Any, file: Path, sector: str, **options: Any) -> None:
        try:
            report = import_schools(file, sector)
        except (OSError, UnknownFile) as error:
            raise CommandError(f"{file}: {error}") from error
        for line in report.errors:
            self.stderr.write(line)
        self.stdout.write(
            f"{report.created} created, {report.changed} changed, {report.unchanged} unchanged, "
            f"{len(report.errors)} lines passed over"
        )
