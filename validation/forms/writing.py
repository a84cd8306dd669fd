from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.choices import offer_rows
from core.refusals import RefusableForm
from validation.models import CaseTheme, Competency, PortfolioSection
from validation.models.writing import LONGEST_PASSAGE, LONGEST_SECTION


class SectionForm(RefusableForm):
    """One section. version, serial, window: what the browser has read, and which page it is."""

    text = forms.CharField(
        required=False, max_length=LONGEST_SECTION, strip=False, widget=forms.Textarea(attrs={"rows": 18})
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    serial = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    window = forms.CharField(widget=forms.HiddenInput, required=False, max_length=100)

    def __init__(self, *args: Any, section: PortfolioSection, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["text"].label, self.fields["text"].help_text = section.label, section.help


class PassageForm(RefusableForm):
    """A passage of the text in which a competency is shown."""

    competency = forms.ModelChoiceField(Competency.objects.none(), label=_("Which competency do you show?"))
    section = forms.ModelChoiceField(PortfolioSection.objects.none(), label=_("In which section?"))
    passage = forms.CharField(
        label=_("The passage"),
        max_length=LONGEST_PASSAGE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Copy it from your text, just as it stands there: one or two sentences are enough."),
    )

    def __init__(self, *args: Any, theme: CaseTheme, **kwargs: Any):
        super().__init__(*args, **kwargs)
        offer_rows(self, "competency", theme.theme.competencies.all())
        offer_rows(self, "section", theme.case.version.sections.all())
