"""Rich text in a plain text box: blank lines part paragraphs, `- ` and `1. ` begin points, `> ` a quote."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import groupby

from django.utils.html import escape, urlize

from core.richtext.cleaning import clean

MARKS = {"ul": re.compile(r"[-*•] +(.*)"), "ol": re.compile(r"\d{1,3}[.)] +(.*)"), "blockquote": re.compile(r"> ?(.*)")}
DEEPEST = 5  # quotes of quotes


def from_plain(text: str) -> str:
    """Typed text as rich text; web addresses become links."""
    lines = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").strip().split("\n")
    return clean(urlize("\n\n".join(_blocks(lines)), nofollow=True))


def _blocks(lines: list[str], depth: int = 0) -> Iterator[str]:
    for kind, group in groupby(lines, key=_kind):
        rows = list(group)
        if kind in ("ul", "ol"):
            points = "".join(f"<li>{escape(_without_mark(kind, row))}</li>" for row in rows)
            yield f"<{kind}>{points}</{kind}>"
        elif kind == "blockquote" and depth < DEEPEST:
            inner = "".join(_blocks([_without_mark(kind, row) for row in rows], depth + 1))
            yield f"<blockquote>{inner}</blockquote>"
        elif kind:
            yield f"<p>{'<br>'.join(escape(row) for row in rows)}</p>"


def _kind(line: str) -> str:
    """Which block the line belongs to; of no block at all when it is empty."""
    if not line.strip():
        return ""
    return next((kind for kind, mark in MARKS.items() if mark.fullmatch(line.lstrip())), "p")


def _without_mark(kind: str, line: str) -> str:
    found = MARKS[kind].fullmatch(line.lstrip())
    return found[1] if found else line


def to_plain(rich: str) -> str:
    """Rich text as one would type it; bold and the like are lost."""
    writer = _Writer()
    writer.feed(rich)
    writer.close()
    writer.end_block()
    return "\n".join(writer.lines).strip()


class _Writer(HTMLParser):
    """Writes blocks as lines, each with the marks of the lists and quotes it stands in."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.text = ""
        self.quotes = 0
        self.lists: list[int | None] = []  # of an ordered list the number of its last point
        self.mark = ""
        self.href = ""
        self.linked = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.text += "\n"
        elif tag == "a":
            self.href, self.linked = dict(attrs).get("href") or "", len(self.text)
        elif tag in ("ul", "ol"):
            self.end_block()
            self.lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._begin_point()
        elif tag == "blockquote":
            self.end_block()
            self.quotes += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self.href.startswith("http") and self.text[self.linked :].strip() != self.href:
            self.text += f" ({self.href})"
        elif tag in ("p", "h3", "h4", "pre", "li", "blockquote", "ul", "ol"):
            self.end_block()
            if tag in ("ul", "ol") and self.lists:
                self.lists.pop()
                self._part()
            elif tag == "blockquote":
                self.quotes -= 1
                self._part()

    def handle_data(self, data: str) -> None:
        if data.strip() or self.text:
            self.text += data

    def _begin_point(self) -> None:
        self.end_block()
        if self.lists and (last := self.lists[-1]) is not None:
            self.lists[-1] = last + 1
            self.mark = f"{last + 1}. "
        else:
            self.mark = "- "

    def end_block(self) -> None:
        """Write what was read since the last block ended."""
        if not self.text.strip():
            self.text = ""
            return
        quote = "> " * self.quotes
        first, *others = self.text.strip().split("\n")
        self.lines += [f"{quote}{self.mark}{first}", *(f"{quote}{line}" for line in others)]
        self.text, self.mark = "", ""
        if not self.lists:
            self._part()

    def _part(self) -> None:
        """A blank line before what comes next; inside a quote it is of the quote."""
        if self.lines and not self.lines[-1].strip("> "):
            self.lines.pop()
        if self.lines:
            self.lines.append(("> " * self.quotes).rstrip())
