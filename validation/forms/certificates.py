from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.refusals import RefusableForm
from validation.models import Shown, ThemeCertificate
from validation.models.programmes import TEXT_LENGTH


class ShownForm(RefusableForm):
    """What others see who check the certificate."""

    shown = forms.MultipleChoiceField(
        label=_("What may others see?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Whoever has the number always sees whether it is valid, and who gave it out."),
    )

    def __init__(self, *args: Any, certificate: ThemeCertificate, **kwargs: Any):
        super().__init__(*args, **kwargs)
        has = {Shown.POINTS: certificate.points is not None, Shown.COMPETENCIES: bool(certificate.competencies)}
        field: Any = self.fields["shown"]
        field.choices = [(value, label) for value, label in Shown.choices if has.get(Shown(value), True)]
        self.initial["shown"] = certificate.shown


class RevokeForm(RefusableForm):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The holder reads it. Others only see that it is revoked."),
    )
