from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search import rebuilding
from search.engines.elasticsearch import feed, node


class Command(BaseCommand):
    help = "Makes every row of the search table anew, and from them a new index that replaces the old one at once."

    def handle(self, *args: Any, **options: Any) -> None:
        for kind, changed in rebuilding.refresh_everything():
            self.stdout.write(f"{kind}: {changed} rows changed.")
        if not node.configured():
            return
        try:
            written = feed.rebuild()
        except node.Unavailable as error:
            raise CommandError(f"Elasticsearch does not answer: {error}") from error
        self.stdout.write(f"A new index with {written} entries is in service.")
