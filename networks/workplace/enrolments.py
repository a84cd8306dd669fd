"""Sign-ups and participants: looked at here, decided upon through the services."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction
from wagtail.snippets.views.snippets import InspectView

from core.errors import DomainError
from core.workplace.access import Only, asked_by_wagtail
from core.workplace.lists import KeptList
from networks import services
from networks.models import Enrolment
from networks.policies import overseen_by

State = Enrolment.State


class Overseeing(Only):
    """Administrators look at all sign-ups, a facilitator at those of the own networks."""

    def __init__(self) -> None:
        super().__init__(Enrolment, ["view"])

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action == "view" and (super().user_has_permission(user, action) or overseen_by(user).exists())


def on_the_site(enrolment: Enrolment) -> str:
    """Where a request is decided upon with its reasons and answers; nothing for what is decided."""
    if enrolment.state not in {State.REQUESTED, State.WAITING}:
        return ""
    address = reverse("networks:request", args=[enrolment.network.slug, enrolment.pk])
    return format_html('<a href="{}">{}</a>', address, _("Decide"))


@asked_by_wagtail
class EnrolmentInspectView(InspectView):
    """One sign-up in full."""

    def get_object(self, queryset: Any = None) -> Any:
        own = Enrolment.objects.filter(network__in=overseen_by(self.request.user))
        return get_object_or_404(own.select_related("person", "school", "network"), pk=self.pk)

    def get_learning_question_display_value(self) -> str:
        question = self.object.learning_question
        return question.text if question else "-"


class EnrolmentViewSet(KeptList):
    model = Enrolment
    icon = "user"
    menu_label = _("Sign-ups")
    inspect_view_enabled = True
    inspect_view_class = EnrolmentInspectView
    inspect_view_fields = [
        "person",
        "school",
        "network",
        "state",
        "created_at",
        "joined_at",
        "learning_question",
        "decided_by",
        "decline_reason",
        "ended_at",
    ]
    list_display = [
        "person",
        Column("network", label=_("Network"), sort_key="network__title"),
        Column("school", label=_("School"), sort_key="school__name"),
        Column("state", label=_("State"), accessor="get_state_display", sort_key="state"),
        DateColumn("created_at", label=_("Signed up"), sort_key="created_at"),
        Column("decide", label=_("On the site"), accessor=on_the_site),
    ]
    list_filter = ["state", "network", "school__sector"]
    list_export = [
        "person",
        "person.email",
        "school",
        "network",
        "get_state_display",
        "created_at",
        "joined_at",
        "ended_at",
    ]
    export_headings = {
        "person.email": _("Mail address"),
        "get_state_display": _("State"),
        "created_at": _("Signed up"),
        "ended_at": _("Ended"),
    }
    export_filename = "aanmeldingen"
    search_fields = ["person__first_name", "person__last_name", "school__name", "network__title"]
    ordering = ["-created_at", "-pk"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        own = Enrolment.objects.filter(network__in=overseen_by(request.user))
        return own.select_related("person", "network", "school__board")


class Deciding(SnippetBulkAction):
    """Decides on the chosen sign-ups one by one, as the facilitator would on the site; what fails is told."""

    template_name = "networks/workplace/decide.html"
    question: Any = ""
    button: Any = ""

    @classmethod
    def get_queryset(cls, model: Any, object_ids: Iterable[Any]) -> Any:
        chosen = [it for it in object_ids if str(it).isdecimal() and len(str(it)) < 19]
        return Enrolment.objects.filter(pk__in=chosen).select_related("person", "network", "school")

    def check_perm(self, enrolment: Enrolment) -> bool:
        is_open = enrolment.state in {State.REQUESTED, State.WAITING}
        return is_open and self.request.user.has_perm("networks.facilitate", enrolment.network)

    def get_all_objects_in_listing_query(self, parent_id: Any) -> Any:
        return overseen_enrolments(self.request.user)

    def object_context(self, enrolment: Enrolment) -> dict[str, Any]:
        return {"item": enrolment}

    @abstractmethod
    def decide(self, enrolment: Enrolment) -> None:
        """Through the service. Raises DomainError where it cannot be."""

    @classmethod
    def execute_action(cls, objects: Sequence[Enrolment], **kwargs: Any) -> tuple[int, int]:
        action, decided = kwargs["self"], 0
        for enrolment in objects:
            try:
                action.decide(enrolment)
                decided += 1
            except DomainError as error:
                messages.error(action.request, f"{enrolment.person}: {error}")
        return decided, 0


def overseen_enrolments(user: Any) -> Any:
    waiting = Enrolment.objects.filter(state__in=[State.REQUESTED, State.WAITING], network__in=overseen_by(user))
    return waiting.order_by("pk").values_list("pk", flat=True)


class Accept(Deciding):
    models = [Enrolment]
    display_name = _("Accept")
    aria_label = _("Accept the selected sign-ups")
    action_type = "accept"
    action_priority = 10
    question = _("Accept these people as participants? Each gets a message.")
    button = _("Yes, accept")

    def decide(self, enrolment: Enrolment) -> None:
        services.accept_enrolment(enrolment=enrolment, by=self.request.user)

    def get_success_message(self, accepted: int, _unused: int) -> str | None:
        text = ngettext("%(number)d person takes part now.", "%(number)d people take part now.", accepted)
        return text % {"number": accepted} if accepted else None


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=5000,
        help_text=_("Each of them reads this in the message."),
    )


class Decline(Deciding):
    models = [Enrolment]
    display_name = _("Decline")
    aria_label = _("Decline the selected sign-ups")
    action_type = "decline"
    action_priority = 20
    classes = {"serious"}
    form_class = ReasonForm
    question = _("Decline these sign-ups?")
    button = _("Yes, decline")

    def decide(self, enrolment: Enrolment) -> None:
        reason = self.cleaned_form.cleaned_data["reason"]
        services.decline_enrolment(enrolment=enrolment, by=self.request.user, reason=reason)

    def get_success_message(self, declined: int, _unused: int) -> str | None:
        text = ngettext("%(number)d sign-up is declined.", "%(number)d sign-ups are declined.", declined)
        return text % {"number": declined} if declined else None
