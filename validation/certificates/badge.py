"""A certificate as an Open Badge 3.0: a verifiable credential in a signed JWT, which anybody can check (ADR 0061)."""

import hashlib
from datetime import UTC
from typing import Any

import jwt
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from validation.certificates.keys import address_of, key_to_sign
from validation.models import Programme, ThemeCertificate

CONTEXTS = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
]
REVOCATION_LIST = "1EdTechRevocationList"


def signed(certificate: ThemeCertificate) -> str:
    """The credential as a compact JWS (RS256); what it claims stands in it itself, as Open Badges 3.0 has it."""
    row, private = key_to_sign()
    with translation.override(certificate.language):
        credential = credential_of(certificate)
    claims = credential | {
        "iss": credential["issuer"]["id"],
        "jti": credential["id"],
        "nbf": int(certificate.issued_at.timestamp()),
        "sub": credential["credentialSubject"]["id"],
    }
    return jwt.encode(claims, private, algorithm="RS256", headers={"kid": address_of(row)})


def credential_of(certificate: ThemeCertificate) -> dict[str, Any]:
    """What is signed: which theme was validated, by whom; of the holder only a hash of the mail address."""
    issued = certificate.issued_at.astimezone(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")
    return {
        "@context": CONTEXTS,
        "id": badge_name(certificate),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": certificate.theme_title,
        "issuer": issuer_of(certificate.theme.case.version.programme),
        "validFrom": issued,
        "credentialSubject": _subject(certificate),
        "credentialStatus": {"id": address("revoked_badges"), "type": REVOCATION_LIST},
    }


def issuer_of(programme: Programme) -> dict[str, Any]:
    """Who gives certificates of this programme."""
    profile = {
        "id": address("badge_issuer", programme.slug),
        "type": ["Profile"],
        "name": programme.organisation,
        "url": settings.BASE_URL.rstrip("/") + programme.url,
    }
    return profile | ({"email": programme.contact} if programme.contact else {})


def badge_name(certificate: ThemeCertificate) -> str:
    """By which the credential is known; it tells nothing, and is in no other address."""
    return f"urn:uuid:{certificate.badge_id}"


def address(name: str, *args: str) -> str:
    return settings.BASE_URL.rstrip("/") + reverse(f"validation_root:{name}", args=args)


def _subject(certificate: ThemeCertificate) -> dict[str, Any]:
    salt = certificate.badge_id.hex
    hashed = hashlib.sha256(f"{certificate.theme.case.person.email}{salt}".encode()).hexdigest()
    programme = certificate.theme.case.version.programme
    points = {"creditsEarned": certificate.points} if certificate.points is not None else {}
    return points | {
        "id": f"{badge_name(certificate)}#holder",
        "type": ["AchievementSubject"],
        "identifier": [
            {
                "type": "IdentityObject",
                "hashed": True,
                "identityHash": f"sha256${hashed}",
                "identityType": "emailAddress",
                "salt": salt,
            }
        ],
        "achievement": {
            "id": f"{settings.BASE_URL.rstrip('/')}{programme.url}#{certificate.theme.theme.key}",
            "type": ["Achievement"],
            "achievementType": "Certificate",
            "name": certificate.theme_title,
            "description": certificate.theme.theme.help or certificate.theme_title,
            "criteria": {"narrative": _narrative(certificate)},
        },
    }


def _narrative(certificate: ThemeCertificate) -> str:
    text = _("Validated in “%(programme)s” by two assessors or more, after a portfolio and a talk.")
    shown = _("Competencies: %(names)s.") % {"names": ", ".join(certificate.competencies)}
    lines = [text % {"programme": certificate.programme_title}]
    return " ".join([*lines, shown] if certificate.competencies else lines)
