"""What the rooms of one person's networks ask: answers to polls, work to hand in, and requests for support."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from home.dashboard.task import Task
from networks.models import SupportRequest
from networks.walltime import day_and_hours

if TYPE_CHECKING:
    from home.dashboard.dashboard import Dashboard

State = SupportRequest.State


def polls_to_answer(dashboard: "Dashboard") -> Iterator[Task]:
    for poll in dashboard.polls:
        yield Task(
            title=_("When and where can you meet?"),
            text=poll.title,
            where=poll.network.title,
            until=poll.deadline,
            action=_("Answer"),
            url=poll.url,
            icon="calendar",
            is_urgent=True,
        )


def support_to_give(dashboard: "Dashboard") -> Iterator[Task]:
    """What waits for the school's answer, for who takes it in hand, or for the person who has it in hand.

    It is confidential, and this page is read over shoulders: the subject stays on the request's own page.
    """
    of_own_schools = {(it.enrolment.network_id, it.enrolment.school_id) for it in dashboard.memberships}
    for request in dashboard.support_requests:
        if (request.network_id, request.school_id) in of_own_schools:
            if request.state == State.WAITING:
                yield _support(request, _("Your answer is awaited about extra support"), _("Answer"))
        elif request.owner_id is None:
            yield _support(request, _("A school asks for support"), _("Take it in hand"))
        elif request.owner_id == dashboard.person.pk and request.state != State.WAITING:
            yield _support(request, _("You have a request for extra support in hand"), _("View"), is_urgent=False)


def assignments_to_hand_in(dashboard: "Dashboard") -> Iterator[Task]:
    for assignment in dashboard.assignments:
        is_late = bool(assignment.due_at and assignment.due_at <= timezone.now())
        moment = {"moment": day_and_hours(assignment.due_at, None)}
        yield Task(
            title=_("Hand in “%(title)s”") % {"title": assignment.title},
            text=_("It was due on %(moment)s. Handing in is still possible.") % moment if is_late else "",
            where=assignment.network.title,
            until=None if is_late else assignment.due_at,
            action=_("Go to the assignment"),
            url=assignment.url,
            icon="alert" if is_late else "file",
        )


def _support(request: SupportRequest, title: str, action: str, *, is_urgent: bool = True) -> Task:
    where = request.network.title
    return Task(title=title, where=where, action=action, url=request.url, icon="help", is_urgent=is_urgent)
