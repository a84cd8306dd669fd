import copy
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.refusals import RefusableForm
from networks.forms.meetings import day_field
from validation.models import Due
from validation.models.fees import REASON_LENGTH


class DueForm(RefusableForm):
    """What the administration told: the invoice, the payment, or why nothing is charged."""

    purchase_number = forms.CharField(
        label=_("Purchase order number"), max_length=50, required=False, help_text=_("Of the whole portfolio.")
    )
    invoice_number = forms.CharField(label=_("Invoice number"), max_length=50, required=False)
    invoiced_on = day_field(_("Invoiced on"), required=False)
    paid_on = day_field(_("Paid on"), required=False)
    waived_reason = forms.CharField(
        label=_("Not charged, because"),
        max_length=REASON_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Only where this amount does not have to be paid. The participant reads it."),
    )
    serial = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    @classmethod
    def of(cls, due: Due, data: Any = None) -> "DueForm":
        facts = ("invoice_number", "invoiced_on", "paid_on", "waived_reason", "serial")
        known = {name: getattr(due, name) for name in facts} | {"purchase_number": due.case.purchase_number}
        return cls(data, initial=known)

    def read(self, due: Due) -> None:
        """From now on this page has read it as it is stored."""
        data: Any = copy.copy(self.data)
        data["serial"] = str(due.serial)
        self.data = data
