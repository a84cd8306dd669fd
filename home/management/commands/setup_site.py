from typing import Any

from django.core.management.base import BaseCommand

from home.site_setup import set_up_site


class Command(BaseCommand):
    help = "Make the languages, the first pages and the groups Beheer and Redactie where they are missing."

    def handle(self, *args: Any, **options: Any) -> None:
        set_up_site()
        self.stdout.write("The site has its first pages and groups.")
