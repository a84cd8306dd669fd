"""What validation asks of a person: of whoever writes a portfolio, assesses or coordinates, with the lines for it."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Count, DateTimeField, Exists, F, Min, OuterRef, QuerySet, Value
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from home.dashboard.row import Waiting, row_of
from home.dashboard.task import Task
from validation.assessing.waiting import own_tasks, to_assess, to_coordinate, to_decide
from validation.models import CaseRole, CaseTheme, Talk, TalkConsent, TalkSlot, TalkTheme
from validation.states import AWAITING_TALK, STANDING_STILL, Route, ThemeState

AT_PARTICIPANT = (ThemeState.WRITING, ThemeState.JUDGED_DONE, ThemeState.INSUFFICIENT)


def waiting(person: User) -> Iterator[QuerySet[Any, Any]]:
    """All of it, each kind as rows."""
    yield _portfolios(person)
    yield from _talks(person)
    yield from _roles(person)


def _portfolios(person: User) -> QuerySet[Any, Any]:
    """Themes of portfolios that wait for their participant. number: the case; slug: the state."""
    own = CaseTheme.objects.filter(case__person=person, state__in=AT_PARTICIPANT)
    own = own.exclude(case__version__programme__route=Route.DIALOGUE)  # home.dashboard.dialogues has those
    return row_of(
        own.exclude(case__state__in=STANDING_STILL),
        "portfolios",
        number=F("case"),
        title="theme__title",
        where="case__version__programme__title",
        slug="state",
        since="state_since",
    )


def _talks(person: User) -> Iterator[QuerySet[Any, Any]]:
    """A talk to choose a moment for, and for assessors one to offer moments for or to give the outcome of."""
    of_theme = {"title": "theme__title", "where": "case__version__programme__title", "slug": ""}
    awaiting = CaseTheme.objects.filter(state__in=AWAITING_TALK).exclude(case__state__in=STANDING_STILL)
    own = awaiting.filter(case__person=person)
    yield row_of(own, "own_talks", number=F("case"), since="state_since", **of_theme)
    roles = CaseRole.objects.running().assessing().filter(theme=OuterRef("pk"), person=person)
    offered = TalkSlot.objects.free().filter(programme=OuterRef("case__version__programme"), assessors=person)
    yield row_of(
        awaiting.filter(Exists(roles), ~Exists(offered)).exclude(case__person=person),
        "talks_to_plan",
        since="state_since",
        **of_theme,
    )
    agreed = TalkConsent.objects.filter(about=OuterRef("pk"), assessor=person)
    held = TalkTheme.objects.filter(~Exists(agreed), is_open=True, talk__assessors=person)
    yield row_of(
        held.filter(talk__state=Talk.State.PLANNED, talk__starts_at__lte=timezone.now()),
        "talk_outcomes",
        pk="theme",
        title="theme__theme__title",
        where="theme__case__version__programme__title",
        slug="",
        since="talk__starts_at",
    )


def _roles(person: User) -> Iterator[QuerySet[Any, Any]]:
    """What assessing and coordinating ask (pk: of what was handed in), and which of both the person does (title)."""
    of_programme = {"where": "case__version__programme__title", "slug": "case__version__programme__slug"}
    of_role = {"title": "theme__theme__title", "where": "theme__case__version__programme__title", "slug": ""}
    yield row_of(to_assess(person), "to_assess", pk="submission", since="until", **of_role)
    of_submission = {
        "title": "submission__theme__theme__title",
        "where": "submission__theme__case__version__programme__title",
        "slug": "",
    }
    yield row_of(to_decide(person), "to_decide", pk="submission", since="opened_at", **of_submission)
    waiting = to_coordinate(person).values("case__version__programme")
    yield row_of(
        waiting,
        "to_coordinate",
        pk="case__version__programme",
        number=Count("pk"),
        since=Min("state_since"),
        **of_programme,
    )
    roles = own_tasks(person).values("role")
    yield row_of(roles, "own_tasks", pk=Min("pk"), title="role", where="", slug="", since=Value(None, DateTimeField()))


def _portfolio(it: Waiting) -> Task:
    """A theme of a portfolio: to write on, to hand in, or to go on with after the assessors' feedback."""
    titles = {
        "writing": _("Your portfolio on “%(title)s” is in the making"),
        "judged_done": _("Your portfolio on “%(title)s” is ready to be handed in"),
        "insufficient": _("Your portfolio on “%(title)s” came back with feedback"),
    }
    came_back = it.slug == "insufficient"
    return Task(
        title=titles[it.slug] % {"title": it.title},
        where=it.where,
        action=_("Hand in") if it.slug == "judged_done" else _("Go on"),
        url=reverse("validation:theme", args=[it.number, it.pk]),
        icon="message" if came_back else "pencil",
        is_urgent=came_back,
    )


def _own_talk(it: Waiting) -> Task:
    return Task(
        title=_("The talk about “%(title)s” is still to be planned") % {"title": it.title},
        where=it.where,
        action=_("View the moments"),
        url=reverse("validation:own_talk", args=[it.number, it.pk]),
        icon="calendar",
        is_urgent=True,
    )


def _talk_to_plan(it: Waiting) -> Task:
    return Task(
        title=_("Offer moments for the talk about “%(title)s”") % {"title": it.title},
        where=it.where,
        action=_("Offer moments"),
        url=reverse("validation:talk_of", args=[it.pk]),
        icon="calendar",
        is_urgent=True,
    )


def _talk_outcome(it: Waiting) -> Task:
    return Task(
        title=_("How was the talk about “%(title)s”?") % {"title": it.title},
        where=it.where,
        action=_("Give the outcome"),
        url=reverse("validation:talk_outcome", args=[it.pk]),
        icon="check",
        is_urgent=True,
    )


def _to_assess(it: Waiting) -> Task:
    return Task(
        title=_("Assess the portfolio on “%(title)s”") % {"title": it.title},
        where=it.where,
        until=it.since,
        action=_("Assess it"),
        url=reverse("validation:assessed", args=[it.pk]),
        icon="file",
        is_urgent=True,
    )


def _to_decide(it: Waiting) -> Task:
    return Task(
        title=_("Decide together about the portfolio on “%(title)s”") % {"title": it.title},
        where=it.where,
        action=_("Read and decide"),
        url=reverse("validation:decide", args=[it.pk]),
        icon="users",
        is_urgent=True,
    )


def _to_coordinate(it: Waiting) -> Task:
    title = ngettext("%(number)s portfolio waits for assessors", "%(number)s portfolios wait for assessors", it.number)
    return Task(
        title=title % {"number": it.number},
        where=it.where,
        action=_("Give it assessors"),
        url=f"{reverse('validation:coordinating')}?programme={it.slug}",
        icon="users",
        is_urgent=True,
    )


LINES: dict[str, Callable[[Waiting], Task]] = {
    "portfolios": _portfolio,
    "own_talks": _own_talk,
    "talks_to_plan": _talk_to_plan,
    "talk_outcomes": _talk_outcome,
    "to_assess": _to_assess,
    "to_decide": _to_decide,
    "to_coordinate": _to_coordinate,
}
