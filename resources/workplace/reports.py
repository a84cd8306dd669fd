"""How many practices each network brought, and how far they are."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.workplace.reports import Report
from networks.models import Network
from networks.policies import overseen_by
from resources.models import Practice
from resources.policies import is_editor

State = Practice.State


@dataclass
class Yield:
    """The practices of one network, or of none."""

    network: str
    url: str = ""
    counts: Counter[str] = field(default_factory=Counter)

    def __getattr__(self, name: str) -> int:
        if name in State.values:
            return self.counts[name]
        raise AttributeError(name)

    @property
    def total(self) -> int:
        return sum(self.counts.values())


class PracticesReport(Report):
    """For editors; a facilitator sees the own networks."""

    slug, order, header_icon = "praktijkvoorbeelden", 30, "doc-full-inverse"
    page_title = _("Practices per network")
    fields = {"network": _("Network")} | dict(State.choices) | {"total": _("Together")}

    @classmethod
    def is_allowed(cls, user: Any) -> bool:
        return is_editor.test(user) or overseen_by(user).exists()

    def get_queryset(self) -> list[Yield]:  # type: ignore[override]
        user = self.request.user
        sees_all = is_editor.test(user) or user.has_perm("networks.view_enrolment")
        networks = Network.objects.all() if sees_all else overseen_by(user)
        address = reverse("wagtailsnippets_resources_practice:list")
        rows: dict[int | None, Yield] = {
            pk: Yield(title, f"{address}?network={pk}" if is_editor.test(user) else "")
            for pk, title in networks.order_by("title", "pk").values_list("pk", "title")
        }
        if sees_all:
            rows[None] = Yield(gettext("Without a network"))
        counted = Practice.objects.originals().order_by().values_list("network", "state").annotate(number=Count("pk"))
        for network, state, number in counted:
            if network in rows:
                rows[network].counts[state] += number
        return list(rows.values())
