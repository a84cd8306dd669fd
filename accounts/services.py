"""What happens to accounts. Tokens are Wagtail's own: only a digest is kept, and /admin/ lists and revokes them."""

from datetime import timedelta
from typing import Any

from allauth.usersessions.models import UserSession
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import APIToken

from accounts.models import User
from accounts.notices import tell_owner
from core.errors import NotFound

LAST_USED_PRECISION = timedelta(minutes=10)


def create_api_token(*, person: User, label: str) -> str:
    """Make a token with which a program may act for the person, who hears of it by mail.

    The answer is the only time it can be read.
    """
    token = APIToken.create_token(user=person, name=label)[1]
    tell_owner(person, "accounts/email/token_made", label=label)
    return token


def api_tokens_of(person: User) -> QuerySet[APIToken]:
    """The person's tokens that still work, newest first."""
    return APIToken.objects.filter(user=person, revoked_at=None).order_by("-created", "-pk")


def revoke_api_token(*, person: User, token: int) -> None:
    """Make one of the person's own tokens useless. Raises NotFound."""
    if not api_tokens_of(person).filter(pk=token).update(revoked_at=timezone.now()):
        raise NotFound


def own_profile(person: User) -> dict[str, Any]:
    """What we keep of the person as such, for the export."""
    names = ("email", "first_name", "last_name", "job_title", "telephone", "photo_public", "language")
    fields = (*names, "date_joined", "last_login")
    return {field: getattr(person, field) for field in fields} | {
        "api_tokens": list(api_tokens_of(person).values("name", "created", "last_used_at")),
        "signed_in_on": list(UserSession.objects.filter(user=person).values("ip", "user_agent", "created_at")),
    }


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
