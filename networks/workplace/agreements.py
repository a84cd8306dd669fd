"""What people agree to at sign-up, and what networks ask besides, as editors keep them."""

from typing import Any

from django import forms
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column

from core.choices import offer
from core.workplace.lists import KeptList
from networks import rules, services
from networks.models import AgreementPoint, ObligationRule
from networks.workplace.choosing import choose_assignments

ALL = _("All networks")
IN_ENGLISH = _("For who reads the site in English. Left empty, they read the Dutch text.")


def network_of(row: Any) -> Any:
    return row.network or ALL


class PointForm(WagtailAdminModelForm):
    """Stores through the service: a changed text is a new version."""

    def save(self, commit: bool = True) -> Any:
        if not commit:
            return super().save(commit=False)
        point = super().save(commit=False)
        services.word_agreement(point=point, by=self.for_user)
        return point


class AgreementViewSet(KeptList):
    model = AgreementPoint
    icon = "clipboard-list"
    menu_label = _("Agreements")
    list_display = [
        "text",
        Column("network", label=_("Network"), accessor=network_of, sort_key="network__title"),
        Column("version", label=_("Version"), accessor="version", sort_key="version"),
        Column("agreed", label=_("Agreed to by"), accessor="number_agreed", sort_key="number_agreed"),
        BooleanColumn("asked", label=_("Asked"), sort_key="asked"),
    ]
    list_filter = ["network", "asked"]
    list_export = ["text", "text_en", "network", "version", "number_agreed", "asked"]
    export_headings = {"number_agreed": _("Agreed to by")}
    export_filename = "afspraken"
    search_fields = ["text", "network__title"]
    ordering = ["position", "pk"]
    edit_handler = ObjectList(
        [
            HelpPanel(
                _(
                    "Everybody ticks these at sign-up. Change the text, and who signs up from now on agrees to the new"
                    " version; participants keep the one they agreed to, and see it in their space."
                )
            ),
            FieldPanel("text"),
            FieldPanel("text_en", help_text=IN_ENGLISH),
            FieldPanel("network"),
            FieldPanel("asked"),
            FieldPanel("position"),
        ],
        base_form_class=PointForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return AgreementPoint.objects.select_related("network").annotate(
            number_agreed=Count("wordings__agreements", distinct=True)
        )


class RuleForm(WagtailAdminModelForm):
    """The kinds are those that apps registered; an assignment is one of the network. Stores through the service."""

    kind = forms.ChoiceField(label=_("How do we know?"))
    for_all = forms.BooleanField(
        label=_("Also for who takes part already"),
        required=False,
        help_text=_(
            "Without this, what you store holds for who is accepted from now on. Who takes part already stays on what"
            " was asked when they started. Tell them before you tick this: it can cost them their certificate."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        offer(self, "kind", rules.choices())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        assignment = cleaned.get("assignment")
        if assignment and cleaned.get("kind") != "assignment":
            self.add_error("assignment", _("Only for handing in an assignment."))
        elif assignment and assignment.network != cleaned.get("network"):
            self.add_error("assignment", _("Choose an assignment of this network."))
        elif assignment and cleaned.get("number") != 1:
            self.add_error("number", _("One assignment is handed in once."))
        return cleaned

    def save(self, commit: bool = True) -> Any:
        rule = super().save(commit=False)
        return services.keep_rule(rule=rule, for_all=self.cleaned_data["for_all"]) if commit else rule


def for_whom(rule: ObligationRule) -> Any:
    """From when on people started whom it binds as it reads now."""
    if rule.since is None:
        return _("All participants")
    return _("Accepted from %(day)s on") % {"day": date_format(localtime(rule.since), "j F Y")}


class RuleViewSet(KeptList):
    model = ObligationRule
    icon = "tasks"
    menu_label = _("Obligations")
    list_display = [
        "title",
        Column("network", label=_("Network"), accessor=network_of, sort_key="network__title"),
        Column("kind", label=_("How do we know?"), accessor=lambda rule: dict(rules.choices()).get(rule.kind, "")),
        Column("number", label=_("How many"), accessor="number"),
        Column("due_on", label=_("Until"), accessor="due_on", sort_key="due_on"),
        Column("since", label=_("For whom"), accessor=for_whom, sort_key="since"),
    ]
    list_filter = ["network"]
    list_export = ["title", "title_en", "network", "kind", "number", "assignment", "due_on", "since"]
    export_headings = {"since": _("Accepted from")}
    export_filename = "verplichtingen"
    search_fields = ["title", "network__title"]
    ordering = ["position", "pk"]
    edit_handler = ObjectList(
        [
            HelpPanel(
                _(
                    "What a network asks besides the four agreements. Participants and facilitators see how each"
                    " stands; who did not keep all of them gets no certificate, unless the facilitator grants it."
                    " A new obligation, or a change of one, holds for who is accepted from then on: who takes part"
                    " already stays on what was asked when they started."
                )
            ),
            FieldPanel("title", help_text=_("What participants read that they have to do, in a few words.")),
            FieldPanel("title_en", help_text=IN_ENGLISH),
            FieldPanel("network"),
            FieldPanel("kind", help_text=_("The platform looks this up itself, so that nobody has to keep a list.")),
            FieldPanel("number"),
            FieldPanel("assignment", widget=choose_assignments.widget_class(linked_fields={"network": "#id_network"})),
            FieldPanel("explanation"),
            FieldPanel("explanation_en", help_text=IN_ENGLISH),
            FieldPanel("due_on"),
            FieldPanel("position"),
            FieldPanel("for_all"),
        ],
        base_form_class=RuleForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return ObligationRule.objects.current().select_related("network")
