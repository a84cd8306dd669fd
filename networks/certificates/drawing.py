"""Draws a certificate as a tagged PDF that screen readers can read (PDF/UA-1)."""

import json
from datetime import date
from pathlib import Path

import typst
from anyascii import anyascii
from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from networks.models import Certificate

TEMPLATE = Path(__file__).with_name("certificate.typ")
# What our font has: Latin, Greek and Cyrillic letters, and the signs of typography.
KNOWN = [(" ", "\u052f"), ("\u2010", "\u2027"), ("\u20ac", "\u20ac")]


def draw(certificate: Certificate) -> bytes:
    """The PDF, in the language of the certificate. The same certificate gives the same page."""
    with translation.override(certificate.language):
        words = _words(certificate)
    return compiled(TEMPLATE, words)


def compiled(template: Path, words: dict[str, str]) -> bytes:
    """The template with these words as a PDF/UA-1, also where they hold letters that no font here has."""
    try:
        return _compiled(template, words)
    except typst.TypstError:  # a letter that no font here has; a page with another spelling is better than none
        return _compiled(template, {key: _spelled(word) for key, word in words.items()})


def _compiled(template: Path, words: dict[str, str]) -> bytes:
    pdf: bytes = typst.compile(template, pdf_standards=["ua-1"], sys_inputs={"words": json.dumps(words)})
    return pdf


def _words(certificate: Certificate) -> dict[str, str]:
    days = [date_format(date.fromisoformat(day), "j F Y") for day in certificate.days]
    return {
        "lang": certificate.language,
        "title": _("Certificate of participation"),
        "house": settings.WAGTAIL_SITE_NAME,
        "declares": _("We declare that"),
        "name": certificate.name,
        "took_part": _("took part in the learning network"),
        "of": _("of %(school)s") % {"school": certificate.school},
        "network": certificate.network_title,
        "hours_label": _("Present"),
        "hours": _time_present(round(certificate.hours * 60)),
        "days_label": _("On"),
        "days": ", ".join(days) or _("no meeting"),
        "issued_label": _("Given out on"),
        "issued": date_format(localtime(certificate.issued_at), "j F Y"),
        "number_label": _("Number"),
        "number": certificate.number,
        "check": _("Check whether this certificate is valid:"),
        "address": settings.BASE_URL.rstrip("/") + certificate.url,
    }


def _time_present(minutes: int) -> str:
    """“17 uur en 55 minuten”: nobody reads 17,92 hours."""
    hours, rest = divmod(minutes, 60)
    parts = [ngettext("%(hours)s hour", "%(hours)s hours", hours) % {"hours": hours}] if hours or not rest else []
    if rest:
        parts.append(ngettext("%(minutes)s minute", "%(minutes)s minutes", rest) % {"minutes": rest})
    return _(" and ").join(parts)


def _spelled(word: str) -> str:
    return "".join(
        letter if any(first <= letter <= last for first, last in KNOWN) else anyascii(letter) for letter in word
    )
