"""What a field offers when that is only known as the form is made."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.db.models import QuerySet


def offer(form: forms.BaseForm, name: str, choices: Iterable[tuple[Any, Any]]) -> None:
    """Let the field of this name offer these values, each with what people read."""
    cast(forms.ChoiceField, form.fields[name]).choices = list(choices)


def offer_rows(form: forms.BaseForm, name: str, rows: QuerySet[Any]) -> None:
    """Let the field of this name, which chooses a row, offer these."""
    cast("forms.ModelChoiceField[Any]", form.fields[name]).queryset = rows
