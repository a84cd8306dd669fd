from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from accounts.managers import confirm_mail_address
from accounts.models import User


@hooks.register("after_create_user")
@hooks.register("after_edit_user")
def vouch_for_mail_address(request: HttpRequest, person: User) -> Any:
    """Who manages people vouches for the mail address, so that the person can sign in at once."""
    confirm_mail_address(person)
