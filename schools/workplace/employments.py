"""Who works where: administrators add and end it for people who do not do so themselves."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from core.workplace.columns import MomentColumn
from core.workplace.deleting import CarefulDeleteView
from core.workplace.lists import KeptList
from schools import services
from schools.errors import AlreadyWorksThere
from schools.models import Employment


class EmploymentForm(WagtailAdminModelForm):
    """Written by the service, which lets it start today."""

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        person, school = data.get("person"), data.get("school")
        running = Employment.objects.running()
        if person and school and running.filter(person=person, school=school).exists():
            self.add_error("school", _("This person works at this school already."))
        return data

    def save(self, commit: bool = True) -> Employment:
        person, school = self.cleaned_data["person"], self.cleaned_data["school"]
        try:
            made = services.start_employment(person=person, school=school, job=self.cleaned_data["job"])
        except AlreadyWorksThere:  # added in another window meanwhile: what is wanted is there
            made = Employment.objects.running().get(person=person, school=school)
        self.instance.pk, self.instance.started_on = made.pk, made.started_on
        return self.instance


class EndingView(CarefulDeleteView):
    """Ends it from today; that somebody worked there stays known."""

    page_title = _("End")

    def delete_action(self) -> None:
        services.end_employment(employment=self.object)


class EmploymentViewSet(KeptList):
    model = Employment
    icon = "user"
    menu_label = _("Who works where")
    delete_view_class = EndingView
    inspect_view_enabled = True
    inspect_view_fields = ["person", "school", "job", "started_on", "ended_on"]
    list_display = [
        "person",
        Column("school", label=_("School"), sort_key="school__name"),
        Column("job", label=_("Job"), sort_key="job"),
        MomentColumn("started_on", label=_("Since"), sort_key="started_on"),
        MomentColumn("ended_on", label=_("Until"), sort_key="ended_on"),
    ]
    list_filter = {"school__sector": ["exact"], "started_on": ["gte"], "ended_on": ["isnull"]}
    list_export = ["person", "person.email", "school", "school.brin", "job", "started_on", "ended_on"]
    export_headings = {"person.email": _("Mail address"), "school.brin": _("BRIN")}
    export_filename = "wie-werkt-waar"
    search_fields = ["person__first_name", "person__last_name", "school__name", "school__brin", "job"]
    ordering = ["person__last_name", "person__first_name", "pk"]
    edit_handler = ObjectList(
        [
            FieldPanel("person", help_text=_("It starts today.")),
            FieldPanel("school", help_text=_("Somebody who works at two schools gets two lines.")),
            FieldPanel("job", help_text=_("For example “Team leader upper forms”.")),
        ],
        base_form_class=EmploymentForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return Employment.objects.select_related("person", "school")


class EndEmployments(SnippetBulkAction):
    """Takes the place of deleting several."""

    models = [Employment]
    display_name = _("End")
    aria_label = _("End the selected employments")
    action_type = "delete"
    action_priority = 10
    classes = {"serious"}
    template_name = "schools/workplace/end.html"

    @classmethod
    def get_queryset(cls, model: Any, object_ids: Any) -> Any:
        chosen = [it for it in object_ids if str(it).isdecimal() and len(str(it)) < 19]
        return Employment.objects.running().filter(pk__in=chosen).select_related("person", "school")

    def check_perm(self, employment: Employment) -> bool:
        return self.permission_policy.user_has_permission(self.request.user, "delete")

    def object_context(self, employment: Employment) -> dict[str, Any]:
        return {"item": employment}

    @classmethod
    def execute_action(cls, objects: Sequence[Employment], **kwargs: Any) -> tuple[int, int]:
        for employment in objects:
            services.end_employment(employment=employment)
        return len(objects), 0

    def get_success_message(self, ended: int, _unused: int) -> str:
        text = ngettext("%(number)d employment has ended.", "%(number)d employments have ended.", ended)
        return text % {"number": ended}
