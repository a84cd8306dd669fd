"""Programmes and the versions of their rules, as coordinators keep them."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import EditView

from core.access import guarded
from core.errors import NotAllowed
from core.workplace.access import Only, asked_by_wagtail
from core.workplace.columns import MomentColumn, YesColumn
from core.workplace.lists import KeptList
from validation import services
from validation.errors import VersionIncomplete
from validation.models import Programme, ProgrammeVersion

CHANGE = "validation.change_programmeversion"


def newest(programme: Programme) -> str:
    """The newest version, and a draft where there is one."""
    return ", ".join(
        f"{it.number} ({translated('draft')})" if it.is_draft else str(it.number) for it in programme.versions.all()[:2]
    )


def versions_of(programme: Programme) -> str:
    address = f"{reverse('wagtailsnippets_validation_programmeversion:list')}?programme={programme.pk}"
    return format_html('<a href="{}">{}</a>', address, _("Versions"))


def change_rules(programme: Programme) -> str:
    return format_html(
        '<a href="{}">{}</a>', reverse("new_programme_version", args=[programme.pk]), _("Change the rules")
    )


class ProgrammeViewSet(KeptList):
    model = Programme
    icon = "list-ul"
    menu_label = _("Programmes")
    list_display = [
        "title",
        Column("route", label=_("Route"), accessor="get_route_display", sort_key="route"),
        Column("organisation", label=_("Organisation"), sort_key="organisation"),
        Column("newest", label=_("Version"), accessor=newest),
        YesColumn("is_open", label=_("Open"), sort_key="is_open"),
        Column("versions", label=_("Rules"), accessor=versions_of),
        Column("change", label=_("New version"), accessor=change_rules),
    ]
    list_export = ["title", "route", "organisation", "board", "is_open"]
    export_filename = "valideringsprogrammas"
    search_fields = ["title", "organisation"]
    panels = [
        HelpPanel(
            _(
                "What people read of a programme and its rules are in its versions. Who started under a version stays"
                " on it. The slug is part of the address."
            )
        ),
        FieldPanel("title"),
        FieldPanel("title_en"),
        FieldPanel("slug"),
        FieldPanel("route"),
        FieldPanel("organisation"),
        FieldPanel("contact"),
        FieldPanel("board"),
        FieldPanel("is_open"),
        FieldPanel("position"),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return Programme.objects.prefetch_related("versions")


class VersionForm(WagtailAdminModelForm):
    """A draft. publish: let it hold from now on."""

    publish = forms.BooleanField(
        label=_("Publish it"),
        required=False,
        help_text=_("From then on it never changes: whoever starts, starts under it. To change more, make the next."),
    )

    def save(self, commit: bool = True) -> ProgrammeVersion:
        version: ProgrammeVersion = super().save(commit)
        self.refusal = ""
        if commit and self.cleaned_data["publish"]:
            try:
                services.publish_version(version=version, by=self.for_user)
            except VersionIncomplete as error:
                self.refusal = str(error)
        return version


@asked_by_wagtail
class DraftView(EditView):
    """Changes a draft; a published version can only be looked at."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self._looked_at() or super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self._looked_at() or super().post(request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponseBase:
        answer = super().form_valid(form)
        if form.refusal:
            messages.error(self.request, form.refusal)
        return answer

    def _looked_at(self) -> HttpResponseBase | None:
        if self.object.is_draft:
            return None
        messages.info(self.request, _("A published version stays as it is. Make a new version to change something."))
        return redirect("wagtailsnippets_validation_programmeversion:inspect", self.object.pk)


