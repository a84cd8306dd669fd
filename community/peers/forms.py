from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from community.models import PeerProfile, SparRequest
from community.peers.services import LONGEST
from core.refusals import RefusableForm
from networks.models import Theme


def text_field(label: Any, help_text: Any, *, required: bool = False) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, help_text=help_text, max_length=LONGEST, required=required, widget=area)


class ProfileForm(RefusableForm):
    offers = text_field(
        _("What do you offer?"), _("What have you done or do you know, that another may ask you about?")
    )
    seeks = text_field(_("What do you seek?"), _("What would you like to talk about, or to see at another school?"))
    themes = forms.ModelMultipleChoiceField(
        Theme.objects.all(), label=_("Themes"), required=False, widget=forms.CheckboxSelectMultiple
    )
    name_only = forms.BooleanField(
        label=_("Show only my name"),
        help_text=_("Members then do not see your school, function, themes, and what you offer and seek here."),
        required=False,
    )

    no_requests = forms.BooleanField(
        label=_("No requests, please"),
        help_text=_("Members then cannot ask you for a talk. You can still ask others."),
        required=False,
    )

    @classmethod
    def of(cls, data: Any, profile: PeerProfile | None) -> "ProfileForm":
        """The form as the person filled it in before."""
        if profile is None:
            return cls(data)
        kept = {name: getattr(profile, name) for name in cls.base_fields if name != "themes"}
        return cls(data, initial=kept | {"themes": profile.themes.all()})


class AskForm(RefusableForm):
    subject = text_field(_("What would you like to talk about?"), "", required=True)
    when = forms.CharField(
        label=_("When does it suit you?"),
        max_length=200,
        required=False,
        help_text=_("For example: Tuesdays after 15:00."),
    )
    how = forms.ChoiceField(label=_("How?"), choices=SparRequest.How.choices, initial=SparRequest.How.ANY)


class AnswerForm(RefusableForm):
    state = forms.ChoiceField(
        label=_("Your answer"),
        choices=[(it.value, it.label) for it in SparRequest.ANSWERS],
        widget=forms.RadioSelect,
    )
    answer = text_field(_("A few words with it"), _("For example when it suits you, or who may know more."))
