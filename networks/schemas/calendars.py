from typing import Any

from django.conf import settings
from django.urls import reverse
from ninja import Schema


class CalendarFeedOut(Schema):
    """The secret address of your own calendar, and the same for programs that subscribe. Give it to nobody."""

    address: str
    subscribe: str

    @staticmethod
    def resolve_address(feed: Any) -> str:
        return settings.BASE_URL + reverse("networks_root:feed", args=[f"{feed.token}.ics"])

    @staticmethod
    def resolve_subscribe(feed: Any) -> str:
        return "webcal:" + CalendarFeedOut.resolve_address(feed).partition(":")[2]
