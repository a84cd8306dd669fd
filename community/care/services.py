"""Reporting a post, hiding it, and deciding on what was reported."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from community.care import news
from community.errors import PostDeleted, ReportDecided, TooManyReports
from community.models import EventCounter, Hiding, Post, Report, Thread
from community.policies import may
from community.services.events import append
from core.errors import InvalidInput, NotAllowed
from core.texts import checked_text
from networks import quoting
from search import services as search

LONGEST = 2_000
MOST_A_DAY = 20
Decision = Report.Decision


@transaction.atomic
def report_post(*, post: Post, by: User, reason: str, text: str = "") -> Report:
    """Tell the facilitators what is wrong with a post, also in a closed network. Twice is once, until it is decided.

    Raises NotAllowed, PostDeleted, InvalidInput, TooManyReports.
    """
    if not may(by, "community.report_post", post):
        raise NotAllowed(_("This is your own message: you can change it, or take it away."))
    text = checked_text("text", text, longest=LONGEST, needed=reason == Report.Reason.OTHER)
    if reason not in Report.Reason.values:
        raise InvalidInput(errors={"reason": [_("Choose what is wrong.")]})
    EventCounter.objects.lock(post.thread.network_id)
    post.refresh_from_db(fields=["deleted_at"])
    if post.deleted_at:
        raise PostDeleted
    if earlier := post.reports.open().filter(by=by).first():
        return earlier
    if Report.objects.filter(by=by, created_at__gt=timezone.now() - timedelta(days=1)).count() >= MOST_A_DAY:
        raise TooManyReports
    report = Report.objects.create(post=post, by=by, reason=reason, text=text)
    news.reported(report)
    return report


@transaction.atomic
def decide_report(*, report: Report, by: User, decision: str, reason: str = "", answer: str = "") -> Report:
    """Hide the message, leave it, or only answer who reported it.

    reason: what its author reads when it is hidden; that decides every open report of the message.
    answer: what who reported it reads; needed when it is all that is done.
    Raises NotAllowed, InvalidInput, PostDeleted, ReportDecided.
    """
    if not by.has_perm("community.hide_post", report.post):
        raise NotAllowed(_("Another facilitator decides on your own message."))
    answer = checked_text("answer", answer, longest=LONGEST, needed=decision == Decision.ANSWERED)
    if decision not in Decision.values:
        raise InvalidInput(errors={"decision": [_("Choose what you do.")]})
    EventCounter.objects.lock(report.post.thread.network_id)
    report.refresh_from_db(fields=["decision"])
    if report.decision:
        raise ReportDecided
    _decide(report, by, decision, answer)
    if decision == Decision.HIDDEN:
        hide_post(post=report.post, by=by, reason=reason)
    return report


@transaction.atomic
def hide_post(*, post: Post, by: User, reason: str) -> Post:
    """Let only its author and the facilitators read the post; its author is told why, and who reported it that it is.

    Raises NotAllowed, InvalidInput, PostDeleted.
    """
    _require_other_facilitator(post, by)
    reason = checked_text("reason", reason, longest=LONGEST, needed=True)
    counter = EventCounter.objects.lock(post.thread.network_id)
    _read_anew(post)
    if post.hidden_at is None:
        hiding = Hiding.objects.create(post=post, by=by, reason=reason)
        _place(post, counter, "post.hidden", hidden_at=hiding.hidden_at, hidden_reason=reason)
        quoting.library().source_gone(post)
        news.hidden(post, by)
    for report in post.reports.open().select_related("by"):
        report.post = post
        _decide(report, by, Decision.HIDDEN, "")
    return post


@transaction.atomic
def show_post(*, post: Post, by: User) -> Post:
    """Let everybody read it again. Raises NotAllowed, PostDeleted."""
    _require_other_facilitator(post, by)
    counter = EventCounter.objects.lock(post.thread.network_id)
    _read_anew(post)
    if post.hidden_at is not None:
        post.hidings.filter(shown_at=None).update(shown_at=timezone.now(), shown_by=by)
        _place(post, counter, "post.shown", hidden_at=None, hidden_reason="")
        news.shown(post, by)
    return post


def _require_other_facilitator(post: Post, by: User) -> None:
    if not by.has_perm("community.hide_post", post):
        raise NotAllowed(_("Only a facilitator who did not write it hides a message, or shows it again."))


def _read_anew(post: Post) -> None:
    post.refresh_from_db(fields=["version", "deleted_at", "hidden_at", "hidden_reason", "body", "body_text"])
    if post.deleted_at:
        raise PostDeleted


def _place(post: Post, counter: EventCounter, event: str, **fields: object) -> None:
    for name, value in fields.items():
        setattr(post, name, value)
    post.version += 1
    post.save(update_fields=["version", *fields])
    append(counter, event, {"post": post.pk})
    if post.opens_thread:
        _hide_title(post, counter)


def _hide_title(post: Post, counter: EventCounter) -> None:
    """The title belongs to the first message: it is hidden and shown with it, also where it was told before."""
    thread = post.thread
    thread.hidden_at = post.hidden_at
    Thread.objects.filter(pk=thread.pk).update(hidden_at=post.hidden_at)
    append(counter, "thread.changed", {"thread": thread.pk})
    search.refresh(thread)
    search.refresh_many(thread.posts.all())
    news.retitled(thread)


def _decide(report: Report, by: User, decision: str, answer: str) -> None:
    report.decision, report.answer, report.decided_by, report.decided_at = decision, answer, by, timezone.now()
    report.save(update_fields=["decision", "answer", "decided_by", "decided_at"])
    news.decided(report)
