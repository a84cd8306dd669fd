"""Asking a co-author, and answering."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from core.choices import offer_rows
from core.refusals import RefusableForm
from resources.coauthors.policies import candidates_for
from resources.models import Practice


class PersonField(forms.ModelChoiceField):
    def label_from_instance(self, person: Any) -> str:
        return str(person.name)


class InviteForm(RefusableForm):
    """Somebody of the own networks or school."""

    person = PersonField(
        label=_("Who wrote this with you?"),
        queryset=get_user_model().objects.none(),
        help_text=_("People of your networks and your school. They are asked first, and named once they agree."),
    )

    use_required_attribute = False

    def __init__(self, *args: Any, practice: Practice, **kwargs: Any):
        super().__init__(*args, **kwargs)
        offer_rows(self, "person", candidates_for(practice))
