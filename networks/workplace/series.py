"""Series of meetings and the school holidays, as editors keep them."""

from typing import Any

from django.db.models import Count, Min, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, ObjectList
from wagtail.admin.ui.tables import Column

from core.workplace.columns import MomentColumn
from core.workplace.lists import KeptList
from networks.models import Meeting, SchoolHoliday, Series
from networks.workplace.forms import SeriesForm

MEETING = {
    "title": _("The subject, if it is known."),
    "starts_at": _("Leave both moments empty while the date is to be decided."),
    "ends_at": _("On the same day, unless it lasts longer."),
    "place": "",
    "address": "",
    "online_url": "",
    "capacity": "",
    "state": _("Cancelled meetings stay visible, crossed out; participants get a message."),
    "cancel_reason": _("Participants read this."),
}


class SeriesViewSet(KeptList):
    model = Series
    icon = "date"
    menu_label = _("Series & meetings")
    list_display = [
        "title",
        Column("network", label=_("Network"), sort_key="network__title"),
        Column("number", label=_("Meetings"), accessor="number_of_meetings", sort_key="number_of_meetings"),
        MomentColumn("first", label=_("First meeting"), accessor="first_starts_at", sort_key="first_starts_at"),
    ]
    list_filter = ["network"]
    list_export = ["title", "network", "number_of_meetings", "first_starts_at"]
    export_headings = {"number_of_meetings": _("Meetings"), "first_starts_at": _("First meeting")}
    export_filename = "reeksen"
    search_fields = ["title", "network__title"]
    ordering = "-first_starts_at"
    edit_handler = ObjectList(
        [
            HelpPanel(
                _(
                    "When you save, participants get one message of each new date or place, and their calendars follow."
                    " Meetings are numbered by date."
                    " Agenda, report and attendance are kept on the site, on the page of the meeting."
                )
            ),
            FieldPanel("network", help_text=_("The network that meets.")),
            FieldPanel("title", help_text=_("For example “Autumn 2027”.")),
            InlinePanel(
                "meetings",
                panels=[FieldPanel(name, help_text=text) for name, text in MEETING.items()],
                label=_("Meeting"),
            ),
        ],
        base_form_class=SeriesForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        going_on = ~Q(meetings__state=Meeting.State.CANCELLED)
        return Series.objects.select_related("network").annotate(
            number_of_meetings=Count("meetings", filter=going_on),
            first_starts_at=Min("meetings__starts_at", filter=going_on),
        )


class HolidayViewSet(KeptList):
    model = SchoolHoliday
    icon = "calendar-alt"
    menu_label = _("School holidays")
    list_display = ["name", "region", "starts_on", "ends_on"]
    list_filter = ["region"]
    search_fields = ["name"]
    ordering = "-starts_on"
    panels = [
        HelpPanel(
            _(
                "Who plans meetings is warned when one falls on these days, and mail waits for who asked for that."
                " The ministry announces the days on rijksoverheid.nl/onderwerpen/schoolvakanties."
            )
        ),
        FieldPanel("name", help_text=_("For example “Autumn holiday”.")),
        FieldPanel("region", help_text=_("The part of the country that is free in these days.")),
        FieldPanel("starts_on", help_text=_("The first day on which schools are closed.")),
        FieldPanel("ends_on", help_text=_("The last day on which schools are closed.")),
    ]
