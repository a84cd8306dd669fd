"""What an author says of the own words."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.refusals import RefusableForm
from resources.models import Quote
from resources.quotes.consent import ANSWERS

CHOICES = [
    (state.value, label)
    for state, label in zip(
        ANSWERS, (_("Yes, with my name"), _("Yes, but without my name"), _("No, please leave it out")), strict=True
    )
]


class AnswersForm(RefusableForm):
    """One answer for each quote; what was answered before is chosen already."""

    def __init__(self, *args: Any, quotes: Sequence[Quote], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.quotes = quotes
        for quote in quotes:
            self.fields[self.name_of(quote)] = forms.ChoiceField(
                label=_("May this stand in the practice?"),
                choices=CHOICES,
                widget=forms.RadioSelect,
                initial=Quote.State.REFUSED if quote.is_closed else quote.state,
            )

    @staticmethod
    def name_of(quote: Quote) -> str:
        return f"answer_{quote.pk}"

    def rows(self) -> list[tuple[Quote, forms.BoundField]]:
        """Each quote with the field for its answer."""
        return [(quote, self[self.name_of(quote)]) for quote in self.quotes]

    @property
    def answers(self) -> dict[int, str]:
        """The answers, by the id of the quote."""
        return {quote.pk: self.cleaned_data[self.name_of(quote)] for quote in self.quotes}
