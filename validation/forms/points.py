import uuid
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.refusals import RefusableForm
from networks.forms.meetings import day_field


class RegistrationForm(RefusableForm):
    """Until when somebody is registered."""

    until = day_field(_("Registered until"), help_text=_("As it stands in the register of school leaders."))


class LearningForm(RefusableForm):
    """Points from a course elsewhere."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=_("What did you do?"), max_length=200)
    organisation = forms.CharField(label=_("By whom was it given?"), max_length=200, required=False)
    on = day_field(_("Finished on"))
    points = forms.IntegerField(label=_("Register points"), min_value=0, max_value=1_000)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", uuid.uuid4())
        self.initial.setdefault("on", timezone.localdate())
