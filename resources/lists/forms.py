from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.choices import offer
from core.refusals import RefusableForm
from resources.lists.services import LONGEST_NAME
from resources.models import Practice, ReadingList


class NameForm(RefusableForm):
    name = forms.CharField(label=_("Name of the list"), max_length=LONGEST_NAME)


class KeepForm(RefusableForm):
    """On which lists the practice stands; a new one may be named."""

    lists = forms.MultipleChoiceField(
        label=_("On which reading lists?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    name = forms.CharField(
        label=_("On a new list"),
        help_text=_("Type a name; leave it empty when you need no new list."),
        max_length=LONGEST_NAME,
        required=False,
    )
    offered = forms.CharField(widget=forms.HiddenInput, required=False, max_length=1000)

    def __init__(self, *args: Any, person: User, practice: Practice, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.own = {str(it.pk): it for it in ReadingList.objects.of(person)}
        self.initial["offered"] = ",".join(self.own)
        offer(self, "lists", [(key, it.name) for key, it in self.own.items()])
        self.initial["lists"] = [
            str(pk)
            for pk in ReadingList.objects.filter(person=person, kept__practice=practice).values_list("pk", flat=True)
        ]
        if not self.own:
            del self.fields["lists"]
            self.fields["name"].required = True
            self.fields["name"].help_text = ""

    @property
    def chosen(self) -> list[ReadingList]:
        return [self.own[key] for key in self.cleaned_data.get("lists", [])]

    @property
    def shown(self) -> list[ReadingList]:
        """Those that one could leave out: a list made in another window since was not among them."""
        return [self.own[key] for key in self.cleaned_data["offered"].split(",") if key in self.own]
