"""What happens to accounts. Tokens are Wagtail's own: only a digest is kept, and /admin/ lists and revokes them."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import APIToken

from accounts.models import User

LAST_USED_PRECISION = timedelta(minutes=10)


def create_api_token(*, person: User, label: str) -> str:
    """Make a token with which a program may act for the person. The answer is the only time it can be read."""
    return APIToken.create_token(user=person, name=label)[1]


def person_for_token(token: str) -> User | None:
    """The active person whose unrevoked token this is. Notes the use, to ten minutes precise."""
    if not APIToken.validate_token_format(token):
        return None
    row = (
        APIToken.objects.select_related("user")
        .filter(key_hash__in=APIToken.candidate_key_hashes(token), revoked_at=None, user__is_active=True)
        .first()
    )
    if row is None:
        return None
    now = timezone.now()
    if row.last_used_at is None or now - row.last_used_at > LAST_USED_PRECISION:
        APIToken.objects.filter(pk=row.pk).update(last_used_at=now)
    return row.user
