"""What is written before and after a meeting: a text, and rows below it."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.choices import offer
from networks.forms.meetings import day_field
from networks.models import AgendaItem, Meeting, Outcome
from networks.services.papers import MOST_ITEMS, MOST_OUTCOMES

MORE = 3  # empty rows below those that are there


class WrittenByService(forms.ModelForm):
    """Its fields are those of a model; the service checks and writes."""

    def _post_clean(self) -> None:
        """The instance stays as it was, so that the service sees what changes."""


class PreparationForm(WrittenByService):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Meeting
        fields = ["preparation"]


class ReportForm(WrittenByService):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Meeting
        fields = ["report"]
        widgets = {"report": forms.Textarea(attrs={"rows": 14})}


class RowForm(WrittenByService):
    """One row; `id` says which one it is of those that are there."""

    id = forms.IntegerField(widget=forms.HiddenInput, required=False)

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes of this row."""
        return {name: value for name, value in self.cleaned_data.items() if name != "DELETE"}


class AgendaItemForm(RowForm):
    class Meta:
        model = AgendaItem
        fields = ["starts", "title", "speaker", "note"]
        widgets = {
            "starts": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            "note": forms.Textarea(attrs={"rows": 2}),
        }


class OutcomeForm(RowForm):
    """people: those to whom an action can be given, by id."""

    person = forms.TypedChoiceField(label=_("For"), coerce=int, empty_value=None, required=False)
    due_on = day_field(_("To be done by"), required=False)

    class Meta:
        model = Outcome
        fields = ["kind", "text", "who", "due_on"]
        labels = {"who": _("For, in words")}
        help_texts = {"who": _("For example “all schools”, or who does it together with the one above.")}

    field_order = ["id", "kind", "text", "person", "who", "due_on"]

    def __init__(self, *args: Any, people: Mapping[int, User], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.people = people
        offer(self, "kind", Outcome.Kind.choices, choose=True)
        offer(self, "person", [("", _("Nobody in particular")), *((pk, it.name) for pk, it in people.items())])

    @property
    def facts(self) -> dict[str, Any]:
        facts = super().facts
        return facts | {"person": self.people.get(facts["person"])}


class RowsFormSet(forms.BaseFormSet):
    """Rows that are written as a whole. A row that was removed in another window comes back as a new one."""

    form: type[Any] = RowForm

    def __init__(self, data: Any = None, *, initial: Any = None, **kwargs: Any):
        """initial: the rows that are there now. What is sent is not compared with them, as another window may have
        added some since: an empty row would then count as a row that was emptied.
        """
        super().__init__(data, initial=None if data else initial, **kwargs)

    @property
    def kept(self) -> list[RowForm]:
        """The rows that are filled in and not taken away."""
        return [form for form in self.forms if form.cleaned_data and not form.cleaned_data.get("DELETE")]

    def facts(self, there: Sequence[int]) -> list[dict[str, Any]]:
        """What the service takes. there: the ids of the rows that are there now."""
        found = [form.facts for form in self.kept]
        return [it | {"id": it["id"] if it["id"] in there else None} for it in found]

    def say(self, errors: Mapping[str, Sequence[str]]) -> None:
        """Put what the service says of `items.2.title` at that field."""
        for place, sentences in errors.items():
            _list, number, name = place.split(".", 2)
            row = self.kept[int(number)]
            row.add_error(name if name in row.fields else None, cast(Any, sentences))


def _rows(form: type[RowForm], most: int) -> Any:
    return forms.formset_factory(
        form, RowsFormSet, extra=MORE, max_num=most, validate_max=True, can_delete=True, can_delete_extra=False
    )


AgendaFormSet = _rows(AgendaItemForm, MOST_ITEMS)
OutcomeFormSet = _rows(OutcomeForm, MOST_OUTCOMES)
