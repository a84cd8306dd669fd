"""What editors can ask besides the four agreements, and how we know it is done. Higher apps register their kinds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from networks.models import Enrolment, HandIn, HandInComment, ObligationRule
from networks.obligations import Obligation, State, register_several

# How often each participant did what each rule asks, by the ids of rule and enrolment; in a fixed number of queries.
Counter = Callable[[Sequence[ObligationRule], Sequence[Enrolment]], Mapping[tuple[int, int], int]]
CHECKED_OFF = "check"


@dataclass(frozen=True, kw_only=True)
class RuleKind:
    """One way to know. todo and url_name tell where the participant does it; url_name takes the network's slug."""

    key: str
    label: str | Promise
    count: Counter | None = None
    todo: str | Promise = ""
    url_name: str = ""


_kinds: dict[str, RuleKind] = {}


def register(kind: RuleKind) -> None:
    """Let editors ask for this. An app does this in its AppConfig.ready()."""
    _kinds[kind.key] = kind


def choices() -> list[tuple[str, str | Promise]]:
    return [(kind.key, kind.label) for kind in _kinds.values()]


def standings(enrolments: Sequence[Enrolment]) -> dict[int, list[Obligation]]:
    """What the rules ask of each enrolment, by its id, and how it stands: the rules that the person started under."""
    networks = {it.network_id for it in enrolments}
    found = ObligationRule.objects.filter(Q(network__in=networks) | Q(network=None)).select_related("assignment")
    rules = [rule for rule in found if rule.kind in _kinds]
    done: dict[tuple[int, int], int] = {}
    for kind in {rule.kind for rule in rules}:
        if counter := _kinds[kind].count:
            done |= counter([rule for rule in rules if rule.kind == kind], enrolments)
    return {
        it.pk: [
            _standing(rule, it, done.get((rule.pk, it.pk), 0))
            for rule in rules
            if rule.network_id in {None, it.network_id} and rule.binds(it)
        ]
        for it in enrolments
    }


def _standing(rule: ObligationRule, enrolment: Enrolment, done: int) -> Obligation:
    kind = _kinds[rule.kind]
    url = reverse(kind.url_name, args=[enrolment.network.slug]) if kind.url_name else ""
    todo = rule.help or str(kind.todo)
    state, why = _judged(rule, kind, done)
    if state in {State.DONE, State.UNATTAINABLE}:
        todo = "" if state == State.DONE else str(_("Talk with your facilitator about how to make up for it."))
    return Obligation(kind=rule.key, label=rule.label, state=state, why=why, todo=todo, url=url)


def _judged(rule: ObligationRule, kind: RuleKind, done: int) -> tuple[State, str]:
    if kind.count is None:
        return State.OPEN, _("Your facilitator checks this off.")
    why = ngettext("%(done)d of %(number)d is done.", "%(done)d of %(number)d are done.", rule.number)
    why %= {"done": min(done, rule.number), "number": rule.number}
    if done >= rule.number:
        return State.DONE, why
    if rule.due_on and rule.due_on < localdate():
        return State.UNATTAINABLE, " ".join([why, _("The last day for it has passed.")])
    if rule.assignment and rule.assignment.is_closed:
        return State.UNATTAINABLE, " ".join([why, _("This assignment is closed.")])
    return (State.ATTAINABLE if done else State.OPEN), why


def hand_ins(rules: Sequence[ObligationRule], enrolments: Sequence[Enrolment]) -> dict[tuple[int, int], int]:
    """Assignments that the participant handed in, or the own school."""
    networks = {it.network_id for it in enrolments}
    made = HandIn.objects.handed_in().filter(assignment__network__in=networks)
    rows = list(made.values_list("assignment", "assignment__network", "enrolment", "school"))
    found: dict[tuple[int, int], int] = {}
    for enrolment in enrolments:
        own = {
            assignment
            for assignment, network, owner, school in rows
            if network == enrolment.network_id and (owner == enrolment.pk or school == enrolment.school_id)
        }
        for rule in rules:
            found[rule.pk, enrolment.pk] = len(own & {rule.assignment_id} if rule.assignment_id else own)
    return found


def feedback(rules: Sequence[ObligationRule], enrolments: Sequence[Enrolment]) -> dict[tuple[int, int], int]:
    """Colleagues on whose work the participant said something."""
    given = (
        HandInComment.objects.filter(by_owner=False, author__in={it.person_id for it in enrolments})
        .order_by()
        .values("author", "hand_in__assignment__network")
        .annotate(number=Count("hand_in", distinct=True))
    )
    numbers = {(it["author"], it["hand_in__assignment__network"]): it["number"] for it in given}
    return {(rule.pk, it.pk): numbers.get((it.person_id, it.network_id), 0) for rule in rules for it in enrolments}


def register_all() -> None:
    register_several(standings)
    assignments = "networks:assignments"
    register(
        RuleKind(
            key="assignment",
            label=gettext_lazy("Hand in an assignment"),
            count=hand_ins,
            todo=gettext_lazy("Hand in the assignment."),
            url_name=assignments,
        )
    )
    register(
        RuleKind(
            key="feedback",
            label=gettext_lazy("Give feedback on what colleagues hand in"),
            count=feedback,
            todo=gettext_lazy("Read what a colleague handed in, and say what you think of it."),
            url_name=assignments,
        )
    )
    register(RuleKind(key=CHECKED_OFF, label=gettext_lazy("The facilitator checks it off")))
