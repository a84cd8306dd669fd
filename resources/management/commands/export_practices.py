from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from resources.moving.exporting import FORMATS, everything


class Command(BaseCommand):
    help = "Write all practices to a file: .json, .csv, or .zip with both and the files."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        kind = file.suffix.removeprefix(".").lower()
        if kind not in FORMATS:
            raise CommandError(f"Choose a name that ends in one of: {', '.join(f'.{it}' for it in FORMATS)}.")
        write, _content_type = FORMATS[kind]
        with file.open("wb") as out:
            out.writelines(write(everything()))
        self.stdout.write(f"{everything().count()} practices written to {file}")
