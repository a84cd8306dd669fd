from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.models import User
from resources.moving.importing import NoTable, import_practices
from resources.policies import is_editor


class Command(BaseCommand):
    help = (
        "Read practices in from a folder with practices.csv and the files it names; safe to repeat (docs/library.md)."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--publish-as", metavar="EMAIL", help="publish them, in the name of this editor")
        parser.add_argument("--dry-run", action="store_true", help="check everything and keep nothing")

    def handle(self, *args: Any, folder: Path, dry_run: bool, publish_as: str | None, **options: Any) -> None:
        reviewer = User.objects.filter(email__iexact=publish_as, is_active=True).first() if publish_as else None
        if publish_as and (reviewer is None or not is_editor(reviewer)):
            raise CommandError(f"{publish_as} is not an editor here.")
        try:
            report = import_practices(folder, reviewer=reviewer, dry_run=dry_run)
        except (OSError, UnicodeDecodeError, NoTable) as error:
            raise CommandError(str(error)) from error
        for sentence in report.errors:
            self.stderr.write(sentence)
        done = "would be made" if dry_run else "made"
        self.stdout.write(f"{report.made} {done}, {report.there_already} there already, {report.published} published")
        if report.errors:
            raise CommandError(f"{len(report.errors)} things are wrong; these lines were passed over.")
