"""The lines for what others ask of a person, and for what the person began, out of what waits."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.dashboard import dialogues, guidance, validating
from home.dashboard.row import Waiting
from home.dashboard.task import Task

if TYPE_CHECKING:
    from home.dashboard.dashboard import Dashboard


def asked(dashboard: "Dashboard", *kinds: str) -> Iterator[Task]:
    """The lines of these kinds, in this order."""
    for kind in kinds:
        yield from map(LINES[kind], dashboard.waiting.get(kind, ()))


def evaluations(dashboard: "Dashboard") -> Iterator[Task]:
    """Networks that end, and ask what they brought."""
    for membership in dashboard.memberships:
        network = membership.network
        if network.evaluation_opened_at and not network.is_archived and membership.waits_for_evaluation:
            yield Task(
                title=_("What did this network bring you?"),
                text=_("A few questions; the facilitator does not see who answered what."),
                where=network.title,
                action=_("Answer"),
                url=network.evaluation_url,
                icon="message",
                is_urgent=True,
            )


def hand_ins_begun(dashboard: "Dashboard") -> Iterator[Task]:
    """Drafts that are not due yet: what is due soon stands among the assignments."""
    due = {assignment.pk for assignment in dashboard.assignments}
    for it in dashboard.waiting.get("hand_ins", ()):
        if it.pk not in due:
            yield Task(
                title=_("“%(title)s” is a draft") % {"title": it.title},
                where=it.where,
                until=it.since,
                action=_("Go on writing"),
                url=reverse("networks:write_hand_in", args=[it.slug, it.pk]),
                icon="pencil",
            )


def _actions(it: Waiting) -> Task:
    day = {"day": date_format(it.since, "l j F")} if it.since else {}
    is_late = bool(it.since and it.since.date() < timezone.localdate())
    before = _("It was to be done by %(day)s.") if is_late else _("To be done by %(day)s.")
    return Task(
        title=it.title,
        text=before % day if day else "",
        where=it.where,
        action=_("Go to the action"),
        url=f"{reverse('networks:meeting', args=[it.slug, it.number])}#outcome-{it.pk}",
        icon="alert" if is_late else "check",
    )


def _quotes(it: Waiting) -> Task:
    title = ngettext(
        "May your words stand in “%(title)s”?", "May %(number)s messages of yours stand in “%(title)s”?", it.number
    )
    return Task(
        title=title % {"number": it.number, "title": it.title},
        text=_("No is an answer too."),
        where=it.where,
        action=_("Answer"),
        url=reverse("resources:quotes", args=[it.slug]),
        icon="message",
        is_urgent=True,
    )


def _coauthors(it: Waiting) -> Task:
    return Task(
        title=_("Do you want to be named as an author of “%(title)s”?") % {"title": it.title},
        where=it.where,
        action=_("Read and answer"),
        url=reverse("resources:write_along", args=[it.slug]),
        icon="pencil",
        is_urgent=True,
    )


def _talks(it: Waiting) -> Task:
    name = it.title or _("A participant")
    return Task(
        title=_("%(name)s would like to talk with you") % {"name": name},
        where=it.where,
        action=_("Answer"),
        url=reverse("community:spar_request", args=[it.slug, it.pk]),
        icon="message",
        is_urgent=True,
    )


def _groups(it: Waiting) -> Task:
    return Task(
        title=_("You are invited to the group “%(group)s”") % {"group": it.title},
        where=it.where,
        action=_("Answer"),
        url=reverse("community:group", args=[it.slug, it.pk]),
        icon="users",
        is_urgent=True,
    )


def _reports(it: Waiting) -> Task:
    """One report leads to its own page, more to their list."""
    title = ngettext(
        "%(number)s reported message waits for you", "%(number)s reported messages wait for you", it.number
    )
    one, all_ = reverse("community:report", args=[it.slug, it.pk]), reverse("community:reports", args=[it.slug])
    return Task(
        title=title % {"number": it.number},
        where=it.where,
        action=_("Decide"),
        url=one if it.number == 1 else all_,
        icon="alert",
        is_urgent=True,
    )


def _trials(it: Waiting) -> Task:
    title = ngettext("%(number)s report of trying waits", "%(number)s reports of trying wait", it.number)
    return _about_trials(it, title)


def _objections(it: Waiting) -> Task:
    title = ngettext(
        "Somebody complains about %(number)s report of trying",
        "Somebody complains about %(number)s reports of trying",
        it.number,
    )
    return _about_trials(it, title)


def _about_trials(it: Waiting, title: str) -> Task:
    """One leads to its own page, more to the list."""
    url = reverse("resources:trial", args=[it.pk]) if it.number == 1 else reverse("resources:trials")
    return Task(title=title % {"number": it.number}, action=_("Decide"), url=url, icon="book", is_urgent=True)


def _taken_back(it: Waiting) -> Task:
    title = ngettext(
        "%(number)s quote was taken back by who said it",
        "%(number)s quotes were taken back by who said them",
        it.number,
    )
    return Task(
        title=title % {"number": it.number},
        text=_("Read whether the practice makes sense without it."),
        action=_("View"),
        url=reverse("resources:reviews") + "#taken-back",
        icon="book",
        is_urgent=True,
    )


def _polls(it: Waiting) -> Task:
    return Task(
        title=_("Choose a date and place"),
        text=it.title,
        where=it.where,
        action=_("Choose"),
        url=reverse("networks:poll", args=[it.slug, it.pk]),
        icon="calendar",
        is_urgent=True,
    )


def _answers(it: Waiting) -> Task:
    return Task(
        title=_("Your answer in “%(title)s” is not sent yet") % {"title": it.title},
        where=it.where,
        action=_("Go on writing"),
        url=reverse("community:thread", args=[it.slug, it.pk]),
        icon="pencil",
    )


def _conversations(it: Waiting) -> Task:
    """number: the small group in which it begins, or 0."""
    group = [it.number] if it.number else []
    title = _("“%(title)s” is not sent yet") % {"title": it.title} if it.title else _("Your message is not sent yet")
    return Task(
        title=title,
        where=it.where,
        action=_("Go on writing"),
        url=reverse("community:start_in_group" if group else "community:start", args=[it.slug, *group]),
        icon="pencil",
    )


LINES: dict[str, Callable[[Waiting], Task]] = {
    "actions": _actions,
    "quotes": _quotes,
    "coauthors": _coauthors,
    "talks": _talks,
    "groups": _groups,
    "reports": _reports,
    "trials": _trials,
    "objections": _objections,
    "taken_back": _taken_back,
    "polls": _polls,
    "answers": _answers,
    "conversations": _conversations,
    **validating.LINES,
    **dialogues.LINES,
    **guidance.LINES,
}
