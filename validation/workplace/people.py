"""Who assesses, coaches, facilitates and coordinates, and the cases."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import InspectView

from core.workplace.access import Only, asked_by_wagtail
from core.workplace.columns import MomentColumn
from core.workplace.lists import KeptList
from validation.models import Case, Programme, ProgrammeRole


class RoleViewSet(KeptList):
    model = ProgrammeRole
    icon = "group"
    menu_label = _("Who does what")
    list_display = [
        "person",
        Column("role", label=_("Role"), accessor="get_role_display", sort_key="role"),
        Column("programme", label=_("Programme"), sort_key="programme__title"),
        MomentColumn("since", label=_("Since"), sort_key="since"),
        MomentColumn("ended_on", label=_("Until"), sort_key="ended_on"),
    ]
    list_filter = ["programme", "role"]
    list_export = ["person", "role", "programme", "since", "ended_on"]
    export_filename = "rollen-validering"
    search_fields = ["person__first_name", "person__last_name", "programme__title"]
    ordering = ["programme", "role", "person__last_name"]
    edit_handler = ObjectList(
        [
            FieldPanel("programme"),
            FieldPanel("person"),
            FieldPanel("role"),
            FieldPanel("since"),
            FieldPanel("ended_on", help_text=_("From this day on not any more. What was begun is finished.")),
        ]
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return ProgrammeRole.objects.select_related("person", "programme")


class Coordinating(Only):
    """Who coordinates a programme looks at its cases; nobody changes one here."""

    def __init__(self) -> None:
        super().__init__(Case, ["view"])

    def user_has_permission(self, user: Any, action: str) -> bool:
        if action != "view":
            return False
        return super().user_has_permission(user, action) or Programme.objects.coordinated_by(user).exists()


def cases_seen_by(user: Any) -> QuerySet[Any]:
    """The cases of the programmes that the person coordinates, without what stands in the portfolios."""
    programmes = Programme.objects.coordinated_by(user)
    return Case.objects.filter(version__programme__in=programmes).select_related(
        "person", "school__board", "version__programme"
    )


def themes_of(case: Case) -> str:
    """Each theme with where it stands."""
    return ", ".join(f"{it.theme.label} ({it.get_state_display()})" for it in case.themes.all())


@asked_by_wagtail
class CaseInspectView(InspectView):
    """One case: who, where and how far."""

    def get_object(self, queryset: Any = None) -> Any:
        return get_object_or_404(cases_seen_by(self.request.user), pk=self.pk)


class CaseViewSet(KeptList):
    model = Case
    icon = "folder-open-inverse"
    menu_label = _("Cases")
    inspect_view_enabled = True
    inspect_view_class = CaseInspectView
    inspect_view_fields = ["person", "school", "version", "state", "state_since", "started_at", "purchase_number"]
    list_display = [
        "person",
        Column("school", label=_("School"), sort_key="school__name"),
        Column("version", label=_("Programme"), sort_key="version__programme__title"),
        Column("state", label=_("State"), accessor="get_state_display", sort_key="state"),
        Column("themes", label=_("Themes"), accessor=themes_of),
        MomentColumn("state_since", label=_("Since"), sort_key="state_since"),
    ]
    list_filter = ["state", "version__programme"]
    list_export = ["person", "school", "version", "state", "state_since", "started_at", "purchase_number"]
    export_filename = "trajecten"
    search_fields = ["person__first_name", "person__last_name", "school__name"]
    ordering = ["state_since", "pk"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return cases_seen_by(request.user).prefetch_related("themes__theme")
