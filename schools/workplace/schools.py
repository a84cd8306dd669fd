"""Schools and boards, as administrators keep them."""

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column

from core.workplace.lists import KeptList
from schools.models import Board, School


class SchoolViewSet(KeptList):
    model = School
    icon = "home"
    menu_label = _("Schools")
    list_display = [
        "name",
        "place",
        "brin",
        Column("sector", label=_("Sector"), accessor="get_sector_display", sort_key="sector"),
        Column("board", label=_("Board"), sort_key="board__name"),
        Column("people", label=_("People"), accessor="number_of_people", sort_key="number_of_people"),
    ]
    list_filter = ["sector", "school_type", "board"]
    list_export = [
        *("brin", "name", "place", "get_sector_display", "get_school_type_display", "pupils", "board"),
        "number_of_people",
    ]
    export_headings = {
        "get_sector_display": _("Sector"),
        "get_school_type_display": _("School type"),
        "number_of_people": _("People"),
    }
    export_filename = "scholen"
    search_fields = ["name", "place", "brin"]
    search_backend_name = None
    ordering = "name"
    panels = [
        FieldPanel("brin", help_text=_("Four characters for a school, six for one of its locations.")),
        FieldPanel("name", help_text=_("As the school calls itself.")),
        FieldPanel("place", help_text=_("The town.")),
        FieldPanel("sector", help_text=_("By this networks and practices are narrowed.")),
        FieldPanel("school_type", help_text=_("By this and the number of pupils a leader finds schools alike.")),
        FieldPanel("pupils", help_text=_("About how many, if it is known.")),
        FieldPanel("board", help_text=_("Which board governs the school, if it is known.")),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        working = Count("employments", filter=Q(employments__ended_on=None), distinct=True)
        return School.objects.select_related("board").annotate(number_of_people=working)


class BoardViewSet(KeptList):
    model = Board
    icon = "group"
    menu_label = _("Boards")
    list_display = [
        "name",
        "number",
        Column("schools", label=_("Schools"), accessor="number_of_schools", sort_key="number_of_schools"),
    ]
    list_export = ["name", "number", "number_of_schools"]
    export_headings = {"number_of_schools": _("Schools")}
    export_filename = "besturen"
    search_fields = ["name", "number"]
    search_backend_name = None
    ordering = "name"
    panels = [
        FieldPanel("name", help_text=_("As the board calls itself.")),
        FieldPanel("number", help_text=_("The number in the national register, if you know it.")),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return Board.objects.annotate(number_of_schools=Count("schools"))
