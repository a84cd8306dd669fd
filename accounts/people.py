"""Making, changing and closing other people's accounts; only administrators do."""

from collections.abc import Collection
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts.errors import MailTaken, OwnAccount
from accounts.languages import in_language
from accounts.managers import confirm_mail_address
from accounts.models import User
from core.errors import NotAllowed


@transaction.atomic
def invite_person(
    *, by: User, email: str, first_name: str, last_name: str, language: str, groups: Collection[Group] = ()
) -> User:
    """Make an account for somebody, who gets a mail in which to choose a password. Raises NotAllowed, MailTaken."""
    if not by.has_perm("accounts.add_user"):
        raise NotAllowed
    try:
        with transaction.atomic():
            names = {"first_name": first_name, "last_name": last_name}
            person = User.objects.create_user(email, None, language=language, **names)
    except IntegrityError as error:
        raise MailTaken(errors={"email": [str(MailTaken.message)]}) from error
    person.groups.set(groups)
    transaction.on_commit(lambda: send_invitation(person=person))
    return person


def send_invitation(*, person: User) -> None:
    """Mail the person a link to choose a password; it works for some days, and once. Raises MailUnavailable."""
    keys = {"uidb36": user_pk_to_url_str(person), "key": default_token_generator.make_token(person)}
    path = in_language(reverse("account_reset_password_from_key", kwargs=keys), person.language)
    context = {"user": person, "invitation_url": settings.BASE_URL + path}
    get_adapter().send_mail("accounts/email/invitation", person.email, context)


@transaction.atomic
def change_person(*, by: User, person: User, groups: Collection[Group] | None = None, **facts: Any) -> User:
    """Write these facts of the person. Who may no longer sign in is out at once.

    facts: fields of User. Sessions, tokens and sockets ask again whether the account is open, sockets each second.
    Raises NotAllowed, MailTaken, OwnAccount.
    """
    if not may_change(by, person) or ("is_superuser" in facts and not by.is_superuser):
        raise NotAllowed
    if by == person and not all(facts.get(name, True) for name in ("is_active", "is_superuser")):
        raise OwnAccount
    stored = User.objects.select_for_update().get(pk=person.pk)
    for name, value in facts.items():
        setattr(stored, name, value)
    try:
        with transaction.atomic():
            stored.save(update_fields=[*facts])
    except IntegrityError as error:
        raise MailTaken(errors={"email": [str(MailTaken.message)]}) from error
    confirm_mail_address(stored)
    if groups is not None:
        stored.groups.set(groups)
    return stored


def may_change(by: User, person: User) -> bool:
    """Nobody changes who may do more than oneself: with the mail address one could take over the account."""
    return by.has_perm("accounts.change_user") and (by.is_superuser or not person.is_superuser)
