"""What a dialogue of three asks: of who prepares and reflects, of who guides it, and of who brings people together."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Count, F, Min, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from core.clock import day_and_clock
from home.dashboard.row import Waiting, row_of
from home.dashboard.task import Task
from validation.dialogue.waiting import to_attend, to_close, to_guide, to_help, to_match, to_prepare, to_reflect

ENOUGH = 3  # people for a dialogue, of whom the coordinator hears


def waiting(person: User) -> Iterator[QuerySet[Any, Any]]:
    """All of it, each kind as rows. since: when a dialogue is, or until when a reflection may be written."""
    yield row_of(
        to_prepare(person),
        "dialogue_to_prepare",
        number=F("case"),
        title="theme__title",
        where="case__version__programme__title",
        slug="state",
        since="state_since",
    )
    of_place = {"title": "theme__theme__title", "where": "dialogue__version__programme__title", "slug": ""}
    yield row_of(to_attend(person), "dialogue_to_attend", pk="dialogue", since="dialogue__starts_at", **of_place)
    yield row_of(to_reflect(person), "dialogue_to_reflect", pk="dialogue", since="dialogue__due_at", **of_place)
    of_dialogue = {"where": "version__programme__title", "slug": "", "since": "starts_at"}
    yield row_of(to_guide(person), "dialogue_to_guide", **of_dialogue)
    yield row_of(to_close(person), "dialogue_to_close", **of_dialogue)
    yield row_of(to_help(person), "dialogue_to_help", **of_dialogue)
    ready = to_match(person).values("case__version__programme").annotate(ready=Count("pk")).filter(ready__gte=ENOUGH)
    yield row_of(
        ready,
        "dialogue_to_match",
        pk="case__version__programme",
        number=Count("pk"),
        where="case__version__programme__title",
        slug="",
        since=Min("state_since"),
    )


def _to_prepare(it: Waiting) -> Task:
    came_back = it.slug == "insufficient"
    title = _("Your conversation on “%(title)s” came back with feedback") if came_back else ""
    return Task(
        title=(title or _("Prepare your conversation on “%(title)s”")) % {"title": it.title},
        where=it.where,
        action=_("Go on"),
        url=reverse("validation:theme", args=[it.number, it.pk]),
        icon="message" if came_back else "pencil",
        is_urgent=came_back,
    )


def _task(it: Waiting, title: str, action: str, route: str, icon: str, *, is_urgent: bool = True) -> Task:
    url = reverse(f"validation:{route}", args=[it.pk])
    return Task(title=title, where=it.where, action=action, url=url, icon=icon, is_urgent=is_urgent)


def _day(it: Waiting) -> dict[str, str]:
    return {"day": day_and_clock(it.since) if it.since else "–"}


def _to_attend(it: Waiting) -> Task:
    title = _("Your dialogue: %(day)s") % _day(it)
    return _task(it, title, _("Read the preparations"), "dialogue", "users", is_urgent=False)


def _to_reflect(it: Waiting) -> Task:
    return Task(
        title=_("Write your final reflection on the two others"),
        where=it.where,
        until=it.since,
        action=_("Write it"),
        url=reverse("validation:reflect", args=[it.pk]),
        icon="pencil",
        is_urgent=True,
    )


def _to_guide(it: Waiting) -> Task:
    title = _("You guide a dialogue: %(day)s") % _day(it)
    return _task(it, title, _("To the dialogue"), "dialogue", "users", is_urgent=False)


def _to_close(it: Waiting) -> Task:
    title = _("All reflections are in of the dialogue of %(day)s") % _day(it)
    return _task(it, title, _("Read, and close with each"), "reflections", "check")


def _to_help(it: Waiting) -> Task:
    title = _("The dialogue of %(day)s asks something of you") % _day(it)
    return _task(it, title, _("View"), "dialogue", "alert")


def _to_match(it: Waiting) -> Task:
    title = ngettext(
        "%(number)s person is ready for a dialogue", "%(number)s people are ready for a dialogue", it.number
    )
    return Task(
        title=title % {"number": it.number},
        where=it.where,
        action=_("Bring them together"),
        url=reverse("validation:coordinated_dialogues"),
        icon="users",
        is_urgent=True,
    )


LINES: dict[str, Callable[[Waiting], Task]] = {
    "dialogue_to_prepare": _to_prepare,
    "dialogue_to_attend": _to_attend,
    "dialogue_to_reflect": _to_reflect,
    "dialogue_to_guide": _to_guide,
    "dialogue_to_close": _to_close,
    "dialogue_to_help": _to_help,
    "dialogue_to_match": _to_match,
}
