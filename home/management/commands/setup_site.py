from typing import Any

from django.core.management.base import BaseCommand

from community.care.conduct import keep_first_conduct
from home.models import StandardPage
from home.site_setup import set_up_site
from home.statements import make_statements


class Command(BaseCommand):
    help = "Make the languages, the first pages and the groups Beheer and Redactie where they are missing."

    def handle(self, *args: Any, **options: Any) -> None:
        home = set_up_site()
        keep_first_conduct()
        if not StandardPage.objects.exists():  # a new installation; what editors took away stays away
            make_statements(home)
        self.stdout.write("The site has its first pages and groups.")
