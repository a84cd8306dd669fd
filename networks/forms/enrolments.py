from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from networks.agreements import TEXTS
from networks.forms.texts import text_field
from schools.models import School


class EnrolmentForm(forms.Form):
    """School, learning question and each agreement with its own box, so that an error stands at the box."""

    school = forms.ModelChoiceField(School.objects.none(), label=_("School"), empty_label=None)
    learning_question = text_field(
        _("Learning question of your school"),
        help_text=_("What do you want to find out? It may change along the way."),
    )

    def __init__(self, *args: Any, person: User, **kwargs: Any):
        super().__init__(*args, **kwargs)
        schools = School.objects.of(person)
        self.fields["school"].queryset = schools  # type: ignore[attr-defined]
        self.has_schools = schools.exists()
        for text in TEXTS:
            self.fields[text.kind] = forms.BooleanField(
                label=str(text.text), error_messages={"required": _("Please agree to this to sign up.")}
            )

    @property
    def answers(self) -> dict[str, Any]:
        """What networks.services.enrol takes."""
        return {
            "school": self.cleaned_data["school"],
            "learning_question": self.cleaned_data["learning_question"],
            "agreements": {text.kind for text in TEXTS if self.cleaned_data[text.kind]},
        }

    @property
    def agreement_fields(self) -> list[forms.BoundField]:
        return [self[text.kind] for text in TEXTS]


class DeclineForm(forms.Form):
    reason = text_field(_("Reason"), rows=4, help_text=_("The person reads this in the inbox and in the mail."))
