"""The first page of a practice: its title, and what to begin with."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.choices import offer, offer_rows
from core.refusals import RefusableForm
from networks.models import Network
from resources.beginning.sources import Beginning, beginnings_of
from resources.policies import contributes_to, is_editor


class BeginForm(RefusableForm):
    """A title is enough; what one has already is taken along."""

    title = forms.CharField(
        label=_("Title"),
        max_length=200,
        help_text=_(
            "Say what you did, for example: “Feedback instead of grades in year one”. You can change it later."
        ),
    )
    network = forms.ModelChoiceField(label=_("Learning network"), queryset=Network.objects.none(), required=False)
    begin = forms.ChoiceField(
        label=_("Begin with what you have"),
        widget=forms.RadioSelect,
        required=False,
        help_text=_("We put its text in place; you change it as you like. What you handed in stays as it is."),
    )
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    use_required_attribute = False

    def __init__(self, *args: Any, person: User, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["key"].initial = uuid.uuid4
        self.beginnings = {it.key: it for it in beginnings_of(person)}
        networks = Network.objects.order_by("title") if is_editor(person) else contributes_to(person)
        offer_rows(self, "network", networks.distinct())
        if self.beginnings:
            offer(self, "begin", [("", _("An empty page")), *((it.key, it.label) for it in self.beginnings.values())])
        else:
            del self.fields["begin"]

    @property
    def beginning(self) -> Beginning | None:
        """What was chosen to begin with."""
        return self.beginnings.get(self.cleaned_data.get("begin", ""))
