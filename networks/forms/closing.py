from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.refusals import RefusableForm
from networks.forms.texts import text_field
from networks.models import EvaluationQuestion, Network
from networks.services.evaluating import field_of


class EvaluationForm(RefusableForm):
    """The questions of the network's evaluation."""

    def __init__(self, *args: Any, network: Network, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.questions = list(EvaluationQuestion.objects.asked_in(network))
        for question in self.questions:
            self.fields[field_of(question)] = _field(question)

    @property
    def answers(self) -> dict[int, str]:
        """What networks.services.evaluate takes."""
        return {question.pk: self.cleaned_data[field_of(question)] for question in self.questions}


def _field(question: EvaluationQuestion) -> forms.Field:
    if not question.options:
        field = text_field(question.label, rows=3)
        field.required = question.required
        return field
    scale = question.kind == EvaluationQuestion.Kind.SCALE
    return forms.ChoiceField(
        label=question.label,
        choices=question.worded_options,
        widget=forms.RadioSelect,
        required=question.required,
        help_text=_("1 is low, 5 is high.") if scale else "",
    )


class GrantForm(RefusableForm):
    reason = text_field(
        _("Why does this person get a certificate?"), rows=4, help_text=_("It is kept, and not on the certificate.")
    )
