"""What people are told about the talk: moments to choose from, when and where it is, and how it went."""

from collections.abc import Callable, Iterable

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from networks.news.readers import Params, by_language
from networks.walltime import day_and_hours
from notifications.kinds import Attachment, Kind
from notifications.models import Notification
from notifications.services import notify
from validation.calendar import invitation
from validation.models import CaseTheme, Outcome, Talk, TalkTheme
from validation.news.assessing import coordinators_of
from validation.news.groups import VALIDATION
from validation.talking import talk_url


def invitation_of(notification: Notification) -> list[Attachment]:
    """The talk as it is now, for the calendar of who is there; a coordinator who is not gets none."""
    person = notification.recipient
    talk = Talk.objects.with_people().filter(pk=int(notification.object_id or 0)).first()
    if talk is None or (talk.case.person_id != person.pk and person not in talk.assessors.all()):
        return []
    method, content = invitation(talk, person, url=_address(talk.about.all()[0].theme, person))
    return [
        Attachment("invite.ics", content, f"text/calendar; method={method}", beside_text=True),
        Attachment("invite.ics", content, "application/ics"),
    ]


def feedback_of(pk: str) -> str:
    """What was found of a talk; it stays where it was written, and is no more once that is emptied."""
    row = TalkTheme.objects.filter(pk=int(pk)).exclude(decided_at=None).first()
    return row.feedback if row else ""


KINDS = (
    Kind(
        key="validation.asked_to_hold_talk",
        label=gettext_lazy("I am asked to hold a validation talk"),
        group=VALIDATION,
        title=gettext_lazy("Hold a validation talk: %(theme)s"),
        text=gettext_lazy(
            "You hold the talk of %(person)s about “%(theme)s”, with a fellow assessor. Offer moments for it."
        ),
    ),
    Kind(
        key="validation.slots_offered",
        label=gettext_lazy("I can choose a moment for my validation talk"),
        group=VALIDATION,
        title=gettext_lazy("Choose a moment for your talk: %(theme)s"),
        text=gettext_lazy("There are moments for the talk about “%(theme)s”. Choose the one that suits you."),
        action=gettext_lazy("Choose a moment"),
    ),
    Kind(
        key="validation.talk_planned",
        label=gettext_lazy("A validation talk of mine is planned"),
        group=VALIDATION,
        title=gettext_lazy("Validation talk: %(when)s"),
        text=gettext_lazy("The talk of %(person)s about %(about)s is on %(when)s.\nPlace: %(where)s"),
        attachments=invitation_of,
    ),
    Kind(
        key="validation.talk_moved",
        label=gettext_lazy("A validation talk of mine moves"),
        group=VALIDATION,
        title=gettext_lazy("Changed: validation talk, now %(when)s"),
        text=gettext_lazy(
            "The talk of %(person)s about %(about)s.\nNow: %(when)s\nPlace: %(where)s\n\n"
            "It was: %(old_when)s\nPlace: %(old_where)s\n\n%(reason)s"
        ),
        attachments=invitation_of,
    ),
    Kind(
        key="validation.talk_cancelled",
        label=gettext_lazy("A validation talk of mine is off"),
        group=VALIDATION,
        title=gettext_lazy("Off: validation talk of %(when)s"),
        text=gettext_lazy("The talk of %(person)s about %(about)s is off.\n\n%(reason)s"),
        attachments=invitation_of,
    ),
    Kind(
        key="validation.talk_near",
        label=gettext_lazy("A validation talk of mine comes near"),
        group=VALIDATION,
        title=gettext_lazy("Almost there: validation talk, %(when)s"),
        text=gettext_lazy("The talk of %(person)s about %(about)s is on %(when)s.\nPlace: %(where)s"),
    ),
    Kind(
        key="validation.talk_outcome_proposed",
        label=gettext_lazy("A fellow assessor proposes the outcome of a talk"),
        group=VALIDATION,
        title=gettext_lazy("An outcome of the talk is proposed: %(theme)s"),
        text=gettext_lazy("Read what your fellow assessor proposes. It stands once you agree."),
    ),
    Kind(
        key="validation.talk_passed",
        label=gettext_lazy("My validation talk was sufficient"),
        group=VALIDATION,
        title=gettext_lazy("Your talk was sufficient: %(theme)s"),
        text=gettext_lazy("Congratulations. What your assessors say of it:\n\n%(feedback)s"),
        spelled={"feedback": feedback_of},
    ),
    Kind(
        key="validation.talk_failed",
        label=gettext_lazy("My validation talk was not sufficient yet"),
        group=VALIDATION,
        title=gettext_lazy("Feedback on your talk: %(theme)s"),
        text=gettext_lazy(
            "The talk was not sufficient yet. A new talk can be planned. What your assessors say of it:\n\n%(feedback)s"
        ),
        action=gettext_lazy("Read the feedback"),
        spelled={"feedback": feedback_of},
    ),
    Kind(
        key="validation.talk_held",
        label=gettext_lazy("A validation talk was held, in a programme that I coordinate"),
        group=VALIDATION,
        title=gettext_lazy("Talk held: %(theme)s"),
        text=gettext_lazy("The assessors decided on the talk of %(person)s about “%(theme)s”."),
    ),
)


