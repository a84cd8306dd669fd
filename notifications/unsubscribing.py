"""Ending one kind of mail without signing in: the link in the mail is the proof (RFC 8058)."""

from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.translation import override

from accounts.models import User
from core.errors import NotFound
from notifications import kinds, services
from notifications.kinds import Kind

SALT = "notifications.unsubscribe"


@dataclass(frozen=True)
class Subscription:
    """One person's mail about one kind of news."""

    person: User
    kind: Kind

    @property
    def wanted(self) -> bool:
        return services.mail_choices(self.person).get(self.kind.key, False)

    def choose(self, wanted: bool) -> None:
        """Store whether the person gets this mail."""
        services.choose_mail(person=self.person, wanted={self.kind.key: wanted})


def address(person: User, kind: str) -> str:
    """The whole address at which this person ends mail of this kind; it works as long as the account does."""
    token = signing.dumps([person.pk, kind], salt=SALT)
    with override(person.language):
        return settings.BASE_URL + reverse("notifications:unsubscribe", args=[token])


def get_subscription_for(token: str) -> Subscription:
    """What the link is about. Raises NotFound for a link that is not ours, or of an account that is gone."""
    try:
        pk, key = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        raise NotFound from None
    person = User.objects.filter(pk=pk, is_active=True).first()
    kind = next((kind for kind in kinds.registered() if kind.key == key), None)
    if person is None or kind is None:
        raise NotFound
    return Subscription(person, kind)
