"""The figures at the head of the first page, in place of Wagtail's counts of pages, images and documents."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import npgettext
from wagtail.admin.site_summary import SummaryItem

from networks.models import Enrolment, Network
from resources.models import Practice


@dataclass(frozen=True)
class Figure:
    number: int
    label: str
    url: str


class FiguresItem(SummaryItem):
    """Counted in three queries, and shown to whom the lists behind them are shown."""

    template_name = "home/workplace/figures.html"

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {"figures": self.figures()}

    def is_shown(self) -> bool:
        return self.request.user.has_perm("networks.view_network")

    def figures(self) -> list[Figure]:
        states = Practice.State
        practices = Practice.objects.aggregate(
            published=Count("pk", filter=Q(state=states.PUBLISHED)),
            waiting=Count("pk", filter=Q(state=states.SUBMITTED)),
        )
        people = Enrolment.objects.accepted().values("person").distinct().count()
        listing = reverse("wagtailsnippets_resources_practice:list")
        networks = reverse("wagtailsnippets_networks_network:list")
        may_list = self.request.user.has_perm("resources.view_practice")
        running, published, waiting = Network.objects.count(), practices["published"], practices["waiting"]
        return [
            Figure(running, npgettext("counted", "network", "networks", running), networks),
            Figure(people, npgettext("counted", "participant", "participants", people), reverse("report_deelname")),
            Figure(
                published,
                npgettext("counted", "published practice", "published practices", published),
                f"{listing}?state=published" if may_list else "",
            ),
            Figure(
                waiting,
                npgettext("counted", "practice to review", "practices to review", waiting),
                f"{listing}?state=submitted" if may_list else "",
            ),
        ]


def use_figures(request: HttpRequest, items: list[Any]) -> None:
    """Only ours: how many images there are helps nobody on."""
    items[:] = [FiguresItem(request)]
