"""Forms whose service may still say no."""

from collections.abc import Callable
from typing import Any

from django import forms

from core.errors import DomainError


def stored(form: forms.BaseForm, store: Callable[[], Any]) -> bool:
    """Whether the service took it; otherwise its sentences stand at the fields."""
    try:
        store()
    except DomainError as error:
        for name, sentences in error.errors.items():
            form.add_error(name if name in form.fields else None, sentences)
        if not error.errors:
            form.add_error(None, str(error))
        return False
    return True


def status_of(form: forms.BaseForm) -> int:
    """The status of the page that shows the form again, or for the first time."""
    return 422 if form.is_bound and form.errors else 200
