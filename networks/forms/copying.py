from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from networks.forms.meetings import SeriesForm
from networks.models import Network
from networks.walltime import AMSTERDAM


class CopyForm(SeriesForm):
    """What the next network is called, and its series by rule, as the last one was."""

    name = forms.CharField(label=_("Title of the new network"), max_length=200)
    field_order = ["name", "title", "first", "number", "weeks", "starts", "ends", "place", "online_url", "region"]

    def __init__(self, *args: Any, network: Network, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["title"].label = _("Title of the series")
        self.initial.setdefault("name", network.title)
        held = [it for it in network.meetings if it.starts_at and not it.is_cancelled]
        last = [it for it in held if it.series_id == held[-1].series_id]
        if last and last[0].starts_at and last[0].ends_at:
            begin, end = last[0].starts_at.astimezone(AMSTERDAM), last[0].ends_at.astimezone(AMSTERDAM)
            self.initial.update(number=len(last), starts=begin.time(), ends=end.time())

    @property
    def facts(self) -> dict[str, Any]:
        """What networks.services.copy_network takes."""
        return super().facts | {"name": self.cleaned_data["name"]}
