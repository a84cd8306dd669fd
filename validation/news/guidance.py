"""What people are told about the intake and progress talks: when and where, and that a report is there."""

from collections.abc import Callable, Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from networks.news.readers import Params, by_language
from networks.walltime import day_and_hours
from notifications.kinds import Attachment, Kind
from notifications.models import Notification
from notifications.services import notify
from validation.calendar import guidance_invitation
from validation.models import GuidanceTalk, ProgrammeRole
from validation.news.groups import VALIDATION


def invitation_of(notification: Notification) -> list[Attachment]:
    """The talk as it is now, for the calendar of who is there; a coordinator who is not gets none."""
    person = notification.recipient
    talk = GuidanceTalk.objects.with_people().filter(pk=int(notification.object_id or 0)).first()
    if talk is None or person.pk not in (talk.case.person_id, talk.host_id):
        return []
    method, content = guidance_invitation(talk, person)
    return [
        Attachment("invite.ics", content, f"text/calendar; method={method}", beside_text=True),
        Attachment("invite.ics", content, "application/ics"),
    ]


KINDS = (
    Kind(
        key="validation.guidance_planned",
        label=gettext_lazy("An intake or progress talk of mine is planned"),
        group=VALIDATION,
        title=gettext_lazy("%(what)s: %(when)s"),
        text=gettext_lazy("%(what)s of %(person)s with %(host)s, on %(when)s.\nPlace: %(where)s"),
        attachments=invitation_of,
    ),
    Kind(
        key="validation.guidance_moved",
        label=gettext_lazy("An intake or progress talk of mine moves"),
        group=VALIDATION,
        title=gettext_lazy("Changed: %(what)s, now %(when)s"),
        text=gettext_lazy(
            "%(what)s of %(person)s with %(host)s.\nNow: %(when)s\nPlace: %(where)s\n\n"
            "It was: %(old_when)s\nPlace: %(old_where)s\n\n%(reason)s"
        ),
        attachments=invitation_of,
    ),
    Kind(
        key="validation.guidance_cancelled",
        label=gettext_lazy("An intake or progress talk of mine is off"),
        group=VALIDATION,
        title=gettext_lazy("Off: %(what)s of %(when)s"),
        text=gettext_lazy("%(what)s of %(person)s with %(host)s is off.\n\n%(reason)s"),
        attachments=invitation_of,
    ),
    Kind(
        key="validation.guidance_near",
        label=gettext_lazy("An intake or progress talk of mine comes near"),
        group=VALIDATION,
        title=gettext_lazy("Almost there: %(what)s, %(when)s"),
        text=gettext_lazy("%(what)s of %(person)s with %(host)s, on %(when)s.\nPlace: %(where)s"),
    ),
    Kind(
        key="validation.guidance_reported",
        label=gettext_lazy("The report of my intake or progress talk is there"),
        group=VALIDATION,
        title=gettext_lazy("The report is there: %(what)s of %(when)s"),
        text=gettext_lazy(
            "%(host)s wrote down what you discussed. Does something not fit? Tell it, and it is corrected."
        ),
        action=gettext_lazy("Read the report"),
    ),
    Kind(
        key="validation.guidance_corrected",
        label=gettext_lazy("The report of my intake or progress talk is corrected"),
        group=VALIDATION,
        title=gettext_lazy("The report is corrected: %(what)s of %(when)s"),
        text=gettext_lazy("%(host)s corrected the report, and says why. Earlier versions stay readable."),
        action=gettext_lazy("Read the report"),
    ),
    Kind(
        key="validation.guidance_held",
        label=gettext_lazy("An intake or progress talk was held, in a programme that I coordinate"),
        group=VALIDATION,
        title=gettext_lazy("Held: %(what)s of %(when)s"),
        text=gettext_lazy("%(host)s wrote the report for %(person)s. The route goes on."),
    ),
)


def planned(talk: GuidanceTalk, by: User) -> None:
    _tell("planned", talk, [*_there(talk), *_coordinators(talk)], by=by)


def moved(talk: GuidanceTalk, before: GuidanceTalk, reason: str, by: User) -> None:
    def more() -> Params:
        when = day_and_hours(before.starts_at, before.ends_at)
        return {"old_when": when, "old_where": before.where, "reason": reason}

    _tell("moved", talk, [*_there(talk), *_coordinators(talk)], more, by=by)


def cancelled(talk: GuidanceTalk, reason: str | Promise, by: User | None) -> None:
    """Without who did it and a reason: the participant stopped or paused."""

    def more() -> Params:
        return {"reason": str(reason) or _("The participant stopped or paused.")}

    _tell("cancelled", talk, [*_there(talk), *_coordinators(talk)], more, by=by)


def near(talk: GuidanceTalk) -> None:
    _tell("near", talk, _there(talk))


def reported(talk: GuidanceTalk, by: User, *, corrects: bool) -> None:
    """To the participant; to the coordinators only that it was held."""
    _tell("corrected" if corrects else "reported", talk, [talk.case.person], by=by)
    if not corrects:
        _tell("held", talk, _coordinators(talk), by=by)


def _there(talk: GuidanceTalk) -> list[User]:
    return [talk.case.person, talk.host]


def _coordinators(talk: GuidanceTalk) -> list[User]:
    roles = ProgrammeRole.objects.running().filter(
        programme=talk.case.version.programme_id, role=ProgrammeRole.Role.COORDINATOR
    )
    return list(User.objects.filter(pk__in=roles.values("person")).exclude(pk=talk.case.person_id))


def _tell(
    kind: str,
    talk: GuidanceTalk,
    people: Iterable[User],
    more: Callable[[], Params] = dict,
    *,
    by: User | None = None,
) -> None:
    """Days and kinds are words, filled in the reader's language."""

    def params() -> Params:
        when = day_and_hours(talk.starts_at, talk.ends_at)
        people_in_it = {"person": talk.case.person, "host": talk.host}
        return {"what": str(talk.get_kind_display()), "when": when, "where": talk.where, **people_in_it, **more()}

    for readers, filled in by_language(people, params):
        notify(readers, f"validation.guidance_{kind}", about=talk, url=talk.url, params=filled, known_to=by)
