import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from community.groups.dividing import LARGEST, SMALLEST
from community.groups.services import LONGEST_NAME, LONGEST_PURPOSE
from core.choices import offer
from core.refusals import RefusableForm


class GroupForm(RefusableForm):
    """What a group is called, and what for."""

    name = forms.CharField(
        label=_("Name of the group"), max_length=LONGEST_NAME, help_text=_("For example: Intervision north.")
    )
    purpose = forms.CharField(
        label=_("What for?"),
        required=False,
        max_length=LONGEST_PURPOSE,
        help_text=_("What you want to talk about, and how often."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def people_field(label: Any, help_text: Any = "", *, required: bool = True) -> forms.TypedMultipleChoiceField:
    return forms.TypedMultipleChoiceField(
        label=label, help_text=help_text, required=required, coerce=int, widget=forms.CheckboxSelectMultiple
    )


class PeopleForm(RefusableForm):
    """Members of the network to choose from."""

    people = people_field(_("Who?"))

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.offered = {person.pk: person for person in sorted(people, key=lambda it: it.name.casefold())}
        offer(self, "people", [(pk, person.name) for pk, person in self.offered.items()])

    @property
    def chosen(self) -> list[User]:
        """Of a valid form."""
        return [self.offered[pk] for pk in self.cleaned_data["people"]]


class FoundingForm(GroupForm, PeopleForm):
    """A new group. The key makes a form that is sent twice one group. runs: by who facilitates the network."""

    field_order = ["name", "purpose", "people", "takes_part"]

    people = people_field(
        _("Who do you invite?"), _("They say yes or no. You can also invite others later."), required=False
    )
    takes_part = forms.BooleanField(
        label=_("I take part myself"),
        required=False,
        help_text=_("Only the members read what is said. Later you come in only when a member invites you."),
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, runs: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if runs:
            self.fields["people"].label = _("Who is in it?")
            self.fields["people"].help_text = _("They are told, and can leave at any time.")
        else:
            del self.fields["takes_part"]


class DividingForm(RefusableForm):
    """How everybody is divided by lot."""

    size = forms.IntegerField(
        label=_("How many in a group?"), min_value=SMALLEST, max_value=LARGEST, initial=4, help_text=_("About.")
    )
    name = forms.CharField(
        label=_("Name of the groups"),
        max_length=LONGEST_NAME - 4,
        help_text=_("Each gets a number behind it."),
    )
    only_without = forms.BooleanField(label=_("Only who is in no group yet"), required=False, initial=True)


class DivisionForm(forms.Form):
    """A division that was shown, as it is to be stored: groups of ids. The key makes storing it twice once."""

    division = forms.RegexField(r"^\d{1,18}(,\d{1,18})*(;\d{1,18}(,\d{1,18})*)*$", max_length=10_000)
    name = forms.CharField(max_length=LONGEST_NAME - 4)
    key = forms.UUIDField()

    @property
    def groups(self) -> list[list[int]]:
        """Of a valid form."""
        return [[int(pk) for pk in group.split(",")] for group in self.cleaned_data["division"].split(";")]
