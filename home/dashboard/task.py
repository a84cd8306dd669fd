from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

Text = str | Promise


@dataclass(frozen=True, kw_only=True)
class Task:
    """One thing to do. where: the network it is about. quote: words of somebody else, such as a reviewer's reason."""

    title: Text
    action: Text
    url: str
    text: Text = ""
    where: Text = ""
    quote: str = ""
    until: datetime | None = None
    icon: str = "clock"
    is_urgent: bool = False
