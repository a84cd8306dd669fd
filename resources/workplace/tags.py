"""The words that contributors put on practices; editors mend spellings and remove what helps nobody."""

from typing import Any

from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import IndexView

from core.workplace.access import asked_by_wagtail
from core.workplace.lists import KeptList


@asked_by_wagtail
class TagIndexView(IndexView):
    add_item_label = _("Add a tag")


class TagViewSet(KeptList):
    model = Tag
    index_view_class = TagIndexView
    icon = "tag"
    menu_label = _("Tags")
    list_display = [
        "name",
        Column("practices", label=_("Practices"), accessor="number_of_practices", sort_key="number_of_practices"),
    ]
    list_export = ["name", "number_of_practices"]
    export_headings = {"number_of_practices": _("Practices")}
    export_filename = "trefwoorden"
    search_fields = ["name"]
    search_backend_name = None
    ordering = "name"
    panels = [FieldPanel("name", help_text=_("One word or a short phrase, without capitals."))]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return Tag.objects.annotate(number_of_practices=Count("resources_practicetag_items", distinct=True))
