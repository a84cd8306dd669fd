"""The library in the editors' workplace: every practice by state, with a link to its page on the site.

Nothing is changed here: that page leads on to reviewing and changing, through resources.services (docs/adr/0020).
"""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column, TitleColumn
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import IndexView

from core.workplace.access import asked_by_wagtail
from core.workplace.lists import KeptList
from resources.models import Practice
from resources.policies import is_editor


class Looking(ModelPermissionPolicy):
    """Editors and administrators see the list; changing goes through the services."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action == "view" and (is_editor(user) or super().user_has_permission(user, action))

    def user_has_any_permission(self, user: Any, actions: list[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


def state(practice: Practice) -> str | Promise:
    """The state, and that of the changes beside it."""
    label = practice.get_state_display()
    return label if practice.latest == practice else f"{label} + {practice.latest.get_state_display().lower()}"


@asked_by_wagtail
class PracticeIndexView(IndexView):
    """Nothing is done to several practices at once: each is read before it is decided upon."""

    @cached_property
    def columns(self) -> list[Any]:
        return [column for column in super().columns if not isinstance(column, BulkActionsCheckboxColumn)]

    def to_row_dict(self, item: Practice) -> dict[str, Any]:
        item.theme_names = ", ".join(theme.name for theme in item.themes.all())
        return super().to_row_dict(item)


class PracticeViewSet(KeptList):
    model = Practice
    index_view_class = PracticeIndexView
    icon = "doc-full-inverse"
    menu_label = _("Good practices")
    list_display = [
        TitleColumn("title", label=_("Title"), get_url=lambda practice: practice.get_absolute_url(), sort_key="title"),
        Column("state", label=_("State"), accessor=state, sort_key="state"),
        Column("contributor", label=_("Contributor")),
        Column("network", label=_("Learning network")),
        Column("submitted_at", label=_("Submitted"), sort_key="submitted_at"),
        Column("published_at", label=_("Published"), sort_key="published_at"),
    ]
    list_filter = ["state", "network", "sector", "themes", "licence"]
    list_export = [
        "title",
        "get_state_display",
        "contributor",
        "school",
        "network",
        "get_sector_display",
        "theme_names",
        "licence",
        "submitted_at",
        "published_at",
    ]
    export_headings = {"get_state_display": _("State"), "get_sector_display": _("Sector"), "theme_names": _("Themes")}
    export_filename = "praktijkvoorbeelden"
    search_fields = ["title", "contributor__last_name", "school__name"]
    ordering = ["-submitted_at", "-pk"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Practice]:
        return Practice.objects.originals().with_facts().distinct()
