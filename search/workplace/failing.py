"""What people looked for in vain, as a panel and as a report."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.workplace.panels import SOME, Line, ListPanel
from core.workplace.reports import Report
from search.services import FailedSearch, failed_searches

DAYS, MOST = 90, 1000


def may_see(user: Any) -> bool:
    return user.has_perm("search.view_failedquery")


def site_search(query: str) -> str:
    return f"{reverse('search:results')}?{urlencode({'q': query})}"


class FailedSearchesPanel(ListPanel):
    name, icon, order = "failed-searches", "search", 50
    heading = _("Searched in vain, last 30 days")
    empty = _("Nobody searched in vain more than once.")
    more_label = _("All searches in vain")

    def lines(self) -> Iterable[Line]:
        for it in failed_searches(limit=SOME):
            times = ngettext("%(number)d time", "%(number)d times", it.times) % {"number": it.times}
            yield Line(it.query, site_search(it.query), mark=times)

    @property
    def more_url(self) -> str:
        return reverse("report_zonder_resultaat") if self.shown else ""

    def render_html(self, parent_context: Any = None) -> Any:
        return super().render_html(parent_context) if may_see(self.request.user) else ""


class FailedSearchesReport(Report):
    slug, order, header_icon = "zonder-resultaat", 40, "search"
    page_title = _("Searched in vain")
    fields = {"query": _("Searched for"), "times": _("Times"), "last": _("Last time")}

    @classmethod
    def is_allowed(cls, user: Any) -> bool:
        return may_see(user)

    def get_queryset(self) -> list[FailedSearch]:  # type: ignore[override]
        return failed_searches(days=DAYS, limit=MOST)
