"""Links in posts to our own pages, as a card of what the reader finds there. Nothing is fetched from anywhere."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.languages import without_language
from community.models import Post
from networks.models import Meeting, Network
from search.audiences import PUBLIC, SIGNED_IN
from search.services import pages_at

MOST = 3  # cards of one post
QUOTED = re.compile(r"<blockquote>.*?</blockquote>", re.DOTALL)
LINK = re.compile(r'<a href="([^"]+)"')
TALK = {"discussion", "post"}  # a conversation unfolds nowhere: a quote says what it is about


@dataclass(frozen=True)
class Card:
    kind: str
    title: str
    summary: str
    url: str


def cards_of(posts: Iterable[Post], *, reader: Any, network: Network, host: str) -> dict[int, list[Card]]:
    """Per post (id) the cards of its links. host: the address under which the reader knows this site.

    Without links to our own pages it asks the database nothing.
    """
    paths = {post.pk: list(dict.fromkeys(_own_paths(post.body, host)))[:MOST] for post in posts}
    wanted = {path for own in paths.values() for path in own}
    if not wanted:
        return {}
    found = _meetings(wanted, network) | _pages(wanted, reader, network)
    cards = {pk: [found[path] for path in own if path in found] for pk, own in paths.items()}
    return {pk: own for pk, own in cards.items() if own}


def _own_paths(body: str, host: str) -> Iterator[str]:
    ours = {"", host, urlsplit(settings.BASE_URL).netloc}
    for link in LINK.findall(QUOTED.sub("", body)):
        try:
            parts = urlsplit(unescape(link))
        except ValueError:
            continue
        if parts.netloc in ours and parts.scheme in ("", "http", "https") and parts.path.startswith("/"):
            yield unquote(parts.path)


def _pages(paths: set[str], reader: Any, network: Network) -> dict[str, Card]:
    """What everybody finds, and what the members of this network find; the same for each of them."""
    found = pages_at(user=reader, paths=paths, audience={PUBLIC, SIGNED_IN, f"network:{network.pk}"})
    return {
        path: Card(hit.kind_label, hit.title, hit.summary, hit.url)
        for path, hit in found.items()
        if hit.kind not in TALK
    }


def _meetings(paths: set[str], network: Network) -> dict[str, Card]:
    """Meetings of the reader's own network."""
    ids = {path: pk for path in paths if (pk := _meeting_at(path))}
    if not ids:
        return {}
    meetings = Meeting.objects.filter(series__network=network).in_bulk(set(ids.values()))
    return {path: _meeting_card(path, meetings[pk]) for path, pk in ids.items() if pk in meetings}


def _meeting_at(path: str) -> int | None:
    try:
        with override(settings.LANGUAGE_CODE):
            match = resolve(without_language(path))
    except Resolver404:
        return None
    return match.kwargs.get("pk") if match.view_name == "networks:meeting" else None


def _meeting_card(path: str, meeting: Meeting) -> Card:
    when = date_format(localtime(meeting.starts_at), "j F Y") if meeting.starts_at else ""
    return Card(_("Meeting"), str(meeting), when, path)
