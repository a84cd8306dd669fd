from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from community.finding import Asked
from community.models import Thread
from core.choices import offer
from search.plan import LONGEST_QUERY


def _day(label: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=False, widget=widget)


class FindingForm(forms.Form):
    """What to look for in a discussion; as it stands in the address."""

    q = forms.CharField(
        label=_("Words"), required=False, max_length=LONGEST_QUERY, widget=forms.TextInput(attrs={"type": "search"})
    )
    author = forms.TypedChoiceField(label=_("Written by"), required=False, coerce=int, empty_value=None)
    kind = forms.ChoiceField(label=_("Kind of conversation"), required=False)
    since = _day(_("From this day"))
    until = _day(_("Up to and including"))
    with_files = forms.BooleanField(label=_("Only with pictures or files"), required=False)

    def __init__(self, *args: Any, authors: Sequence[Any], **kwargs: Any):
        super().__init__(*args, **kwargs)
        people = [(it.pk, it.name) for it in authors]
        offer(self, "author", [("", _("Everybody")), *people])
        offer(self, "kind", [("", _("All kinds")), *Thread.Kind.choices])

    @property
    def narrowing(self) -> list[forms.BoundField]:
        return [self[name] for name in ("author", "kind", "since", "until")]

    def asked(self) -> Asked:
        """Of a valid form."""
        given = dict(self.cleaned_data)
        return Asked(words=given.pop("q"), files=given.pop("with_files"), **given)
