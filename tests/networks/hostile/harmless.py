"""What may not come of a hostile text in a page, a mail, a calendar and a table."""

import csv
import re
from email import message_from_bytes, policy
from io import BytesIO, StringIO

from icalendar import Calendar
from openpyxl import load_workbook

from tests.markup import LINKS, MarkupReader

HEADERS = {
    *("content-type", "mime-version", "subject", "from", "to", "date", "message-id", "auto-submitted"),
    *("list-unsubscribe", "list-unsubscribe-post", "reply-to"),
}
EVENT = {
    *("UID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "SUMMARY", "DTSTART", "DTEND", "STATUS", "TRANSP", "LOCATION"),
    *("DESCRIPTION", "URL", "ORGANIZER", "ATTENDEE"),
}
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")


class _Reader(MarkupReader):
    """Finds besides code what broke out, what would run in a mail, and what people read."""

    def __init__(self):
        super().__init__()
        self.text, self.broken, self.runs = [], [], []

    def handle_starttag(self, tag, attrs):
        super().handle_starttag(tag, attrs)
        links = [value for name, value in attrs if name in LINKS and value]
        if tag == "script" or any(name.startswith("on") for name, _value in attrs):
            self.runs.append(self.get_starttag_text())
        self.runs += [it for it in links if not it.startswith(("https://", "http://", "mailto:"))]
        if tag == "x-hostile" or any(name.startswith("x-hostile") for name, _value in attrs):
            self.broken.append(self.get_starttag_text())
        self.text += [value for name, value in attrs if name == "value" and value]

    def handle_comment(self, data):
        if "x-hostile" in data:
            self.broken.append(data)

    def handle_data(self, data):
        self.text.append(data)


def squeezed(text):
    """Without what a browser and a mail program may leave out: spaces, line ends, control characters."""
    return re.sub(r"[\s\x00-\x1f\x7f\x85]+", "", text)


def page(html, where):
    """Nothing broke out of its place; returns the text that people read."""
    reader = _Reader()
    reader.feed(html)
    assert not reader.broken, (where, reader.broken)
    assert not reader.found, (where, reader.found)
    return squeezed("".join(reader.text))


def mail(message, where):
    """Only our own headers, each of one line, and both texts whole up to their last line."""
    sent = message.message()
    read = message_from_bytes(sent.as_bytes(), policy=policy.default)
    assert {name.lower() for name in read} <= HEADERS, (where, read.keys())
    assert not re.search(rf"{UNPRINTABLE.pattern}|[\r\n\t]", read["subject"]), (where, read["subject"])
    assert len(read.get_all("to")) == 1
    plain, html = (read.get_body((kind,)).get_content() for kind in ("plain", "html"))
    assert squeezed(plain).endswith(squeezed(message.body)[-60:]), where
    assert not UNPRINTABLE.search(plain + html), where
    reader = _Reader()
    reader.feed(html)
    assert not reader.broken, (where, reader.broken)
    assert not reader.runs, (where, reader.runs)
    calendars = [part for part in read.walk() if part.get_content_type() == "text/calendar"]
    for part in calendars:
        calendar(part.get_payload(decode=True), where)
    return plain


def digest(message, number, where):
    """A mail as any other, with a head line for each piece of news: none was forged by a name or a title."""
    plain = mail(message, where)
    assert len(re.findall(r"^\* ", plain, re.MULTILINE)) == number, (where, plain)
    assert message.alternatives[0].content.count("<h3") == number, where


def calendar(content, where):
    """It can be read, and has only events with our own facts."""
    read = Calendar.from_ical(content)
    assert not read.errors, (where, read.errors)
    assert {it.name for it in read.subcomponents} <= {"VTIMEZONE", "VEVENT"}, where
    for event in read.walk("VEVENT"):
        assert set(event.keys()) <= EVENT, (where, set(event.keys()) - EVENT)
        assert not event.subcomponents, where
        assert not event.errors, where
        assert not re.search(rf"{UNPRINTABLE.pattern}|[\r\n]", event["SUMMARY"]), (where, event["SUMMARY"])
        assert not UNPRINTABLE.search(event["DESCRIPTION"] + event["LOCATION"]), where
        for name in ("ORGANIZER", "ATTENDEE"):
            if name in event:
                assert set(event[name].params) <= {"CN", "ROLE", "PARTSTAT", "RSVP"}, (where, event[name].params)
                assert event[name].startswith("mailto:"), where
                assert "x-hostile" not in event[name].lower(), where
    lines = re.sub(rb"\r\n[ \t]", b"", content).split(b"\r\n")
    assert all(re.match(rb"[A-Z-]+[;:]", line) for line in lines if line), (where, lines)
    return squeezed("".join(str(event["SUMMARY"]) for event in read.walk("VEVENT")))


def table(content, kind, where):
    """No cell is a formula, also where commas, semicolons or tabs part cells; returns all text."""
    if kind == "xlsx":
        cells = [cell for row in load_workbook(BytesIO(content)).active.iter_rows() for cell in row]
        assert not [cell.value for cell in cells if cell.data_type == "f"], where
        return squeezed("".join(str(cell.value) for cell in cells))
    text = content.decode("utf-8-sig")
    for row in csv.reader(StringIO(text), delimiter=";"):
        for cell in (part for it in row for part in re.split(r"[,;\t\r\n]", it)):
            assert not FORMULA.match(cell), (where, cell)
    return squeezed(text)
