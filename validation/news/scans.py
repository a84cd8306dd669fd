"""What the participant is told of the 360° scan: that it is closed; never who answered."""

from django.utils.translation import gettext_lazy as _

from notifications.kinds import Kind
from notifications.services import notify
from validation.models import Scan
from validation.news.groups import VALIDATION

KINDS = (
    Kind(
        key="validation.scan_closed",
        label=_("The report of my 360° scan is there"),
        group=VALIDATION,
        title=_("The report of your 360° scan is there"),
        text=_("Read how others see your leadership, and take it over into your portfolio."),
        action=_("Read the report"),
    ),
)


def closed(scan: Scan) -> None:
    notify([scan.case.person], "validation.scan_closed", about=scan, url=scan.url, params={})
