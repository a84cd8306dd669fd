"""What a facilitator looks at before a network is closed. Higher apps register what they see, as for attention."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from networks.attention import Round, Text
from networks.models import Assignment, Attendance, Network, SupportRequest
from networks.obligations import State


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing that is ready, or not yet: how we know, about whom, and where to do something about it."""

    title: Text
    ready: bool
    why: Text
    about: Sequence[str] = ()
    url: str = ""
    action: Text = ""


# Looks at one network in a fixed number of queries.
Checker = Callable[[Round], Iterable[Item]]
_checkers: dict[str, Checker] = {}


def register(key: str, checker: Checker) -> None:
    """Have the checker look at a network that is about to be closed. In AppConfig.ready()."""
    _checkers[key] = checker


def checklist(round_: Round) -> list[Item]:
    """What is missing comes first, otherwise in the order of registration."""
    seen = [item for checker in _checkers.values() for item in checker(round_)]
    return sorted(seen, key=lambda item: item.ready)


def meetings(round_: Round) -> Iterable[Item]:
    """All held, each with who was there and a report."""
    network = round_.network
    coming = network.coming_meetings
    held = [it for it in network.meetings if it.is_over]
    url = reverse("networks:meetings", args=[network.slug])
    why = ngettext("%(number)d meeting was held.", "%(number)d meetings were held.", len(held)) % {"number": len(held)}
    if coming:
        why = ngettext(
            "%(number)d meeting is still to come.", "%(number)d meetings are still to come.", len(coming)
        ) % {"number": len(coming)}
    yield Item(title=_("Meetings"), ready=bool(held) and not coming, why=why, url=url, action=_("View the meetings"))
    unwritten = [it.name for it in held if not it.report]
    why = _("Each meeting has a report.") if not unwritten else _("These meetings have no report.")
    yield Item(
        title=_("Reports"), ready=not unwritten, why=why, about=unwritten, url=url, action=_("View the meetings")
    )
    marks = Attendance.objects.filter(meeting__in=held, enrolment__in=round_.members).values_list(
        "meeting", "enrolment"
    )
    marked = set(marks)
    bare = [
        it.name
        for it in held
        if any(
            (it.pk, member.pk) not in marked
            for member in round_.members
            if not member.joined_at or not it.ends_at or it.ends_at > member.joined_at
        )
    ]
    why = _("Of each meeting it is known who was there.") if not bare else _("Of these meetings it is not known.")
    yield Item(title=_("Attendance"), ready=not bare, why=why, about=bare, url=url, action=_("View the meetings"))


def obligations(round_: Round) -> Iterable[Item]:
    """Who kept all agreements gets a certificate."""
    lacking = [
        it.person.name
        for it in round_.members
        if any(obligation.state != State.DONE for obligation in round_.ledger[it.pk])
    ]
    yield Item(
        title=_("What participants agreed to"),
        ready=not lacking,
        why=_lacking_in_words(round_.network) if lacking else _("Everybody did everything."),
        about=lacking,
        url=reverse("networks:ledgers", args=[round_.network.slug]),
        action=_("Arrange or check off"),
    )


def _lacking_in_words(network: Network) -> str:
    if network.is_archived:
        return _("They did not do everything.")
    return _("They have not done everything yet. If you close the network now, they get no certificate.")


def learning_questions(round_: Round) -> Iterable[Item]:
    """Before and after, side by side."""
    grown = sum(len(it.learning_questions.all()) > 1 for it in round_.members)
    why = _("%(number)d of %(all)d changed along the way.") % {"number": grown, "all": len(round_.members)}
    url = reverse("networks:learning_questions", args=[round_.network.slug])
    yield Item(title=_("Learning questions"), ready=True, why=why, url=url, action=_("View before and after"))


def open_work(round_: Round) -> Iterable[Item]:
    """Sign-ups, assignments and support that still wait."""
    network = round_.network
    waiting = [it.person.name for it in round_.requests]
    why = _("They are declined when you close the network.") if waiting else _("Everybody has an answer.")
    url = f"{network.cockpit_url}#requests"
    yield Item(title=_("Sign-ups"), ready=not waiting, why=why, about=waiting, url=url, action=_("Decide"))
    titles = list(Assignment.objects.open().filter(network=network).values_list("title", flat=True))
    why = _("These still take what is handed in.") if titles else _("All assignments are closed.")
    url = reverse("networks:assignments", args=[network.slug])
    action = _("View the assignments")
    yield Item(title=_("Assignments"), ready=not titles, why=why, about=titles, url=url, action=action)
    asked = [str(it.school) for it in SupportRequest.objects.open().filter(network=network).select_related("school")]
    why = _("These schools wait for support.") if asked else _("No school waits for support.")
    url = reverse("networks:support", args=[network.slug])
    yield Item(title=_("Support"), ready=not asked, why=why, about=asked, url=url, action=_("View the requests"))


def evaluation(round_: Round) -> Iterable[Item]:
    """Asked, and answered by everybody."""
    network = round_.network
    silent = [it.person.name for it in round_.members if it.evaluated_at is None]
    url = reverse("networks:evaluation", args=[network.slug])
    if network.evaluation_opened_at is None:
        yield Item(
            title=_("Evaluation"), ready=False, why=_("You have not asked for it yet."), url=url, action=_("Ask for it")
        )
        return
    all_ = len(round_.members)
    answered = all_ - len(silent)
    why = ngettext("%(number)d of %(all)d answered.", "%(number)d of %(all)d have answered.", answered)
    why %= {"number": answered, "all": all_}
    yield Item(title=_("Evaluation"), ready=not silent, why=why, about=silent, url=url, action=_("View the evaluation"))


def register_all() -> None:
    register("meetings", meetings)
    register("obligations", obligations)
    register("evaluation", evaluation)
    register("learning_questions", learning_questions)
    register("open_work", open_work)
