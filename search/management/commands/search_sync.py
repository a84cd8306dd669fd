from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.engines.elasticsearch import feed, node


class Command(BaseCommand):
    help = "Feeds Elasticsearch everything that changed since it was last fed."

    def handle(self, *args: Any, **options: Any) -> None:
        if not node.configured():
            self.stdout.write("Elasticsearch is not configured: the database itself answers searches.")
            return
        try:
            written = feed.sync()
        except node.Unavailable as error:
            raise CommandError(f"Elasticsearch does not answer: {error}") from error
        self.stdout.write(f"{written} changes fed.")
