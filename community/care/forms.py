from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from community.care.services import LONGEST
from community.models import Report
from core.refusals import RefusableForm


def text_field(label: Any, help_text: Any = "", *, required: bool = False) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, help_text=help_text, max_length=LONGEST, required=required, widget=area)


class ReportForm(RefusableForm):
    reason = forms.ChoiceField(label=_("What is wrong?"), choices=Report.Reason.choices, widget=forms.RadioSelect)
    text = text_field(_("Explanation"), _("Only the facilitator reads this."))


class HideForm(RefusableForm):
    reason = text_field(_("Why do you hide it?"), _("Its author reads this."), required=True)


class DecisionForm(RefusableForm):
    decision = forms.ChoiceField(label=_("What do you do?"), choices=Report.Decision.choices, widget=forms.RadioSelect)
    reason = text_field(_("To the author"), _("Needed when you hide the message: why."))
    answer = text_field(_("To who reported it"), _("They hear what you decide; write more when it helps."))
