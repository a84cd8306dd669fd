"""What the route with an intake asks: a talk to come, a report to write, an intake to plan."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Count, Min, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from core.clock import day_and_clock
from home.dashboard.row import Waiting, row_of
from home.dashboard.task import Task
from validation.guidance.waiting import intakes_to_plan, to_attend, to_report


def waiting(person: User) -> Iterator[QuerySet[Any, Any]]:
    """All of it, each kind as rows. since: when the talk is. title: which kind of talk."""
    of_talk = {"title": "kind", "where": "case__version__programme__title", "slug": "", "since": "starts_at"}
    yield row_of(to_attend(person), "guidance_to_attend", **of_talk)
    yield row_of(to_report(person), "guidance_to_report", **of_talk)
    yield row_of(
        intakes_to_plan(person).values("version__programme"),
        "intakes_to_plan",
        pk="version__programme",
        number=Count("pk"),
        where="version__programme__title",
        slug="version__programme__slug",
        since=Min("state_since"),
    )


def _talk(it: Waiting, title: str, action: str, icon: str, *, is_urgent: bool) -> Task:
    url = reverse("validation:guidance_talk", args=[it.pk])
    return Task(title=title, where=it.where, action=action, url=url, icon=icon, is_urgent=is_urgent)


def _to_attend(it: Waiting) -> Task:
    title = _("The intake: %(day)s") if it.title == "intake" else _("The progress talk: %(day)s")
    day = day_and_clock(it.since) if it.since else "–"
    return _talk(it, title % {"day": day}, _("View"), "calendar", is_urgent=False)


def _to_report(it: Waiting) -> Task:
    title = _("Write the report of the intake") if it.title == "intake" else _("Write the report of the progress talk")
    return _talk(it, title, _("Write the report"), "pencil", is_urgent=True)


def _to_plan(it: Waiting) -> Task:
    title = ngettext("%(number)s intake is to be planned", "%(number)s intakes are to be planned", it.number)
    return Task(
        title=title % {"number": it.number},
        where=it.where,
        action=_("Plan"),
        url=f"{reverse('validation:coordinating')}?programme={it.slug}",
        icon="calendar",
        is_urgent=True,
    )


LINES: dict[str, Callable[[Waiting], Task]] = {
    "guidance_to_attend": _to_attend,
    "guidance_to_report": _to_report,
    "intakes_to_plan": _to_plan,
}
