from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST_MESSAGE = 5000


class ContactForm(forms.Form):
    """A question to the organisation."""

    name = forms.CharField(label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(
        label=_("Your mail address"),
        help_text=_("We answer to this address, and use it for nothing else."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    subject = forms.CharField(label=_("What is it about?"), max_length=120)
    message = forms.CharField(
        label=_("Your question or remark"),
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    website = forms.CharField(required=False, widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}))
    """People do not see this field; programs that fill in every field do."""

    def clean_subject(self) -> str:
        return " ".join(self.cleaned_data["subject"].split())

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    @property
    def is_from_a_program(self) -> bool:
        return bool(self.cleaned_data.get("website"))

    @property
    def letter(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("name", "email", "subject", "message")}
