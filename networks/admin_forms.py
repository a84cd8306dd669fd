from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from schools.models import Sector


class NetworkForm(WagtailAdminModelForm):
    """Sectors are boxes to tick; they are stored as a list of codes."""

    sectors = forms.MultipleChoiceField(
        label=_("sectors"), choices=Sector.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
