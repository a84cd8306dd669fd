"""Telling the owner of an account by mail that something about it was changed."""

from functools import partial
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.core import context
from django.db import transaction

from accounts.models import User


def tell_owner(person: User, letter: str, **params: Any) -> None:
    """Mail the letter when the transaction has committed; from where it was done goes along, when that is known."""
    adapter, params = get_adapter(), {"user": person, **params}
    if context.request:
        send = partial(adapter.send_notification_mail, letter, person, params)
    else:
        send = partial(adapter.send_mail, letter, person.email, params)
    transaction.on_commit(send, robust=True)
