from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.engines.elasticsearch import check, node


class Command(BaseCommand):
    help = "Compares Elasticsearch with the database. Exit status 1 and the differences when they disagree."

    def handle(self, *args: Any, **options: Any) -> None:
        if not node.configured():
            self.stdout.write("Elasticsearch is not configured: the database itself answers searches.")
            return
        try:
            found = list(check.differences())
        except node.Unavailable as error:
            raise CommandError(f"Elasticsearch does not answer: {error}") from error
        for difference in found:
            self.stdout.write(difference)
        if found:
            raise CommandError(f"Index and database disagree: {len(found)} differences.")
        self.stdout.write("Index and database agree.")
