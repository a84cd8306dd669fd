from typing import Any

from django.core.management.base import BaseCommand

from notifications.push.keys import new_key


class Command(BaseCommand):
    help = "Make a key for messages on devices (web push), for the setting VAPID_PRIVATE_KEY."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"VAPID_PRIVATE_KEY={new_key()}")