NAMED = [FieldPanel(name) for name in ("title", "title_en", "text", "text_en", "position")]
# Of a competency, with the statements about it; those of other routes have none.
COMPETENCY = [
    *NAMED,
    InlinePanel("scan_questions", panels=NAMED, heading=_("Statements of the 360° scan"), label=_("Statement")),
]
THEME = [*NAMED, FieldPanel("points"), InlinePanel("competencies", panels=COMPETENCY, label=_("Competency"))]
FIGURES = (
    "themes_at_once",
    "assessors_per_theme",
    "assessors_admitting",
    "talk_minutes",
    "talk_minutes_most",
    "talk_minutes_two_themes",
    "people_in_dialogue",
    "day_starts",
    "day_ends",
    "reflection_hours",
    "scan_group_least",
    "feedback_days",
    "feedback_reminder_days",
    "look_along_days",
    "retention_months",
    "pays_first",
    "vat_text",
    "vat_text_en",
)


class VersionViewSet(KeptList):
    model = ProgrammeVersion
    icon = "history"
    menu_label = _("Versions")
    edit_view_class = DraftView
    inspect_view_enabled = True
    inspect_view_fields = ["programme", "number", "note", "published_at", "summary", "introduction", *FIGURES]
    list_display = [
        "__str__",
        MomentColumn("published_at", label=_("Published"), sort_key="published_at"),
        Column("note", label=_("What is new")),
        Column("cases", label=_("Cases"), accessor="number_of_cases", sort_key="number_of_cases"),
    ]
    list_filter = ["programme"]
    list_export = ["programme", "number", "note", "published_at", "number_of_cases"]
    export_headings = {"number_of_cases": _("Cases")}
    export_filename = "versies"
    ordering = ["programme", "-number"]
    edit_handler = ObjectList(
        [
            FieldPanel("publish"),
            FieldPanel("note"),
            FieldPanel("summary"),
            FieldPanel("summary_en"),
            FieldPanel("introduction"),
            FieldPanel("introduction_en"),
            InlinePanel(
                "themes",
                panels=[
                    *NAMED,
                    FieldPanel("points"),
                    InlinePanel("competencies", panels=COMPETENCY, label=_("Competency")),
                ],
                heading=_("Themes"),
                label=_("Theme"),
            ),
            InlinePanel(
                "sections",
                panels=[*NAMED, FieldPanel("counts_words"), FieldPanel("own_role")],
                heading=_("Sections of the portfolio"),
                label=_("Section"),
            ),
            InlinePanel(
                "requirements",
                panels=[FieldPanel(name) for name in ("kind", "number", "needed", "position")],
                heading=_("Minimum requirements"),
                label=_("Requirement"),
            ),
            InlinePanel("criteria", panels=NAMED, heading=_("Criteria of the assessors"), label=_("Criterion")),
            InlinePanel("feedback_questions", panels=NAMED, heading=_("Questions to colleagues"), label=_("Question")),
            InlinePanel(
                "question_cards", panels=NAMED, heading=_("Question cards of the dialogue"), label=_("Question card")
            ),
            InlinePanel(
                "steps",
                panels=[*NAMED, FieldPanel("days"), FieldPanel("remind_days")],
                heading=_("Steps"),
                label=_("Step"),
            ),
            InlinePanel(
                "fees",
                panels=[FieldPanel(name) for name in ("kind", "amount", "per", "position")],
                heading=_("Fees"),
                label=_("Fee"),
            ),
            MultiFieldPanel([FieldPanel(name) for name in FIGURES], heading=_("Figures")),
        ],
        base_form_class=VersionForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return ProgrammeVersion.objects.select_related("programme").annotate(number_of_cases=Count("cases"))


class Versions(Only):
    """A version is made by “New version”, and nobody deletes one."""

    def __init__(self) -> None:
        super().__init__(ProgrammeVersion, ["change", "view"])


@require_http_methods(["GET", "POST"])
@guarded(CHANGE)
def new_version(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The draft of the programme, made from its newest version where there is none; asks before it makes one."""
    if not request.user.has_perm(CHANGE):
        raise NotAllowed
    programme = get_object_or_404(Programme, pk=pk)
    draft = programme.versions.filter(published_at=None).first()
    if request.method == "GET" and draft is None:
        return render(request, "validation/workplace/new_version.html", {"programme": programme})
    draft = draft or services.draft_version(programme=programme)
    return redirect("wagtailsnippets_validation_programmeversion:edit", draft.pk)
