"""Draws the certificate of a theme as a tagged PDF that screen readers can read (PDF/UA-1), with a QR code."""

import io
from pathlib import Path

import segno
from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from accounts.languages import in_language
from networks.certificates.drawing import compiled
from validation.models import ThemeCertificate

TEMPLATE = Path(__file__).with_name("certificate.typ")


def draw(certificate: ThemeCertificate) -> bytes:
    """The PDF, in the language of the certificate. The same certificate gives the same page."""
    with translation.override(certificate.language):
        return compiled(TEMPLATE, _words(certificate))


def _words(certificate: ThemeCertificate) -> dict[str, str]:
    address = settings.BASE_URL.rstrip("/") + in_language(certificate.url, certificate.language)
    points = {"points_label": _("Register points"), "points": str(certificate.points)}
    competencies = {"competencies_label": _("Competencies"), "competencies": ", ".join(certificate.competencies)}
    return {
        "lang": certificate.language,
        "title": _("Certificate"),
        "house": certificate.organisation,
        "declares": _("We declare that"),
        "name": certificate.name,
        "of": _("of %(school)s") % {"school": certificate.school},
        "validated": _("had informal learning validated in the theme"),
        "theme": certificate.theme_title,
        "programme": certificate.programme_title,
        "issued_label": _("Given out on"),
        "issued": date_format(localtime(certificate.issued_at), "j F Y"),
        "number_label": _("Number"),
        "number": certificate.number,
        "check": _("Check this certificate at"),
        "address": address,
        "qr": _qr(address),
        "qr_alt": _("QR code that leads to the page where this certificate is checked"),
        **(points if certificate.points is not None else {"points": ""}),
        **(competencies if certificate.competencies else {"competencies": ""}),
    }


def _qr(address: str) -> str:
    drawn = io.BytesIO()
    segno.make(address, error="m").save(drawn, kind="svg", border=0, scale=4, dark="#17292c", xmldecl=False)
    return drawn.getvalue().decode()
