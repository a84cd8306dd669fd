from django import forms
from django.utils.translation import gettext_lazy as _

from core.spreadsheets import Format
from networks.exports import EXPORTS


class ExportForm(forms.Form):
    """Two hidden facts of a button: which table, as what kind of file."""

    table = forms.ChoiceField(label=_("Table"), choices=[(it.name, it.title) for it in EXPORTS.values()])
    format = forms.TypedChoiceField(label=_("Kind of file"), choices=Format.choices, coerce=Format)
