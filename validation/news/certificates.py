"""What a holder is told of a certificate."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from notifications.kinds import Kind
from notifications.services import notify
from validation.models import ThemeCertificate
from validation.news.groups import VALIDATION

KINDS = (
    Kind(
        key="validation.certified",
        label=_("I get a certificate of a theme"),
        group=VALIDATION,
        title=_("Your certificate: %(theme)s"),
        text=_("Your certificate of “%(theme)s” is ready, with number %(number)s. You decide who sees what of it."),
        action=_("To my certificates"),
    ),
    Kind(
        key="validation.certificate_revoked",
        label=_("A certificate of mine is revoked"),
        group=VALIDATION,
        title=_("Your certificate is revoked: %(theme)s"),
        text=_("Number %(number)s is no longer valid, because:\n\n%(reason)s"),
        action=_("To my certificates"),
    ),
)


def granted(certificate: ThemeCertificate) -> None:
    _tell("validation.certified", certificate)


def revoked(certificate: ThemeCertificate) -> None:
    _tell("validation.certificate_revoked", certificate, reason=certificate.revoke_reason)


def _tell(kind: str, certificate: ThemeCertificate, **more: str) -> None:
    params = {"theme": certificate.theme_title, "number": certificate.number, **more}
    url = reverse("validation:certificates")
    notify([certificate.theme.case.person], kind, about=certificate, url=url, params=params)
