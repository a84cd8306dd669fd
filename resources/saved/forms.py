from django import forms
from django.utils.translation import gettext_lazy as _

from core.refusals import RefusableForm
from resources.saved.services import LONGEST_NAME


class NameForm(RefusableForm):
    name = forms.CharField(label=_("What do you call this search?"), max_length=LONGEST_NAME)
