from django import forms
from django.utils.translation import gettext_lazy as _

from networks.forms.texts import text_field


class NoteForm(forms.Form):
    text = text_field(_("Your note"))
