"""Saying something of a part, and answering."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.refusals import RefusableForm
from resources.conversation.model import LONGEST_REMARK


class AnswerForm(RefusableForm):
    text = forms.CharField(label=_("Your answer"), max_length=LONGEST_REMARK, widget=forms.Textarea(attrs={"rows": 3}))
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["key"].initial = uuid.uuid4


class RemarkForm(AnswerForm):
    text = forms.CharField(label=_("Your remark"), max_length=LONGEST_REMARK, widget=forms.Textarea(attrs={"rows": 3}))
    field = forms.CharField(widget=forms.HiddenInput, required=False, max_length=30)
