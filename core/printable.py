"""People's words beside ours, in a mail or a calendar: nothing that steers a program or turns the text that follows."""

import re

LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Control characters but for tabs and line ends, and the signs that turn the direction of all that follows on the line.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """The text without them, its lines ending in one way."""
    return UNPRINTABLE.sub("", LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """The same in one line, for a name or a title, which otherwise could begin a line that looks like ours."""
    return " ".join(printable(text).split())
