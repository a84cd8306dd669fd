"""What people are told about the course of a case: what is handed in, and deadlines before and after they pass."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.clock import day_and_clock
from networks.news.readers import by_language
from notifications.kinds import Kind
from notifications.services import notify
from validation.deadlines import label_of
from validation.models import CaseTheme, Deadline, ProgrammeRole
from validation.news.groups import VALIDATION

KINDS = (
    Kind(
        key="validation.submitted",
        label=_("A portfolio is handed in, in a programme that I coordinate"),
        group=VALIDATION,
        title=_("Handed in: %(theme)s"),
        text=_("%(person)s handed in “%(theme)s” in “%(programme)s”."),
        section="programme",
    ),
    Kind(
        key="validation.deadline_near",
        label=_("A deadline of my validation comes near"),
        group=VALIDATION,
        title=_("Until %(until)s: %(what)s"),
        text=_("In “%(programme)s” you have until %(until)s. Is that too soon? Ask the coordinator for more time."),
        section="programme",
    ),
    Kind(
        key="validation.deadline_passed",
        label=_("A deadline of my validation passed"),
        group=VALIDATION,
        title=_("The last day passed: %(what)s"),
        text=_("In “%(programme)s” you had until %(until)s. Ask the coordinator what is still possible."),
        section="programme",
    ),
    Kind(
        key="validation.deadline_extended",
        label=_("I got more time in my validation"),
        group=VALIDATION,
        title=_("More time, until %(until)s: %(what)s"),
        text=_("In “%(programme)s”, because: %(reason)s"),
        section="programme",
    ),
)


def submitted(theme: CaseTheme) -> None:
    """To the coordinators of the programme."""
    programme = theme.case.version.programme
    roles = ProgrammeRole.objects.running().filter(programme=programme, role=ProgrammeRole.Role.COORDINATOR)
    people = User.objects.filter(pk__in=roles.values("person")).exclude(pk=theme.case.person_id)
    params = {"theme": theme.theme.title, "programme": programme.title, "person": theme.case.person}
    notify(people, "validation.submitted", about=theme, url=theme.coordinate_url, params=params)


def near(deadline: Deadline) -> None:
    _tell("validation.deadline_near", deadline)


def passed(deadline: Deadline) -> None:
    _tell("validation.deadline_passed", deadline)


def extended(deadline: Deadline, reason: str) -> None:
    _tell("validation.deadline_extended", deadline, reason=reason)


def _tell(kind: str, deadline: Deadline, **more: str) -> None:
    """Days and names of steps are words, filled in the reader's language."""
    case = deadline.case

    def params() -> dict[str, object]:
        until, programme = day_and_clock(deadline.due_at), case.version.programme.label
        return {"until": until, "what": label_of(deadline), "programme": programme, **more}

    url = (deadline.theme or case).url if deadline.person_id == case.person_id else reverse("validation:assessing")
    for readers, filled in by_language([deadline.person], params):
        notify(readers, kind, about=deadline, url=url, params=filled)
