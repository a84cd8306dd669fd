import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.choices import offer
from core.refusals import RefusableForm
from validation.portfolio.own_work import KINDS, Piece


class LookForm(forms.Form):
    """What of the own work is looked for."""

    kind = forms.ChoiceField(label=_("What it is"), required=False)
    q = forms.CharField(label=_("Words in it"), required=False, max_length=200)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        offer(self, "kind", [(kind.key, kind.several) for kind in KINDS.values()])


class TakeForm(RefusableForm):
    """What of a piece goes along, and what it is called in the portfolio."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=_("Title"), max_length=200)
    text = forms.CharField(
        label=_("What goes along"),
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Leave out what does not matter or tells of others, and write … in its place. Add nothing."),
    )

    def __init__(self, *args: Any, piece: Piece, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.initial.update(key=uuid.uuid4(), title=piece.title[:200], text=piece.text)
