"""Who we are to push services (VAPID, RFC 8292), and what only the device can read (RFC 8291)."""

import base64
from email.utils import parseaddr
from functools import lru_cache

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from webpush import WebPush, WebPushMessage, WebPushSubscription

A_DAY = 24 * 3600  # as long as a push service keeps what a device that is off did not get


def is_on() -> bool:
    """Has this site a key, so that people can turn it on?"""
    return bool(settings.VAPID_PRIVATE_KEY)


def public_key() -> str:
    """What browsers ask for."""
    sender: str = _sender(settings.VAPID_PRIVATE_KEY).vapid.get_application_server_key(_own().public_key())
    return sender


def sealed(content: bytes, endpoint: str, *, p256dh: str, auth: str) -> WebPushMessage:
    """The content for the device with these keys, with the headers that say who sends. Raises ValueError."""
    keys = {"p256dh": p256dh, "auth": auth}
    to = WebPushSubscription.model_validate({"endpoint": endpoint, "keys": keys})
    return _sender(settings.VAPID_PRIVATE_KEY).get(content, to)


def are_keys(p256dh: str, auth: str) -> bool:
    """Can something be sealed with these?"""
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), _bytes(p256dh))
        return len(_bytes(auth)) == 16
    except ValueError:
        return False


def new_key() -> str:
    """A value for VAPID_PRIVATE_KEY."""
    number = ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value
    return _text(number.to_bytes(32, "big"))


def _own() -> ec.EllipticCurvePrivateKey:
    try:
        return ec.derive_private_key(int.from_bytes(_bytes(settings.VAPID_PRIVATE_KEY), "big"), ec.SECP256R1())
    except ValueError as error:
        raise ImproperlyConfigured("VAPID_PRIVATE_KEY is no key; manage.py push_key makes one.") from error


@lru_cache(maxsize=1)
def _sender(_key: str) -> WebPush:
    own = _own()
    return WebPush(
        private_key=own.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
        public_key=own.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
        subscriber=parseaddr(settings.DEFAULT_FROM_EMAIL)[1],
        ttl=A_DAY,
    )


def _text(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def _bytes(text: str) -> bytes:
    """Raises ValueError."""
    return base64.b64decode(text.encode("ascii") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)
