from django import forms
from django.utils.translation import gettext_lazy as _

from networks.forms.texts import text_field


class LearningQuestionForm(forms.Form):
    text = text_field(_("Learning question"))
    what_changed = text_field(_("What changed, and why?"), rows=3)
