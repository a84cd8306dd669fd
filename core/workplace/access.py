"""Who sees and does what in a listing of the workplace."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponseBase
from wagtail.permission_policies import ModelPermissionPolicy

from core.access import guarded

ViewClass = TypeVar("ViewClass", bound=type[Any])


def asked_by_wagtail(view_class: ViewClass) -> ViewClass:
    """Says of a view built on one of Wagtail's that Wagtail asks the model's permission policy."""

    @guarded("the permission policy of the model, which Wagtail asks")
    def dispatch(view: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return super(view_class, view).dispatch(request, *args, **kwargs)

    view_class.dispatch = dispatch
    return view_class


class Only(ModelPermissionPolicy):
    """Only these actions are possible here, for who has Django's permission; the rest goes through the services.

    actions: of "add", "change", "delete" and "view".
    """

    def __init__(self, model: Any, actions: Iterable[str]):
        super().__init__(model)
        self.actions = frozenset(actions)

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action in self.actions and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)
