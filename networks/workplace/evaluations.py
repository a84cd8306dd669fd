"""The questions of the evaluation at the end of a network."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column

from core.workplace.lists import KeptList
from networks.models import EvaluationQuestion
from networks.workplace.agreements import IN_ENGLISH, network_of


class EvaluationQuestionViewSet(KeptList):
    model = EvaluationQuestion
    icon = "form"
    menu_label = _("Evaluation questions")
    list_display = [
        "text",
        Column("network", label=_("Network"), accessor=network_of, sort_key="network__title"),
        Column("kind", label=_("Kind of answer"), accessor="get_kind_display", sort_key="kind"),
        BooleanColumn("asked", label=_("Asked"), sort_key="asked"),
    ]
    list_filter = ["network", "kind", "asked"]
    list_export = ["text", "text_en", "network", "get_kind_display", "required", "asked"]
    export_headings = {"get_kind_display": _("Kind of answer")}
    export_filename = "evaluatievragen"
    search_fields = ["text", "network__title"]
    ordering = ["position", "pk"]
    edit_handler = ObjectList(
        [
            HelpPanel(
                _(
                    "Participants answer these when their network ends. The facilitator reads the answers once four"
                    " people answered, and never who gave which."
                )
            ),
            FieldPanel("text", help_text=_("As participants read it.")),
            FieldPanel("text_en", help_text=IN_ENGLISH),
            FieldPanel("network"),
            FieldPanel("kind", help_text=_("How participants answer it.")),
            FieldPanel("choices"),
            FieldPanel("choices_en"),
            FieldPanel("required", help_text=_("Nobody sends the evaluation without this answer.")),
            FieldPanel("asked"),
            FieldPanel("position"),
        ]
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return EvaluationQuestion.objects.select_related("network")
