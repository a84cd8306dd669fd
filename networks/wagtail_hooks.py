"""Where editors keep networks, their meetings and sign-ups."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from accounts.workplace.choosing import choose_people
from core.workplace.menu import NETWORKS_MENU, Job
from core.workplace.reports import register_report
from networks import services
from networks.models import Enrolment, Network
from networks.workplace.agreements import AgreementViewSet, RuleViewSet
from networks.workplace.announcements import AnnouncementViewSet
from networks.workplace.choosing import CHOOSERS
from networks.workplace.enrolments import Accept, Decline, EnrolmentViewSet, Overseeing
from networks.workplace.evaluations import EvaluationQuestionViewSet
from networks.workplace.networks import NetworkViewSet
from networks.workplace.panels import PANELS
from networks.workplace.reports import REPORTS
from networks.workplace.series import HolidayViewSet, SeriesViewSet

register_permission_policy(Enrolment, Overseeing())
choose_people.needs |= {"networks.add_network", "networks.change_network"}


class NetworkGroup(SnippetViewSetGroup):
    items = (
        NetworkViewSet,
        SeriesViewSet,
        EnrolmentViewSet,
        AgreementViewSet,
        RuleViewSet,
        EvaluationQuestionViewSet,
        HolidayViewSet,
    )
    submenu_hook = NETWORKS_MENU
    menu_label = _("Networks")
    menu_name = "networks"
    menu_icon = "group"
    menu_order = Job.NETWORKS


register_snippet(NetworkGroup)
for action in (Accept, Decline):
    hooks.register("register_bulk_action", action)
for report in REPORTS:
    register_report(report)


@hooks.register("register_admin_viewset")
def viewsets() -> list[Any]:
    return [AnnouncementViewSet("announcements"), *CHOOSERS]


@hooks.register("construct_homepage_panels")
def add_panels(request: HttpRequest, panels: list[Any]) -> None:
    panels += [panel(request) for panel in PANELS]


@hooks.register("after_edit_snippet")
def give_added_places(request: HttpRequest, instance: Any) -> None:
    """An editor who adds places gives them to the waiting list."""
    if isinstance(instance, Network) and not instance.is_archived:
        services.move_up(network=instance)
