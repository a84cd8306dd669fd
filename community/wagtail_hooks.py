"""Where editors keep what belongs to the discussion of all networks."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList
from wagtail.contrib.settings.registry import register_setting

from community.care.conduct import word_conduct
from community.models import CodeOfConduct


class ConductForm(WagtailAdminModelForm):
    """Stores through the service: a changed text is a new version."""

    def save(self, commit: bool = True) -> Any:
        code = super().save(commit=False)
        if commit:
            word_conduct(code=code, by=self.for_user)
        return code


CodeOfConduct.edit_handler = ObjectList(
    [
        HelpPanel(
            _(
                "Everybody accepts this once, before the first message in a discussion. Change the text, and it is a"
                " new version; who accepted an earlier one keeps to that, unless you ask everybody again."
            )
        ),
        FieldPanel("text", help_text=_("An empty line begins a new paragraph. Without a text nobody is asked.")),
        FieldPanel("text_en", help_text=_("For who reads the site in English. Left empty, they read the Dutch text.")),
        FieldPanel("asks_again"),
    ],
    base_form_class=ConductForm,
)
register_setting(CodeOfConduct, icon="group")
