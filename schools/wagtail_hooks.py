from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from schools.models import Board, School


class SchoolViewSet(SnippetViewSet):
    model = School
    icon = "home"
    list_display = ["name", "place", "brin", "sector", "board"]
    list_filter = ["sector"]
    search_fields = ["name", "place", "brin"]
    search_backend_name = None
    panels = [FieldPanel(name) for name in ("brin", "name", "place", "sector", "board")]


class BoardViewSet(SnippetViewSet):
    model = Board
    icon = "group"
    list_display = ["name", "number"]
    search_fields = ["name", "number"]
    search_backend_name = None
    panels = [FieldPanel("name"), FieldPanel("number")]


class SchoolsGroup(SnippetViewSetGroup):
    """Schools and boards, under one item of the menu."""

    items = [SchoolViewSet, BoardViewSet]
    menu_icon = "home"
    menu_label = _("Schools")
    menu_order = 700


register_snippet(SchoolsGroup)
