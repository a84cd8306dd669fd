from django import forms
from django.utils.translation import gettext_lazy as _

from networks.models import GuestPass


class GuestForm(forms.ModelForm):
    """Who comes along."""

    class Meta:
        model = GuestPass
        fields = ["name", "email", "role"]
        help_texts = {
            "email": _("We mail a link to the agenda and the route. Your colleague needs no account."),
            "role": _("For example team leader, teacher or curriculum developer."),
        }


class ExpertForm(forms.ModelForm):
    """Whom the facilitator invites."""

    class Meta:
        model = GuestPass
        fields = ["name", "email", "role"]
        labels = {"role": _("From where, or as what")}
        help_texts = {
            "email": _("We mail a link to the agenda and the route. The expert needs no account."),
            "role": _("For example lecturer at a university; it stands on the name badge."),
        }
