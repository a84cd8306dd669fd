"""What a school leader tells of trying a practice, and what is decided upon it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.choices import offer_rows
from core.refusals import RefusableForm
from resources.models import Trial
from resources.tried.services import DECLINE, LONGEST, PUBLISH
from schools.models import School


def _text(label: Any, help_text: Any = "", *, required: bool = False, rows: int = 4) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=help_text, max_length=LONGEST, required=required, widget=area)


class TrialForm(RefusableForm):
    school = forms.ModelChoiceField(label=_("At which school?"), queryset=School.objects.none())
    context = _text(_("Where and with whom did you try it?"), _("For example: two classes of 3 havo, one term."))
    adaptation = _text(_("What did you do differently?"))
    result = _text(
        _("What did it bring?"),
        _("Also what did not work. Name no pupils or colleagues: everybody can read this."),
        required=True,
    )
    again = forms.ChoiceField(label=_("Would you do it again?"), choices=Trial.Again.choices, widget=forms.RadioSelect)

    def __init__(self, *args: Any, person: User, trial: Trial | None = None, **kwargs: Any):
        names = ("school", "context", "adaptation", "result", "again")
        super().__init__(*args, **kwargs)
        schools = School.objects.of(person)
        offer_rows(self, "school", schools)
        known = {name: getattr(trial, name) for name in names} if trial else {"school": schools.first()}
        self.initial.update(known)


class DecisionForm(RefusableForm):
    """The pressed button is the decision."""

    decision = forms.ChoiceField(choices=[(PUBLISH, ""), (DECLINE, "")], widget=forms.HiddenInput, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1, max_value=2**31 - 1)
    reason = _text(_("Why is it not published?"), _("Who wrote the report reads this. Only needed to decline."))


class ObjectionForm(RefusableForm):
    text = _text(_("What is wrong?"), _("Only the people who keep the library read this."), required=True)
