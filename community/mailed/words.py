"""The words of a mail, as one would type them: from its plain text, or from its page."""

import re
from email.message import EmailMessage
from html.parser import HTMLParser

LONGEST = 400_000  # characters of a body that we look at
PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "ul", "ol", "table", "pre"}
LINES = {"div", "tr", "li", "br", "hr", "blockquote", "section", "article"}
UNSEEN = {"style", "script", "head", "title"}
QUOTES = ("gmail_quote", "gmail_signature", "gmail_extra", "protonmail_quote", "yahoo_quoted", "moz-signature")
FEW = 3  # blank lines in a row are one


def words_of(mail: EmailMessage) -> str:
    """What the mail says, its page before its plain text: a page does not break its lines."""
    pages = [text for part in mail.walk() if _is_body(part, "text/html") for text in [_content(part)] if text]
    if words := "\n".join(from_page(page) for page in pages).strip():
        return words
    return "\n\n".join(_plain(part) for part in mail.walk() if _is_body(part, "text/plain"))


def _is_body(part: EmailMessage, kind: str) -> bool:
    return part.get_content_type() == kind and part.get_filename() is None and not part.is_attachment()


def _content(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    try:
        text = content.decode(part.get_content_charset() or "utf-8", "replace")
    except LookupError:  # a character set that nobody knows
        text = content.decode("utf-8", "replace")
    return text[:LONGEST].replace("\r\n", "\n")


def _plain(part: EmailMessage) -> str:
    """Plain text; lines that its writer did not break are whole again (RFC 3676)."""
    text = _content(part)
    if part.get_param("format") != "flowed":
        return text
    glue = "" if str(part.get_param("delsp")).lower() == "yes" else " "
    return re.sub(r"(?m)(?<!^--) \n(?![> ]|$)", lambda _it: glue, text)


def from_page(page: str) -> str:
    """The words of a page as lines; quotes that mail programs mark are left out."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    lines = [re.sub(r"[ \t\xa0]+", " ", line).strip() for line in "".join(reader.pieces).split("\n")]
    return re.sub(rf"\n{{{FEW},}}", "\n\n", "\n".join(lines)).strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.skipped = ("", 0)  # a tag whose content is left out, and how deep in it we are
        self.lists: list[int | None] = []  # of an ordered list the number of its last point
        self.link: tuple[str, int] = ("", 0)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name, depth = self.skipped
        if depth:
            self.skipped = (name, depth + (tag == name))
        elif tag in UNSEEN or _is_quote(tag, given):
            self.skipped = (tag, 1)
        elif tag == "a":
            self.link = (given.get("href", ""), len(self.pieces))
        else:
            self._begin(tag, given)

    def _begin(self, tag: str, given: dict[str, str]) -> None:
        if tag in ("ul", "ol"):
            self.lists.append(0 if tag == "ol" else None)
        if tag in PARAGRAPHS:
            self._part(2 if "Mso" not in given.get("class", "") else 1)
        elif tag == "br":
            self.pieces.append("\n")
        elif tag in LINES:
            self._part(1)
        elif tag in ("td", "th"):
            self.pieces.append(" ")
        if tag == "li":
            self.pieces.append(self._mark())

    def _mark(self) -> str:
        if self.lists and (last := self.lists[-1]) is not None:
            self.lists[-1] = last + 1
            return f"{last + 1}. "
        return "- "

    def handle_endtag(self, tag: str) -> None:
        name, depth = self.skipped
        if depth:
            self.skipped = (name, depth - (tag == name))
            return
        if tag == "a":
            self._end_link()
        elif tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        if tag in LINES | PARAGRAPHS - {"br"}:
            self._part(1)

    def _end_link(self) -> None:
        href, start = self.link
        shown = "".join(self.pieces[start:]).strip()
        if href.startswith(("http://", "https://")) and shown.rstrip("/") not in href:
            self.pieces.append(f" ({href})")
        self.link = ("", 0)

    def handle_data(self, data: str) -> None:
        if not self.skipped[1]:
            self.pieces.append(re.sub(r"[\r\n]+", " ", data))

    def _part(self, breaks: int) -> None:
        """So many line breaks before what comes next; what is there already counts."""
        present = 0
        for piece in reversed(self.pieces):
            kept = piece.rstrip(" \t")
            present += len(kept) - len(kept.rstrip("\n"))
            if kept.strip("\n"):
                break
        else:
            return  # nothing was said yet
        self.pieces.append("\n" * max(breaks - present, 0))


def _is_quote(tag: str, given: dict[str, str]) -> bool:
    cited = tag == "blockquote" and given.get("type", "").lower() == "cite"
    return cited or any(name in given.get("class", "").split() for name in QUOTES)
