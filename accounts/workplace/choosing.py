"""Choosing a person in a form of the workplace."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.workplace.choosers import Chooser


class PersonChooser(Chooser):
    """People with an open account; their mail addresses only for who keeps people."""

    model = User
    icon = "user"
    choose_one_text = _("Choose a person")
    choose_another_text = _("Choose another person")
    named_by = ("first_name", "last_name")
    details = {"email": _("Mail address")}
    needs = {"accounts.change_user"}

    def offered(self, request: HttpRequest) -> QuerySet[Any]:
        return User.objects.filter(is_active=True)

    def details_for(self, user: Any) -> Mapping[str, str | Promise]:
        return self.details if user.has_perm("accounts.change_user") else {}


choose_people = PersonChooser("choose_people", url_prefix="choose/people")
