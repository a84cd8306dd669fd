"""People in the workplace are never deleted there, nor changed by the dozen: what they did hangs on them."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from wagtail import hooks

from accounts.models import User
from accounts.workplace.choosing import choose_people


@hooks.register("register_admin_viewset")
def choosers() -> Any:
    return choose_people


@hooks.register("before_delete_user")
def never_delete(request: HttpRequest, person: User) -> None:
    raise PermissionDenied


@hooks.register("before_bulk_action")
def one_by_one(request: HttpRequest, action_type: str, objects: list[Any], action: Any) -> None:
    if action.model is User:
        raise PermissionDenied
