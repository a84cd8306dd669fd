"""Who reports, hides and decides, and the door to reports."""

from typing import Any

import rules

from community.models import Report
from community.policies import facilitates, in_space, is_author
from core.errors import NotFound

rules.add_perm("community.report_post", in_space & ~is_author)
rules.add_perm("community.hide_post", facilitates & ~is_author)


def get_report_for(user: Any, pk: int) -> Report:
    """A report, for a facilitator who did not write the message that it is about. Raises NotFound."""
    reports = Report.objects.select_related("post__thread__network", "post__author", "by", "decided_by")
    report = reports.filter(pk=pk).first()
    if report is None or not user.has_perm("community.hide_post", report.post):
        raise NotFound
    return report
