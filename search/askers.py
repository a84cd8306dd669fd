"""Who asks: a person who reads the answer, or a program that comes by."""

import re

from django.http import HttpRequest

PROGRAMS = re.compile(r"bot\b|crawl|spider|slurp|externalhit|preview|monitor", re.IGNORECASE)


def is_person(request: HttpRequest) -> bool:
    """Whether somebody reads the answer: it is no crawler, nothing fetched ahead of a press, and not the head only."""
    headers = request.headers
    ahead = "prefetch" in headers.get("Sec-Purpose", headers.get("Purpose", ""))
    return request.method == "GET" and not ahead and not PROGRAMS.search(headers.get("User-Agent", ""))
