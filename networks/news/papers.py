"""What people are told of agenda, report and the actions that are theirs. Agenda and report quietly."""

from collections.abc import Callable, Collection

from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from networks.models import Meeting, Outcome
from networks.news.groups import MEETINGS
from networks.news.readers import by_language
from networks.policies import people_of
from networks.walltime import day_and_hours
from notifications.delivery import Delivery
from notifications.kinds import Kind
from notifications.services import notify, told_about, with_unread_news_about, withdraw

KINDS = (
    Kind(
        key="meeting.agenda",
        label=_("The agenda or what I prepare for a meeting"),
        group=MEETINGS,
        delivery=Delivery.DAILY,
        may_be_off=True,
        title=_("Agenda and preparation: %(meeting)s"),
        text=_("%(what)s\n%(network)s, %(when)s"),
        action=_("View the meeting"),
    ),
    Kind(
        key="meeting.report",
        label=_("The report of a meeting, with what was decided"),
        group=MEETINGS,
        delivery=Delivery.DAILY,
        may_be_off=True,
        title=_("Report: %(meeting)s"),
        text=_("%(what)s\n%(network)s, %(when)s"),
        action=_("View the meeting"),
    ),
    Kind(
        key="action.given",
        label=_("An action from a meeting is given to me"),
        group=MEETINGS,
        title=_("An action for you: %(action)s"),
        text=_("%(network)s, %(meeting)s.\nTo be done by: %(due)s"),
        action=_("View the action"),
    ),
)


def agenda_written(meeting: Meeting, by: User, *, first: bool) -> None:
    """To everybody at home but the writer, and who has the earlier news still to read."""

    def what() -> str:
        if first:
            return gettext("You can read what the meeting is about and what to prepare.")
        return gettext("The agenda or what you prepare has changed.")

    _tell_once("meeting.agenda", meeting, by, what)


def report_written(meeting: Meeting, by: User, *, first: bool) -> None:
    """The same of the report, the decisions and the actions."""

    def what() -> str:
        if first:
            return gettext("You can read what the meeting found and decided.")
        return gettext("The report, a decision or an action has changed.")

    _tell_once("meeting.report", meeting, by, what)


def action_given(action: Outcome, by: User) -> None:
    """To who is to do it, unless that is who wrote it down, or has left."""
    meeting = action.meeting
    person = people_of(meeting.series.network).filter(actions=action).exclude(pk=by.pk)

    def params() -> dict[str, object]:
        return {
            "action": action.text,
            "network": meeting.series.network.title,
            "meeting": meeting.name,
            "due": date_format(action.due_on, "j F Y") if action.due_on else gettext("no date"),
        }

    for people, filled in by_language(person, params):
        notify(people, "action.given", about=action, url=action.url, params=filled)


def taken_back(actions: Collection[Outcome]) -> None:
    """Nobody need do these any more, or otherwise than was told: what inboxes say of them goes."""
    for person in told_about(actions):
        withdraw(person=person, about=actions)


def _tell_once(kind: str, meeting: Meeting, by: User, what: Callable[[], str]) -> None:
    network = meeting.series.network
    readers = {it.pk: it for it in people_of(network).exclude(pk=by.pk)}
    waiting = with_unread_news_about(meeting, readers.keys(), kind=kind)

    def params() -> dict[str, object]:
        when = day_and_hours(meeting.starts_at, meeting.ends_at)
        return {"what": what(), "network": network.title, "meeting": meeting.name, "when": when}

    for people, filled in by_language([it for pk, it in readers.items() if pk not in waiting], params):
        notify(people, kind, about=meeting, url=meeting.url, params=filled)
