"""What views with forms share."""

from collections.abc import Callable
from typing import Any

from django import forms

from core.errors import DomainError

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


def status_of(form: forms.BaseForm) -> int:
    """The status of the page that shows the form again, or for the first time."""
    return 422 if form.is_bound and form.errors else 200
