import uuid
from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.choices import offer
from core.refusals import RefusableForm
from networks.forms.texts import text_field
from networks.models import Enrolment, Network


class MessageForm(RefusableForm):
    """To whom and what; the key makes a form that is sent twice one message.

    to: the ids of those who are chosen beforehand; without them everybody is.
    """

    members = forms.MultipleChoiceField(
        label=_("To"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one participant.")},
    )
    subject = forms.CharField(label=_("Subject"), max_length=200)
    text = text_field(_("Message"), rows=8)
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, network: Network, to: Collection[str] = (), **kwargs: Any):
        super().__init__(*args, **kwargs)
        taking_part = Enrolment.objects.accepted().filter(network=network).with_people().by_name()
        people = [(str(it.person_id), f"{it.person.name} – {it.school}") for it in taking_part]
        offer(self, "members", people)
        self.fields["members"].initial = [pk for pk, _name in people if not to or pk in to]
