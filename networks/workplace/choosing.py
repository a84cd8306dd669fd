"""Choosing a network, or an assignment of one, in a form of the workplace."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from core.workplace.choosers import Chooser
from core.workplace.choosers.widgets import is_key
from networks.models import Assignment, Network
from networks.policies import overseen_by


class NetworkChooser(Chooser):
    """A facilitator who writes an announcement chooses of the own networks, an editor of all."""

    model = Network
    icon = "group"
    choose_one_text = _("Choose a network")
    choose_another_text = _("Choose another network")
    named_by = ("title",)

    def is_allowed(self, user: Any) -> bool:
        return overseen_by(user).exists() or user.has_perm("networks.view_network")

    def offered(self, request: HttpRequest) -> QuerySet[Any]:
        return Network.objects.all() if request.user.has_perm("networks.view_network") else overseen_by(request.user)


class AssignmentChooser(Chooser):
    """Of the network that is chosen in the same form, when there is one."""

    model = Assignment
    icon = "edit"
    choose_one_text = _("Choose an assignment")
    choose_another_text = _("Choose another assignment")
    named_by = ("title",)
    details = {"network__title": _("Network")}
    needs = {"networks.add_obligationrule", "networks.change_obligationrule"}
    preserve_url_parameters = ["multiple", "network"]

    def offered(self, request: HttpRequest) -> QuerySet[Any]:
        assignments = Assignment.objects.select_related("network").order_by("title", "pk")
        network = request.GET.get("network", "")
        return assignments.filter(network=network) if is_key(network) else assignments


choose_networks = NetworkChooser("choose_networks", url_prefix="choose/networks")
choose_assignments = AssignmentChooser("choose_assignments", url_prefix="choose/assignments")
CHOOSERS = (choose_networks, choose_assignments)
