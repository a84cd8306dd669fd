"""Ending a sort of mail without signing in: the link in the mail is the proof (RFC 8058)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.translation import override

from accounts.models import User
from core.errors import NotFound
from notifications import kinds
from notifications.choosing import choices_of, choose
from notifications.delivery import IN_DIGEST, MAILED, Delivery
from notifications.kinds import Kind

SALT, UNDO_SALT = "notifications.unsubscribe", "notifications.resubscribe"
DIGEST = "digest"  # no key of a kind: those have a dot


@dataclass(frozen=True)
class Subscription:
    """What one link in a mail is about: mail of one kind of news, or (kind: None) all that comes in a digest.

    held: kinds that come at once, and were in this digest as the person rested.
    """

    person: User
    kind: Kind | None
    held: frozenset[str] = frozenset()

    @property
    def mailed(self) -> dict[str, str]:
        """By key how the person hears of what the link is about, as far as that is by mail."""
        chosen = choices_of(self.person).items()
        return {key: way for key, way in chosen if way in self._ways(key) and self._is_about(key)}

    def _ways(self, key: str) -> frozenset[Delivery]:
        return MAILED if self.kind or key in self.held else IN_DIGEST

    def _is_about(self, key: str) -> bool:
        return self.kind is None or self.kind.key == key

    def stop(self) -> dict[str, str]:
        """Leave it to the inbox; returns how it was, for whoever takes it back."""
        before = self.mailed
        choose(person=self.person, wanted=dict.fromkeys(before, Delivery.INBOX))
        return before

    def undo(self, token: str) -> None:
        """Have the mail again as it was before `stop()`, or as it usually is when the link does not say."""
        known = {kind.key: kind for kind in kinds.registered()}
        wanted = {key: way for key, way in _before(token, self.person).items() if way in known[key].choices}
        choose(
            person=self.person, wanted={key: way for key, way in wanted.items() if self._is_about(key)} or self._usual()
        )

    def _usual(self) -> dict[str, str]:
        if self.kind:
            return {self.kind.key: self.kind.delivery if self.kind.delivery in MAILED else Delivery.AT_ONCE}
        return {kind.key: kind.delivery for kind in kinds.registered() if kind.delivery in IN_DIGEST}

    def undo_token(self, before: Mapping[str, str]) -> str:
        """What `undo()` needs to know, signed, as it travels through the page."""
        return signing.dumps([self.person.pk, dict(before)], salt=UNDO_SALT, compress=True)


def _before(token: str, person: User) -> dict[str, str]:
    try:
        pk, before = signing.loads(token, salt=UNDO_SALT)
    except signing.BadSignature:
        return {}
    if pk != person.pk:
        return {}
    known = {kind.key: kind.choices for kind in kinds.registered()}
    return {key: way for key, way in before.items() if way in known.get(key, [])}


def address(person: User, kind: str, held: Collection[str] = ()) -> str:
    """The whole address at which this person ends mail of this kind; it works as long as the account does."""
    token = signing.dumps([person.pk, kind, *sorted(held)], salt=SALT, compress=bool(held))
    with override(person.language):
        return settings.BASE_URL + reverse("notifications:unsubscribe", args=[token])


def digest_address(person: User, held: Collection[str] = ()) -> str:
    """The whole address at which this person ends the digests. held: kinds at once that one of them has too."""
    return address(person, DIGEST, held)


def headers(address: str) -> dict[str, str]:
    """What lets a mail program offer to unsubscribe, in one click (RFC 8058)."""
    return {"List-Unsubscribe": f"<{address}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def get_subscription_for(token: str) -> Subscription:
    """What the link is about. Raises NotFound for a link that is not ours, or of an account that is gone."""
    try:
        pk, key, *held = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        raise NotFound from None
    person = User.objects.filter(pk=pk, is_active=True).first()
    kind = next((kind for kind in kinds.registered() if kind.key == key), None)
    if person is None or (kind is None and key != DIGEST):
        raise NotFound
    return Subscription(person, kind, frozenset(held))
