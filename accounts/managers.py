from typing import Any

from django.contrib.auth.models import UserManager as DjangoUserManager
from django.db import transaction


def confirm_mail_address(person: Any) -> None:
    """Let the person sign in with the present mail address without a mail to confirm it."""
    from allauth.account.models import EmailAddress

    EmailAddress.objects.filter(user=person, primary=True).exclude(email=person.email).update(primary=False)
    EmailAddress.objects.update_or_create(user=person, email=person.email, defaults={"primary": True, "verified": True})


class UserManager(DjangoUserManager):
    """People are known by their mail address, in any capitals."""

    def get_by_natural_key(self, username: str | None) -> Any:
        return self.get(email__iexact=username)

    @transaction.atomic
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> Any:  # type: ignore[override]
        """A person somebody vouches for: the mail address counts as confirmed. (allauth makes who signs up.)"""
        person = self.model(email=self.normalize_email(email).lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        confirm_mail_address(person)
        return person

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> Any:  # type: ignore[override]
        return self.create_user(email, password, **{"is_staff": True, "is_superuser": True, **fields})
