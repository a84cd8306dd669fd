from typing import Any

from django import forms

from networks.models.enrolments import TEXT_LENGTH


def text_field(label: Any, rows: int = 5, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, max_length=TEXT_LENGTH, help_text=help_text, widget=forms.Textarea(attrs={"rows": rows})
    )
