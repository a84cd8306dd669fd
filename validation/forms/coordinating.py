from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.choices import offer
from core.refusals import RefusableForm
from networks.forms.meetings import day_field
from validation.assessing.fitness import Proposal
from validation.models.programmes import TEXT_LENGTH


class _Described(forms.widgets.ChoiceWidget):
    """Boxes that each name the sentences that stand below them."""

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option: dict[str, Any] = super().create_option(name, value, *args, **kwargs)
        option["attrs"]["aria-describedby"] = f"why-{value}"
        return option


class DescribedBoxes(_Described, forms.CheckboxSelectMultiple):
    pass


class DescribedRadios(_Described, forms.RadioSelect):
    pass


def _reason(help_text: Any, **options: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=_("Reason"), max_length=TEXT_LENGTH, widget=widget, help_text=help_text, **options)


WHEN_NEEDED = _("Needed when something stands against somebody, or when you replace somebody.")


class ProposedForm(RefusableForm):
    """Chooses among people who are proposed, each with what is for and against."""

    def __init__(self, *args: Any, proposals: Sequence[Proposal], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.proposals = proposals
        offer(self, "people", [(it.person.pk, it.person.name) for it in proposals])

    @property
    def boxes(self) -> list[tuple[Any, Proposal]]:
        """Each box with the proposal that it is for."""
        return list(zip(self["people"], self.proposals, strict=True))


class AssignForm(ProposedForm):
    """Who assesses a theme."""

    people = forms.TypedMultipleChoiceField(
        label=_("Who assesses this theme?"),
        coerce=int,
        widget=DescribedBoxes,
        error_messages={"required": _("Choose who assesses this theme.")},
    )
    reason = _reason(WHEN_NEEDED, required=False)


class ThirdForm(ProposedForm):
    """Who assesses a theme as the third."""

    people = forms.TypedChoiceField(
        label=_("Who is the third assessor?"),
        coerce=int,
        widget=DescribedRadios,
        error_messages={"required": _("Choose who is the third assessor.")},
    )
    reason = _reason(_("Needed when something stands against somebody."), required=False)


class MoreTimeForm(RefusableForm):
    """Until when there is more time, and why."""

    day = day_field(_("Until and including which day?"))
    reason = _reason(_("Whoever gets more time reads it."))
