"""Networks, as editors keep them."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import IndexView

from accounts.models import User
from accounts.workplace.choosing import choose_people
from core.workplace.access import asked_by_wagtail
from core.workplace.choosers import ChoiceOfSeveral
from core.workplace.columns import YesColumn
from core.workplace.lists import KeptList
from networks.models import Network, Theme
from networks.policies import overseen_by
from networks.workplace.agreements import IN_ENGLISH
from networks.workplace.forms import NetworkForm

NO_LIMIT = "∞"
QUESTION = {
    "text": _("As people read it when they sign up."),
    "text_en": IN_ENGLISH,
    "help_text": _("Below the question: why it is asked, or an example."),
    "help_text_en": "",
    "kind": _("Do people write, or choose?"),
    "choices": "",
    "choices_en": "",
    "required": _("Nobody signs up without it."),
    "only_after": "",
    "only_after_answer": _("Exactly as it stands in the answers of that question."),
}


def places(network: Network) -> str:
    """Places taken of those there are."""
    return f"{network.places_taken} / {NO_LIMIT if network.places is None else network.places}"


def facilitators(network: Network) -> str:
    return ", ".join(person.name for person in network.facilitators.all())


def sign_ups(network: Network) -> str:
    address = f"{reverse('wagtailsnippets_networks_enrolment:list')}?network={network.pk}"
    return format_html('<a href="{}">{}</a>', address, _("Sign-ups"))


def who_facilitate(request: HttpRequest | None) -> QuerySet[User]:
    return User.objects.filter(facilitated_networks__isnull=False).distinct()


class NetworkFilterSet(WagtailFilterSet):
    facilitators = django_filters.ModelChoiceFilter(label=_("Facilitator"), queryset=who_facilitate)
    themes = django_filters.ModelMultipleChoiceFilter(
        label=_("Themes"), queryset=Theme.objects.all(), widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Network
        fields = ["themes", "facilitators", "hidden", "waiting_list", "approval"]


@asked_by_wagtail
class NetworkIndexView(IndexView):
    """Leads to the sign-ups only whom their list is shown."""

    @cached_property
    def columns(self) -> list[Any]:
        overseeing = overseen_by(self.request.user).exists()
        return [column for column in super().columns if overseeing or column.name != "sign_ups"]


class NetworkViewSet(KeptList):
    model = Network
    index_view_class = NetworkIndexView
    icon = "group"
    menu_label = _("Networks")
    list_display = [
        "title",
        Column("status", label=_("Status"), accessor=lambda network: network.status.label),
        Column("places", label=_("Places taken"), accessor=places, sort_key="number_taken"),
        Column("facilitators", label=_("Facilitators"), accessor=facilitators),
        YesColumn("hidden", label=_("Hidden"), sort_key="hidden"),
        Column("sign_ups", label=_("Sign-ups"), accessor=sign_ups),
    ]
    filterset_class = NetworkFilterSet
    list_export = [
        "title",
        "status.label",
        "places",
        "places_taken",
        "opens_at",
        "closes_at",
        "contact_email",
        "hidden",
    ]
    export_headings = {"status.label": _("Status"), "places_taken": _("Places taken")}
    export_filename = "netwerken"
    search_fields = ["title", "facilitators__last_name"]
    ordering = "title"
    edit_handler = ObjectList(
        [
            HelpPanel(
                _(
                    "Here you keep the facts of a network. The words that visitors read are on its announcement page."
                    " Participants are accepted on the site, by the facilitator."
                )
            ),
            FieldPanel("title", help_text=_("Short and clear: visitors, mails and calendars show it.")),
            MultiFieldPanel(
                [
                    FieldPanel(
                        "themes",
                        widget=forms.CheckboxSelectMultiple,
                        help_text=_("By these visitors narrow the overview and the library."),
                    ),
                    FieldPanel("sectors", help_text=_("For which schools the network is meant.")),
                ],
                heading=_("About"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel(
                        "facilitators",
                        widget=ChoiceOfSeveral(choose_people.widget_class()),
                        help_text=_("They decide on sign-ups and lead the meetings."),
                    ),
                    FieldPanel("contact_email", help_text=_("Shown on the announcement page, for questions.")),
                ],
                heading=_("People"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("places"),
                    FieldPanel("last_places_threshold"),
                    FieldPanel("waiting_list", help_text=_("Who signs up when it is full waits in turn.")),
                    FieldPanel("offer_hours"),
                    FieldPanel("approval", help_text=_("Otherwise who signs up takes part at once.")),
                    FieldPanel("guests_allowed"),
                    FieldPanel("opens_at", help_text=_("Empty: sign-up is open at once.")),
                    FieldPanel("closes_at", help_text=_("Empty: sign-up stays open.")),
                ],
                heading=_("Sign-up"),
            ),
            InlinePanel(
                "sign_up_questions",
                panels=[FieldPanel(name, help_text=text) for name, text in QUESTION.items()],
                heading=_("Questions at sign-up"),
                label=_("Question"),
                help_text=_(
                    "Besides the learning question, which is always asked."
                    " The facilitator changes these too, on the site."
                ),
            ),
            MultiFieldPanel([FieldPanel("start_unknown"), FieldPanel("hidden")], heading=_("Announcement page")),
        ],
        base_form_class=NetworkForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return Network.objects.with_places_taken().prefetch_related("facilitators").distinct()
