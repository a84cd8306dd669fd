"""What views with forms share."""

import copy
from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core.errors import DomainError
from networks.models import Network

# What services call otherwise than forms do.
FIELDS = {"file": "uploads", "title": "link_title", "due_at": "day"}


def stored(form: forms.BaseForm, store: Callable[[], Any]) -> Any:
    """What the service answered, or True; None when it refused: then its sentences stand at the fields."""
    try:
        answer = store()
    except DomainError as error:
        for name, sentences in error.errors.items():
            field = name if name in form.fields else FIELDS.get(name)
            form.add_error(field if field in form.fields else None, sentences)
        if not error.errors:
            form.add_error(None, str(error))
        return None
    return True if answer is None else answer


def with_version(form: forms.BaseForm, number: int) -> None:
    """Show the form as it was typed, of this version: who sends it again has seen what changed meanwhile."""
    data: Any = copy.copy(form.data)
    data["version"] = str(number)
    form.data = data


def status_of(form: forms.BaseForm) -> int:
    """The status of the page that shows the form again, or for the first time."""
    return 422 if form.is_bound and form.errors else 200


def form_page(
    request: HttpRequest, network: Network, form: forms.BaseForm, *, room: str, title: str, back: str, submit: str
) -> HttpResponse:
    """A page in the members' space with one form. room: the tab it stands under; back: where cancelling leads."""
    context = {"network": network, "room": room, "form": form, "title": title, "back": back, "submit": submit}
    return render(request, "networks/form_page.html", context, status=status_of(form))
