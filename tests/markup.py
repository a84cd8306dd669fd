"""Reads HTML for what a strict policy forbids."""

from html.parser import HTMLParser

DATA = {"application/ld+json", "application/json", "speculationrules"}  # blocks that no browser runs as code

LINKS = {"href", "src", "action", "formaction", "xlink:href", "poster", "hx-get", "hx-post"}


class MarkupReader(HTMLParser):
    """Keeps in `found` the tags that hold code or style."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        code = tag == "script" and "src" not in given and given.get("type") not in DATA
        handlers = [name for name in given if name.startswith("on") or name == "style" or name == "hx-on"]
        links = [name for name in LINKS & given.keys() if (given[name] or "").strip().lower().startswith("javascript:")]
        if code or tag == "style" or handlers or links or any(name.startswith("hx-on:") for name in given):
            self.found.append(self.get_starttag_text() or tag)


def inline_code(html: str) -> list[str]:
    """The tags that hold code or style themselves: scripts, styles, and attributes of either."""
    reader = MarkupReader()
    reader.feed(html)
    return reader.found
