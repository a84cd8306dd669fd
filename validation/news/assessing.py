"""What people are told about assessing: never what an assessor found, nor whether somebody began, before all are in."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.clock import day_and_clock
from networks.news.readers import by_language
from notifications.kinds import Kind
from notifications.services import notify
from validation.models import CaseTheme, Deadline, Decision, ProgrammeRole, Submission
from validation.news.groups import VALIDATION

KINDS = (
    Kind(
        key="validation.asked_to_assess",
        label=_("I am asked to assess a portfolio"),
        group=VALIDATION,
        title=_("Assess a portfolio: %(theme)s"),
        text=_("%(person)s handed in “%(theme)s”. Please assess it before %(until)s."),
    ),
    Kind(
        key="validation.assessments_in",
        label=_("All assessments of a portfolio that I assess are in"),
        group=VALIDATION,
        title=_("All assessments are in: %(theme)s"),
        text=_("Read them side by side, and decide together."),
    ),
    Kind(
        key="validation.decision_proposed",
        label=_("A fellow assessor proposes a decision"),
        group=VALIDATION,
        title=_("A decision is proposed: %(theme)s"),
        text=_("Read what your fellow assessor proposes. It is decided once you agree."),
    ),
    Kind(
        key="validation.third_asked",
        label=_("A third assessor is asked for, in a programme that I coordinate"),
        group=VALIDATION,
        title=_("A third assessor is needed: %(theme)s"),
        text=_("The assessors of “%(theme)s” cannot agree. Please choose a third assessor."),
    ),
    Kind(
        key="validation.assessor_left",
        label=_("An assessor left, in a programme that I coordinate"),
        group=VALIDATION,
        title=_("Find another assessor: %(theme)s"),
        text=_(
            "An assessor of “%(theme)s” of %(person)s has left. Please give the theme somebody else. "
            "A talk that was planned with this assessor is off."
        ),
        action=_("Give it another assessor"),
    ),
    Kind(
        key="validation.decided",
        label=_("My portfolio is assessed"),
        group=VALIDATION,
        title=_("Your portfolio is assessed: %(theme)s"),
        text=_("Read what your assessors decided, and why."),
        action=_("Read the feedback"),
    ),
    Kind(
        key="validation.assessed",
        label=_("A portfolio is assessed, in a programme that I coordinate"),
        group=VALIDATION,
        title=_("Assessed: %(theme)s"),
        text=_("The assessors decided on “%(theme)s” of %(person)s."),
    ),
)


def asked(submission: Submission, person: User, deadline: Deadline | None) -> None:
    """To who is to assess it."""
    theme = submission.theme

    def params() -> dict[str, object]:
        until = day_and_clock(deadline.due_at) if deadline else "–"
        return {"theme": theme.theme.label, "person": theme.case.person, "until": until}

    for readers, filled in by_language([person], params):
        notify(readers, "validation.asked_to_assess", about=submission, url=submission.assess_url, params=filled)


def opened(submission: Submission, people: Iterable[User]) -> None:
    _tell("validation.assessments_in", submission, people)


def proposed(submission: Submission, people: Iterable[User]) -> None:
    _tell("validation.decision_proposed", submission, people)


def third_asked(theme: CaseTheme) -> None:
    """To the coordinators of the programme."""
    url, params = theme.coordinate_url, {"theme": theme.theme.title}
    notify(coordinators_of(theme), "validation.third_asked", about=theme, url=url, params=params)


def assessor_left(theme: CaseTheme) -> None:
    """To the coordinators of the programme."""
    params = {"theme": theme.theme.title, "person": theme.case.person}
    url = theme.coordinate_url
    notify(coordinators_of(theme), "validation.assessor_left", about=theme, url=url, params=params)


def decided(theme: CaseTheme, decision: Decision) -> None:
    """To the participant, and to the coordinators of the programme: that it is decided."""
    params = {"theme": theme.theme.title}
    notify([theme.case.person], "validation.decided", about=decision, url=theme.url, params=params)
    more = params | {"person": theme.case.person}
    notify(coordinators_of(theme), "validation.assessed", about=theme, url=theme.coordinate_url, params=more)


def _tell(kind: str, submission: Submission, people: Iterable[User]) -> None:
    params = {"theme": submission.theme.theme.title}
    notify(people, kind, about=submission, url=submission.decide_url, params=params)


def coordinators_of(theme: CaseTheme) -> list[User]:
    """Who coordinates the programme of the theme; never its own participant."""
    roles = ProgrammeRole.objects.running().filter(
        programme=theme.case.version.programme_id, role=ProgrammeRole.Role.COORDINATOR
    )
    return list(User.objects.filter(pk__in=roles.values("person")).exclude(pk=theme.case.person_id))
