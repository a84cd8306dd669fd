"""The keys that sign badges: made when first needed, the private part sealed with the secret of the site."""

import base64
import secrets

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from django.conf import settings
from django.urls import reverse
from django.utils.crypto import salted_hmac
from jwt.algorithms import RSAAlgorithm

from validation.models import SigningKey

SALT = "validation.certificates.keys"
BITS, EXPONENT = 2048, 65537  # the least that RS256 asks for (RFC 7518)


def key_to_sign() -> tuple[SigningKey, rsa.RSAPrivateKey]:
    """The newest key that this site can open, or a new one."""
    for row in SigningKey.objects.all():
        if private := _opened(row):
            return row, private
    return _made()


def address_of(key: SigningKey) -> str:
    """Where anybody finds the public part."""
    return settings.BASE_URL.rstrip("/") + reverse("validation_root:signing_key", args=[key.kid])


def _made() -> tuple[SigningKey, rsa.RSAPrivateKey]:
    private = rsa.generate_private_key(EXPONENT, BITS)
    kid = secrets.token_urlsafe(12)
    public = RSAAlgorithm.to_jwk(private.public_key(), as_dict=True) | {"kid": kid, "alg": "RS256", "use": "sig"}
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    public.pop("key_ops", None)
    return SigningKey.objects.create(kid=kid, public=public, sealed=_seals().encrypt(pem).decode()), private


def _opened(row: SigningKey) -> rsa.RSAPrivateKey | None:
    """None when it was sealed with a secret that this site has no more."""
    try:
        key = load_pem_private_key(_seals().decrypt(row.sealed.encode()), None)
    except InvalidToken:
        return None
    return key if isinstance(key, rsa.RSAPrivateKey) else None


def _seals() -> MultiFernet:
    """The secret of the site and earlier ones that are still kept."""
    secrets_kept = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [salted_hmac(SALT, "seal", secret=it, algorithm="sha256").digest() for it in secrets_kept]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(it)) for it in digests])
