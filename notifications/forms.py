from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from notifications import kinds


class PreferencesForm(forms.Form):
    """Which news comes by mail too."""

    mail = forms.MultipleChoiceField(
        label=_("Mail me when"),
        help_text=_("Everything is always in your inbox on this site, also what you switch off here."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, choices: dict[str, bool], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.initial["mail"] = [key for key, mail in choices.items() if mail]
        self.fields["mail"].choices = [(kind.key, kind.label) for kind in kinds.registered()]  # type: ignore[attr-defined]

    def wanted(self) -> dict[str, bool]:
        """For each kind's key whether mail is wanted."""
        return {kind.key: kind.key in self.cleaned_data["mail"] for kind in kinds.registered()}
