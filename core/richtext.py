"""Rich text that people send: cleaned on the way in, so that it can be shown as it is."""

import html
import re

import nh3
from django.utils.html import linebreaks, urlize

TAGS = {"p", "br", "strong", "em", "a", "ul", "ol", "li", "blockquote", "code", "pre", "h3", "h4"}
CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes={"a": {"href"}},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel="nofollow noopener",
)
BLOCK_END = re.compile(r"</(p|li|h3|h4|blockquote|pre)>|<br ?/?>")


def clean(text: str) -> str:
    """The text with only harmless tags; `<script>` and the like are gone with what they hold."""
    return CLEANER.clean(text.replace("\x00", "")).strip()


def from_plain(text: str) -> str:
    """Typed text as rich text: blank lines part paragraphs, addresses become links."""
    return clean(urlize(linebreaks(text.replace("\x00", "").strip(), autoescape=True), nofollow=True))


def to_text(rich: str) -> str:
    """Rich text as plain text, for search, mail and summaries."""
    spaced = BLOCK_END.sub("\n", rich)
    return html.unescape(nh3.clean(spaced, tags=set())).strip()
