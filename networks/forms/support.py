from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.choices import offer_rows
from networks.forms.attachments import files_field
from networks.forms.texts import text_field
from networks.models import SupportRequest
from networks.support_policies import handlers_of


class SupportMessageForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    text = text_field(_("Message"))
    uploads = files_field()

    @property
    def message(self) -> dict[str, Any]:
        """What the services take."""
        given = self.cleaned_data
        return {"key": given["key"], "text": given["text"], "files": given["uploads"]}


class AskForSupportForm(SupportMessageForm):
    subject = forms.CharField(label=_("What is it about?"), max_length=200)
    field_order = ["key", "subject", "text", "uploads"]

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["text"].label = _("What does your school need?")
        self.fields["text"].help_text = _("Do not name pupils.")


class HandleSupportForm(forms.Form):
    owner = forms.ModelChoiceField(
        User.objects.none(), label=_("Who has it in hand?"), empty_label=_("Nobody yet"), required=False
    )
    state = forms.ChoiceField(label=_("How does it stand?"), choices=SupportRequest.State.choices)

    def __init__(self, *args: Any, request: SupportRequest, **kwargs: Any):
        kwargs |= {"initial": {"owner": request.owner_id, "state": request.state}, "prefix": "handle"}
        super().__init__(*args, **kwargs)
        offer_rows(self, "owner", handlers_of(request.network))


class EvaluateSupportForm(forms.Form):
    helped = forms.ChoiceField(label=_("Did it help?"), choices=SupportRequest.Helped.choices, widget=forms.RadioSelect)
    evaluation = text_field(_("What did it bring, and what would you do otherwise?"))
