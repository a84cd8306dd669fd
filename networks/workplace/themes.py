"""The one list of themes; its line stands in the menu of the library."""

from typing import Any

from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column

from core.workplace.lists import KeptList
from networks.models import Theme


class ThemeViewSet(KeptList):
    model = Theme
    icon = "tag"
    menu_label = _("Themes")
    list_display = [
        "name",
        "name_en",
        Column("networks", label=_("Networks"), accessor="number_of_networks", sort_key="number_of_networks"),
        Column("practices", label=_("Practices"), accessor="number_of_practices", sort_key="number_of_practices"),
        "ordering",
    ]
    list_export = ["name", "name_en", "slug", "number_of_networks", "number_of_practices"]
    export_headings = {"number_of_networks": _("Networks"), "number_of_practices": _("Practices")}
    export_filename = "themas"
    search_fields = ["name", "name_en"]
    panels = [
        FieldPanel("name", help_text=_("As visitors see it, in Dutch.")),
        FieldPanel("name_en", help_text=_("As visitors see it on the English pages; empty: the Dutch name.")),
        FieldPanel(
            "slug", help_text=_("The last part of its address. Links to the old address break when you change it.")
        ),
        FieldPanel("ordering", help_text=_("Low numbers come first.")),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return Theme.objects.annotate(
            number_of_networks=Count("networks", distinct=True), number_of_practices=Count("practices", distinct=True)
        )
