"""What somebody wrote above a mail that was answered: without the mail itself, and without a signature."""

import re

from notifications.exchange import markers

AHEAD = 4  # lines in which what begins a quote may go on
INTRODUCED = re.compile(
    r"(?:Op|On)\b.{0,200}?\b\d{1,2}[:.]\d{2}\b.{0,300}?"
    r"(?:\bschreef\b.{0,150}?:|\bgeschreven:|\bwrote:)",
    re.IGNORECASE,
)
HEAD = re.compile(r"\*?(?:Van|From)\s?:\*?\s", re.IGNORECASE)
HEAD_GOES_ON = re.compile(r"\*?(?:Verzonden|Datum|Aan|Sent|Date|To)\s?:\*?\s", re.IGNORECASE)
RULED = re.compile(r"-{3,}\s*(?:Oorspronkelijk bericht|Original message|Original appointment)\s*-{3,}", re.IGNORECASE)
SENT_FROM = re.compile(
    r"(?:Verzonden (?:vanaf|via|vanuit|met)|Verstuurd vanaf|Sent (?:from|via)|Get Outlook for"
    r"|Outlook voor \w+ downloaden|Download Outlook voor|Haal Outlook voor)\b.{0,100}",
    re.IGNORECASE,
)
RULE = re.compile(r"[_\-–—=*\s]{5,}")


def without_quote(text: str) -> str:
    """The lines above the marker, or above what a mail program puts before a quote; neither quote nor signature."""
    lines = [line.rstrip("\r") for line in text.replace("\r\n", "\n").split("\n")]
    end = next((number for number in range(len(lines)) if _ends(lines, number)), len(lines))
    kept = [line.rstrip() for line in lines[:end]]
    while kept and _is_remainder(kept[-1]):
        kept.pop()
    return "\n".join(kept).strip()


def _ends(lines: list[str], number: int) -> bool:
    """Does what somebody wrote end before this line?"""
    line = _bare(lines[number])
    if lines[number] in ("-- ", "--") or RULED.match(line) or _is_marker(line):
        return True
    following = [_bare(it) for it in lines[number : number + AHEAD]]
    if line[:3].lower() in ("op ", "on "):
        return bool(INTRODUCED.match(" ".join(following[:3])))
    return bool(HEAD.match(line)) and any(HEAD_GOES_ON.match(it) for it in following[1:])


def _bare(line: str) -> str:
    return line.lstrip("> \t\ufeff\u200b").strip()


def _is_marker(line: str) -> bool:
    return any(words.casefold() in line.casefold() for words in markers())


def _is_remainder(line: str) -> bool:
    """What is left above a quote: lines of the quote, a ruled line, the advertisement of a telephone."""
    line = line.strip()
    return not line or line.startswith(">") or bool(RULE.fullmatch(line)) or bool(SENT_FROM.fullmatch(line))
