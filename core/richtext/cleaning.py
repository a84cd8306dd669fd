"""Only harmless tags stay, and nothing of what a word processor writes around its words."""

import html
import re

import nh3

MENTIONED = re.compile(r"q?(?:\d{1,18}|all)")  # a person by number, or everybody; with q as somebody quoted says it
TAGS = {"p", "br", "strong", "em", "a", "ul", "ol", "li", "blockquote", "code", "pre", "h3", "h4", "span"}
CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes={"a": {"href"}, "span": {"data-mention"}, "*": set()},
    attribute_filter=lambda tag, name, value: value if name != "data-mention" or MENTIONED.fullmatch(value) else None,
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel="nofollow noopener",
)
# How others write what we write in one way.
RENAMED = [
    (re.compile(rf"<(/?)(?:{old})(?=[\s>/])", re.IGNORECASE), rf"<\1{new}")
    for old, new in (("b", "strong"), ("i", "em"), ("h1|h2", "h3"), ("h5|h6", "h4"), ("div", "p"))
]
BLOCK_END = re.compile(r"(?:</p>)?</(?:li|blockquote)>|</(?:p|h3|h4|pre)>|<br ?/?>")
EMPTY = r"<p>(?:\s|&nbsp;|<br>)*</p>\s*"
EMPTY_EDGES = re.compile(rf"^(?:{EMPTY})+|(?:{EMPTY})+$")


def clean(text: str) -> str:
    """The text with only harmless tags; `<script>` and the like are gone with what they hold."""
    for pattern, new in RENAMED:
        text = pattern.sub(new, text)
    return EMPTY_EDGES.sub("", CLEANER.clean(text.replace("\x00", "")).strip()).strip()


def to_text(rich: str) -> str:
    """Rich text as plain text, for search, mail and summaries."""
    spaced = BLOCK_END.sub("\n", rich)
    return html.unescape(nh3.clean(spaced, tags=set())).strip()