def asked_to_hold(theme: CaseTheme, person: User) -> None:
    """To an assessor who joins for the talk."""
    params = {"theme": theme.theme.title, "person": theme.case.person}
    notify([person], "validation.asked_to_hold_talk", about=theme, url=_address(theme, person), params=params)


def offered(theme: CaseTheme) -> None:
    """To the participant."""
    url, params = _address(theme, theme.case.person), {"theme": theme.theme.title}
    notify([theme.case.person], "validation.slots_offered", about=theme, url=url, params=params)


def planned(talk: Talk, by: User) -> None:
    _tell("validation.talk_planned", talk, by=by)


def moved(talk: Talk, before: Talk, reason: str, by: User) -> None:
    def more() -> Params:
        when = day_and_hours(before.starts_at, before.ends_at)
        return {"old_when": when, "old_where": before.where, "reason": reason}

    _tell("validation.talk_moved", talk, more, by=by)


def cancelled(talk: Talk, reason: str | Promise, by: User | None) -> None:
    """Without who did it and a reason: the participant stopped or paused."""
    _tell(
        "validation.talk_cancelled",
        talk,
        lambda: {"reason": str(reason) or _("The participant stopped or paused.")},
        by=by,
    )


def near(talk: Talk) -> None:
    """To who is there."""
    _tell("validation.talk_near", talk, to_coordinators=False)


def outcome_proposed(about: TalkTheme, by: User) -> None:
    """To the fellow assessors."""
    people = [it for it in about.talk.assessors.all() if it != by]
    url = reverse("validation:talk_outcome", args=[about.theme_id])
    params = {"theme": about.theme.theme.title}
    notify(people, "validation.talk_outcome_proposed", about=about.talk, url=url, params=params)


def decided(about: TalkTheme) -> None:
    """To the participant, with what was found; and to the coordinators of the programme: that it was held."""
    theme = about.theme
    kind = "validation.talk_passed" if about.outcome == Outcome.SUFFICIENT else "validation.talk_failed"
    params = {"theme": theme.theme.title, "feedback": str(about.pk)}
    person = theme.case.person
    notify([person], kind, about=about.talk, url=_address(theme, person), params=params)
    told = {"theme": theme.theme.title, "person": person}
    url = reverse("validation:talk_of", args=[theme.pk])
    notify(coordinators_of(theme), "validation.talk_held", about=about.talk, url=url, params=told)


def _tell(
    kind: str,
    talk: Talk,
    more: Callable[[], Params] = dict,
    *,
    by: User | None = None,
    to_coordinators: bool = True,
) -> None:
    """The participant, the assessors and the coordinators, each with the way to the own page.

    Who did it is among them, as the own calendar follows too.
    """
    themes = [it.theme for it in talk.about.select_related("theme__theme", "theme__case__version__programme")]
    people = [talk.case.person, *talk.assessors.all(), *(coordinators_of(themes[0]) if to_coordinators else [])]

    def params() -> Params:
        about = _(" and ").join(f"“{it.theme.label}”" for it in themes)
        when = day_and_hours(talk.starts_at, talk.ends_at)
        return {"person": talk.case.person, "about": about, "when": when, "where": talk.where, **more()}

    for readers in ([talk.case.person], [it for it in people if it.pk != talk.case.person_id]):
        _notify(readers, kind, talk, themes[0], params, by)


def _notify(
    people: Iterable[User], kind: str, talk: Talk, theme: CaseTheme, params: Callable[[], Params], by: User | None
) -> None:
    for readers, filled in by_language(people, params):
        url = _address(theme, readers[0])
        notify(readers, kind, about=talk, url=url, params=filled, known_to=by)


def _address(theme: CaseTheme, reader: User) -> str:
    """Where this reader finds the talk."""
    return talk_url(theme.case, theme.pk, reader)
