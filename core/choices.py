"""What a field offers when that is only known as the form is made."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.db.models import QuerySet
from django.db.models.fields import BLANK_CHOICE_DASH
from django.utils.translation import gettext_lazy as _

DASHES = BLANK_CHOICE_DASH[0][1]


def offer(form: forms.BaseForm, name: str, choices: Iterable[tuple[Any, Any]], *, choose: bool = False) -> None:
    """Let the field of this name offer these values, each with what people read. choose: with an invitation first."""
    invitation = [("", _("Choose"))] if choose else []
    cast(forms.ChoiceField, form.fields[name]).choices = [*invitation, *choices]


def offer_rows(form: forms.BaseForm, name: str, rows: QuerySet[Any]) -> None:
    """Let the field of this name, which chooses a row, offer these."""
    field = cast("forms.ModelChoiceField[Any]", form.fields[name])
    field.queryset = rows
    if field.empty_label == DASHES:  # nobody knows what those mean
        field.empty_label = str(_("Choose") if field.required else _("None"))


def words_of(field: forms.BoundField) -> str:
    """What people read of the choice that stands in the field; empty when there is none."""
    choices = cast(Iterable[tuple[Any, Any]], cast(forms.ChoiceField, field.field).choices)
    return str(dict(choices).get(field.value(), ""))
