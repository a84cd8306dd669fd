"""Reading texts for what may tell of pupils. Nothing here knows a practice; it points, and never decides."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

AROUND = 30


class FindingKind(models.TextChoices):
    """What a passage may be; the label says it to the contributor."""

    NAME = "name", _("A name of a pupil")
    INITIALS = "initials", _("Initials with a class")
    BIRTH = "birth", _("A date of birth")
    BSN = "bsn", _("A citizen service number (BSN)")
    PUPIL_NUMBER = "pupil_number", _("A number of a pupil")
    EMAIL = "email", _("A mail address")
    PHONE = "phone", _("A telephone number")
    PUPIL_LIST = "pupil_list", _("A list of pupils")
    PICTURE = "picture", _("A picture, sound or video")


WHY = {
    FindingKind.NAME: _("Pupils are not named. Write “a pupil”, or leave it out."),
    FindingKind.INITIALS: _("Initials with a class tell classmates and parents who it is."),
    FindingKind.BIRTH: _("A date of birth tells who somebody is. An age or a year is enough."),
    FindingKind.BSN: _("This looks like a citizen service number, which must not be in a practice."),
    FindingKind.PUPIL_NUMBER: _("A number of a pupil leads to one person."),
    FindingKind.EMAIL: _("Is this an address of a school, or of a person who agrees that it is public?"),
    FindingKind.PHONE: _("Is this a number of a school, or of a person who agrees that it is public?"),
    FindingKind.PUPIL_LIST: _("The name says that it holds pupils. Take the list out, or empty it."),
    FindingKind.PICTURE: _("Look whether pupils can be recognised or heard: faces, names on work, voices."),
}

CAPITAL = r"[A-ZÀ-ÖØ-Ý]"
NAME = rf"{CAPITAL}[a-zà-öø-ÿ'’-]+"
BETWEEN = r"(?:(?:van|de|den|der|ter|ten|el|al|di|da)\s+)*"
PATTERNS: tuple[tuple[FindingKind, re.Pattern[str]], ...] = (
    (FindingKind.EMAIL, re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")),
    (FindingKind.PHONE, re.compile(r"(?<![\w.])(?:\+31[\s-]?(?:\(0\))?|0031[\s-]?|0)[1-9](?:[\s-]?\d){8}(?![\w-])")),
    (
        FindingKind.PUPIL_NUMBER,
        re.compile(r"\b(?:leerling|student|stam|pupil)[\s-]?(?:nummer|nr\.?|number|no\.?)\s*:?\s*\w?\d{3,}", re.I),
    ),
    (
        FindingKind.NAME,
        re.compile(
            rf"\b(?i:leerlinge?|studente?|scholiere?|pupil|leerling\s+genaamd)\s+"
            rf"(?P<name>{NAME}(?:\s+{BETWEEN}{CAPITAL}[\w'’-]*\.?)?)"
        ),
    ),
    (
        FindingKind.NAME,
        re.compile(
            rf"\b(?P<name>{NAME}\s+{BETWEEN}{NAME})\s*[,(]?\s*(?:uit|in|van|from)?\s*(?i:klas|groep|class)\s*[1-8]"
        ),
    ),
    (
        FindingKind.INITIALS,
        re.compile(
            rf"(?<!\w)(?:{CAPITAL}\.\s?){{1,4}}{BETWEEN}(?:{CAPITAL}[\w'’-]*\.?)?\s*[,(]?\s*(?:uit|in|van|from)?\s*"
            r"(?i:klas|groep|class)?\s*[1-8][A-Za-z]{1,4}\d{0,2}\b"
        ),
    ),
    (
        FindingKind.BIRTH,
        re.compile(
            r"\b(?:geboren|geboortedatum|geb\.|born|date of birth)\s*(?:op|on|:)?\s*"
            r"(?:\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?\s+[a-z]+\s+\d{4})",
            re.I,
        ),
    ),
    (
        FindingKind.PUPIL_LIST,
        re.compile(
            r"\b(?:leerlingen|klassen|namen|absenten|cijfer|student\w*)[\s_-]?(?:lijst|overzicht|list)\w*", re.I
        ),
    ),
)
DIGITS = re.compile(r"(?<![\w.,-])(?:\d{9}|\d{4}[.\s]\d{2}[.\s]\d{3}|\d{3}[.\s]\d{3}[.\s]\d{3})(?![\w-])")
# What follows "leerling" with a capital without being somebody.
NOT_NAMES = frozenset(
    re.split(
        r"\s+",
        "nederlands engels duits frans latijn grieks wiskunde biologie geschiedenis aardrijkskunde po vo mbo so hbo "
        "havo vwo vmbo mavo pro nederland school mentor en de het een wij zij dit dat op in als na voor met van",
    )
)
ONLY_IN_NAMES = {FindingKind.PUPIL_LIST}  # a story may well speak of a list
SHOWING = ("image/", "video/", "audio/")


@dataclass(frozen=True)
class Finding:
    """A passage to look at. field: where it stands, as the form calls it; passage: the words, as they are."""

    kind: FindingKind
    field: str
    passage: str
    around: str = ""

    @property
    def why(self) -> str:
        return str(WHY[self.kind])


def findings_in_text(field: str, text: str) -> Iterator[Finding]:
    """What a running text tells; each passage once."""
    yield from _unique(it for it in _found(field, text) if it.kind not in ONLY_IN_NAMES)


def findings_in_name(field: str, name: str) -> Iterator[Finding]:
    """What the title or the name of a file tells."""
    yield from _unique(_found(field, name.replace("_", " ")))


def finding_of_type(field: str, name: str, content_type: str) -> Iterator[Finding]:
    """A reminder to look at what shows or sounds people."""
    if content_type.startswith(SHOWING):
        yield Finding(FindingKind.PICTURE, field, name)


def _found(field: str, text: str) -> Iterator[Finding]:
    text = " ".join(text.split())  # the patterns would try every way to part a long row of spaces
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            if kind != FindingKind.NAME or match["name"].split()[0].lower() not in NOT_NAMES:
                yield _finding(kind, field, match)
    for match in DIGITS.finditer(text):
        if is_bsn(match[0]):
            yield _finding(FindingKind.BSN, field, match)


def _finding(kind: FindingKind, field: str, match: re.Match[str]) -> Finding:
    start, end = max(match.start() - AROUND, 0), match.end() + AROUND
    around = " ".join(match.string[start:end].split())
    return Finding(kind, field, " ".join(match[0].split()), around)


def _unique(findings: Iterable[Finding]) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()
    for finding in findings:
        if (finding.kind, finding.passage) not in seen:
            seen.add((finding.kind, finding.passage))
            yield finding


def is_bsn(text: str) -> bool:
    """Whether the nine digits pass the test of eleven of citizen service numbers."""
    digits = [int(digit) for digit in text if digit.isdigit()]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(digit * weight for digit, weight in zip(digits, weights, strict=True))
    return total % 11 == 0 and any(digits)
