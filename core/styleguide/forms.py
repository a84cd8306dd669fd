"""A form with a field of every kind. Nothing it takes is stored."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

LARGEST_FILE = 20 * 1024 * 1024  # bytes


class ExampleForm(forms.Form):
    """Every kind of field, with help, choices and rules to break."""

    title = forms.CharField(label=_("Title"), max_length=80, help_text=_("Short, and clear to who was not there."))
    question = forms.CharField(label=_("Learning question"), widget=forms.Textarea(attrs={"rows": 3}))
    email = forms.EmailField(label=_("Mail address"), required=False)
    sector = forms.ChoiceField(
        label=_("Sector"),
        choices=[("", _("Choose a sector")), ("PO", _("Primary education")), ("VO", _("Secondary education"))],
    )
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}))
    starts = forms.TimeField(label=_("Begins at"), required=False, widget=forms.TimeInput(attrs={"type": "time"}))
    people = forms.IntegerField(label=_("Number of people"), required=False, min_value=1, max_value=40)
    role = forms.ChoiceField(
        label=_("Your role"),
        choices=[("leader", _("School leader")), ("teacher", _("Teacher"))],
        widget=forms.RadioSelect,
    )
    themes = forms.MultipleChoiceField(
        label=_("Themes"),
        required=False,
        choices=[("assessment", _("Assessment")), ("guidance", _("Guidance")), ("vision", _("Vision"))],
        widget=forms.CheckboxSelectMultiple,
    )
    file = forms.FileField(label=_("File"), required=False, help_text=_("At most 20 MB."))
    agreed = forms.BooleanField(label=_("I agree that other schools may read this"))

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file and file.size > LARGEST_FILE:
            raise ValidationError(_("This file is larger than 20 MB. Choose a smaller one."))
        return file


def form_with_errors() -> ExampleForm:
    """What the form looks like when somebody sent it too early."""
    return ExampleForm({"title": "", "question": "", "email": "sanne@", "sector": "VO", "people": "50"})
