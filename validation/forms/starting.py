from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.choices import offer_rows
from core.refusals import RefusableForm
from schools.models import School
from validation.models import Case, ProgrammeVersion, Theme
from validation.states import Route


class StartForm(RefusableForm):
    """Where one works, and which themes one begins with."""

    school = forms.ModelChoiceField(School.objects.none(), label=_("For which school?"))
    themes = forms.ModelMultipleChoiceField(
        Theme.objects.none(),
        label=_("Which themes do you begin with?"),
        help_text=_("You can add themes later. Work on as many as you like at the same time."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one theme.")},
    )
    purchase_number = forms.CharField(
        label=_("Purchase order number"),
        required=False,
        max_length=50,
        help_text=_("Only if your school needs it on the invoice."),
    )

    def __init__(self, *args: Any, person: User, version: ProgrammeVersion, **kwargs: Any):
        super().__init__(*args, **kwargs)
        schools = School.objects.of(person)
        offer_rows(self, "school", schools)
        self.initial.setdefault("school", schools.first())
        if version.programme.route == Route.DIALOGUE:
            self.fields["themes"] = forms.ModelMultipleChoiceField(
                Theme.objects.none(), label=_("Which theme do you choose?"), widget=forms.CheckboxSelectMultiple
            )
        offer_rows(self, "themes", version.themes.all())


class AddThemeForm(RefusableForm):
    """One more theme."""

    theme = forms.ModelChoiceField(
        Theme.objects.none(), label=_("Which theme do you add?"), widget=forms.RadioSelect, empty_label=None
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any):
        super().__init__(*args, **kwargs)
        left = case.version.themes.exclude(pk__in=case.themes.values("theme"))
        offer_rows(self, "theme", left)
