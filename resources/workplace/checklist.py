"""What a reviewer looks at, as editors keep it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from core.workplace.lists import KeptList
from resources.models import CheckItem


class CheckItemViewSet(KeptList):
    model = CheckItem
    icon = "tasks"
    menu_label = _("Checklist for reviewers")
    list_display = ["text", "text_en", "is_used", "ordering"]
    list_export = ["text", "text_en", "is_used", "ordering"]
    export_filename = "checklist"
    search_fields = ["text", "text_en"]
    panels = [
        FieldPanel("text", help_text=_("A question that a reviewer answers with yes, in Dutch.")),
        FieldPanel("text_en", help_text=_("The same for reviewers who use the English pages; empty: the Dutch.")),
        FieldPanel("is_used"),
        FieldPanel("ordering", help_text=_("Low numbers come first.")),
    ]
