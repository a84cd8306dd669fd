"""Who reports, hides and decides, and the door to reports."""

from typing import Any

import rules
from django.utils.translation import gettext as _

from community.models import Post, Report, Thread
from community.policies import facilitates, get_post_for, in_space, is_author, was_reported_to
from core.errors import NotFound

rules.add_perm("community.report_post", in_space & ~is_author)
rules.add_perm("community.hide_post", facilitates & ~is_author)


def get_report_for(user: Any, pk: int) -> Report:
    """A report, for a facilitator who did not write the message that it is about. Raises NotFound."""
    reports = Report.objects.select_related("post__thread__network", "post__thread__group", "post__author")
    report = reports.select_related("by", "decided_by").filter(pk=pk).first()
    if report is None or not user.has_perm("community.hide_post", report.post):
        raise NotFound
    return report


def get_post_to_decide(user: Any, pk: int) -> Post:
    """A post, for who reads it; one of a small group also for a facilitator to whom it was reported.

    Raises ThreadNotFound.
    """
    posts = Post.objects.select_related("thread__network", "thread__group", "author")
    post = posts.filter(pk=pk).exclude(thread__group=None).first()
    return post if post and was_reported_to(user, post) else get_post_for(user, pk)


def name_in_care(thread: Thread) -> str:
    """What a facilitator reads of where a message stands: of a small group only which one it is."""
    return _("Small group “%(name)s”") % {"name": thread.group.name} if thread.group else thread.title
