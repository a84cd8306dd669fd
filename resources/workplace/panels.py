"""What the first page of the workplace tells of the library."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from core.workplace.panels import SOME, Line, ListPanel
from resources.models import Practice
from resources.policies import reviews_anything


class ReviewPanel(ListPanel):
    """Practices that this person may review, the longest waiting first."""

    name, icon, order = "review", "doc-full-inverse", 10
    heading = _("Practices to review")
    empty = _("Nothing waits for review.")
    more_label = _("The whole review queue")

    def lines(self) -> Iterable[Line]:
        waiting = Practice.objects.to_review(self.request.user).select_related("revises", "school", "contributor")
        for it in waiting[:SOME]:
            url = reverse("resources:review", args=[it.original.slug])
            since = date_format(localtime(it.submitted_at), "j M") if it.submitted_at else ""
            yield Line(it.title, url, str(it.school or it.contributor), since)

    @property
    def more_url(self) -> str:
        return reverse("resources:reviews") if self.shown else ""

    def render_html(self, parent_context: object = None) -> str:
        return super().render_html(parent_context) if reviews_anything(self.request.user) else ""
