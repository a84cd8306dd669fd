"""What is asked of one person now, from everywhere, in the order of its urgency."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.dashboard import rooms, wanted
from home.dashboard.held import after_meetings
from home.dashboard.task import Task
from networks.models import Enrolment
from networks.obligations import State
from resources.models import Practice, Review

if TYPE_CHECKING:
    from home.dashboard.dashboard import Dashboard


def tasks_for(dashboard: "Dashboard") -> list[Task]:
    """First what somebody else waits for, then what the person agreed to, then what may be finished.

    What two of these lead to stands there once, as the more urgent one says it.
    """
    tasks = [
        *_places_to_confirm(dashboard),
        *_questions_to_answer(dashboard),
        *_sign_ups_to_decide(dashboard),
        *wanted.asked(dashboard, "reports"),
        *rooms.support_to_give(dashboard),
        *rooms.polls_to_answer(dashboard),
        *wanted.asked(dashboard, "polls", "objections", "taken_back"),
        *_practices_to_review(dashboard),
        *wanted.asked(dashboard, "trials"),
        *wanted.asked(dashboard, "to_coordinate", "intakes_to_plan", "to_decide", "to_assess", "guidance_to_report"),
        *_returned_practices(dashboard),
        *wanted.asked(dashboard, "dialogue_to_help", "dialogue_to_match", "dialogue_to_reflect", "dialogue_to_close"),
        *wanted.asked(dashboard, "talk_outcomes", "talks_to_plan", "own_talks"),
        *wanted.asked(dashboard, "quotes", "coauthors", "talks", "groups"),
        *wanted.evaluations(dashboard),
        *rooms.assignments_to_hand_in(dashboard),
        *after_meetings(dashboard),
        *wanted.asked(dashboard, "actions"),
        *_obligations(dashboard),
        *_drafts(dashboard),
        *wanted.hand_ins_begun(dashboard),
        *wanted.asked(dashboard, "answers", "conversations", "portfolios"),
        *wanted.asked(
            dashboard, "dialogue_to_prepare", "dialogue_to_attend", "dialogue_to_guide", "guidance_to_attend"
        ),
    ]
    first: dict[str, Task] = {}
    for task in tasks:
        first.setdefault(task.url, task)
    return sorted(first.values(), key=lambda task: not task.is_urgent)


def _places_to_confirm(dashboard: "Dashboard") -> Iterator[Task]:
    for membership in dashboard.memberships:
        if membership.enrolment.confirm_by and not membership.network.is_archived:
            yield Task(
                title=_("A place came free for you"),
                text=_("Say whether you take it; after that it goes to the next one on the waiting list."),
                where=membership.network.title,
                until=membership.enrolment.confirm_by,
                action=_("Take or leave the place"),
                url=membership.network.enrol_url,
                icon="alert",
                is_urgent=True,
            )


def _questions_to_answer(dashboard: "Dashboard") -> Iterator[Task]:
    for membership in dashboard.memberships:
        last = max(membership.enrolment.messages.all(), key=lambda message: message.pk, default=None)
        if membership.enrolment.state != Enrolment.State.REQUESTED or last is None or membership.network.is_archived:
            continue
        if last.author_id != dashboard.person.pk:
            yield Task(
                title=_("The facilitator has a question about your sign-up"),
                quote=last.text,
                where=membership.network.title,
                action=_("Answer"),
                url=membership.network.enrol_url,
                icon="message",
                is_urgent=True,
            )


def _sign_ups_to_decide(dashboard: "Dashboard") -> Iterator[Task]:
    for facilitation in dashboard.facilitations:
        number = facilitation.requests
        if number and not facilitation.network.is_archived:
            title = ngettext("%(number)s sign-up waits for you", "%(number)s sign-ups wait for you", number)
            yield Task(
                title=title % {"number": number},
                where=facilitation.network.title,
                action=_("Decide"),
                url=facilitation.network.cockpit_url,
                icon="users",
                is_urgent=True,
            )


def _practices_to_review(dashboard: "Dashboard") -> Iterator[Task]:
    for practice in dashboard.to_review:
        yield Task(
            title=_("Review “%(title)s”") % {"title": practice.title},
            where=practice.network.title if practice.network else "",
            action=_("Review"),
            url=reverse("resources:review", args=[practice.original.slug]),
            icon="book",
            is_urgent=True,
        )


def _returned_practices(dashboard: "Dashboard") -> Iterator[Task]:
    returned = [it for it in dashboard.own_practices if it.latest.state == Practice.State.RETURNED]
    reasons = _reasons([practice.latest.pk for practice in returned])
    for practice in returned:
        yield Task(
            title=_("“%(title)s” came back with advice") % {"title": practice.latest.title},
            quote=reasons.get(practice.latest.pk, ""),
            where=practice.network.title if practice.network else "",
            action=_("Adapt and submit again"),
            url=reverse("resources:edit", args=[practice.slug]),
            icon="pencil",
            is_urgent=True,
        )


def _reasons(practices: list[int]) -> dict[int, str]:
    """Per returned row the words of its last review."""
    if not practices:
        return {}
    reviews = Review.objects.filter(practice__in=practices, decision=Review.Decision.RETURN).order_by("at", "pk")
    return dict(reviews.values_list("practice", "reasons"))


def _obligations(dashboard: "Dashboard") -> Iterator[Task]:
    """What was agreed to and can be done now; what is on course asks nothing."""
    for membership in dashboard.memberships:
        for obligation in membership.obligations:
            if obligation.todo and obligation.url and obligation.state in {State.OPEN, State.UNATTAINABLE}:
                yield Task(
                    title=obligation.label,
                    text=obligation.todo,
                    where=membership.network.title,
                    action=_("Do it now"),
                    url=obligation.url,
                    icon="clock" if obligation.state == State.OPEN else "alert",
                )


def _drafts(dashboard: "Dashboard") -> Iterator[Task]:
    for practice in dashboard.own_practices:
        if practice.latest.state == Practice.State.DRAFT:
            yield Task(
                title=_("“%(title)s” is a draft") % {"title": practice.latest.title},
                where=practice.network.title if practice.network else "",
                action=_("Go on writing"),
                url=reverse("resources:edit", args=[practice.slug]),
                icon="pencil",
            )
