"""Collections: which practices, in which order, and why each is there."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.admin.ui.tables import Column

from core.workplace.choosers import Chooser
from core.workplace.lists import KeptList
from resources.models import Collection, Practice


class PracticeChooser(Chooser):
    """Of what everybody can read."""

    model = Practice
    icon = "doc-full-inverse"
    choose_one_text = _("Choose a practice")
    choose_another_text = _("Choose another practice")
    named_by = ("title",)
    details = {"school__name": _("School"), "network__title": _("Network")}
    needs = {"resources.add_collection", "resources.change_collection"}

    def offered(self, request: HttpRequest) -> QuerySet[Any]:
        return Practice.objects.originals().published().select_related("school", "network").order_by("title", "pk")


choose_practices = PracticeChooser("choose_practices", url_prefix="choose/practices")


class CollectionViewSet(KeptList):
    model = Collection
    icon = "folder-open-inverse"
    menu_label = _("Collections")
    list_display = [
        "title",
        Column("practices", label=_("Practices"), accessor="number_of_practices", sort_key="number_of_practices"),
        "published",
        "place",
    ]
    list_filter = ["published"]
    list_export = ["title", "slug", "number_of_practices", "published"]
    export_headings = {"number_of_practices": _("Practices")}
    export_filename = "verzamelingen"
    search_fields = ["title", "introduction"]
    search_backend_name = None
    panels = [
        FieldPanel("title", help_text=_("What the practices have in common, in a few words.")),
        FieldPanel("introduction", help_text=_("For whom this is, and what they find here.")),
        FieldPanel("slug", help_text=_("The last part of its address; made of the title when you leave it empty.")),
        FieldPanel("published", help_text=_("Until then only editors see it.")),
        FieldPanel("place", help_text=_("Low numbers come first.")),
        InlinePanel(
            "rows",
            panels=[
                FieldPanel("practice", widget=choose_practices.widget_class(), help_text=_("Of what is published.")),
                FieldPanel("sentence", help_text=_("One sentence: why this one.")),
            ],
            heading=_("Practices"),
            label=_("Practice"),
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return Collection.objects.counting_practices()
