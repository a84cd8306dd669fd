"""Who fits in a dialogue with whom, and why: other boards, no shared network or dialogue lately, days that suit all."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import User
from networks.models import Enrolment, Network
from schools.models import Employment
from validation.models import CaseTheme, DialoguePlace, Programme, ProgrammeRole
from validation.states import CaseState, Route, ThemeState

LATELY = timedelta(days=2 * 365)
MOST_WEIGHED = 18  # people, those who wait longest: 816 groups of three
MOST_PROPOSED = 5
MOST_DAYS = 3


@dataclass(frozen=True)
class Group:
    """People for one dialogue. against: what stands in the way, each a sentence; who chooses so says why."""

    themes: Sequence[CaseTheme]
    against: list[str] = field(default_factory=list)
    favour: list[str] = field(default_factory=list)
    days: list[date] = field(default_factory=list)

    @property
    def ids(self) -> str:
        """For the address of the page that makes this group."""
        return ",".join(str(it.pk) for it in self.themes)


def ready_in(programme: Programme, coordinator: Any) -> QuerySet[CaseTheme]:
    """Who prepared the own conversation and is in no dialogue, who waits longest first; never the coordinator."""
    busy = DialoguePlace.objects.filter(is_open=True).values("person")
    rows = CaseTheme.objects.filter(
        case__version__programme=programme,
        case__version__programme__route=Route.DIALOGUE,
        case__state=CaseState.APPLIED,
        state=ThemeState.JUDGED_DONE,
    )
    facts = ("theme", "case__person", "case__school__board", "case__version__programme")
    return (
        rows.exclude(case__person=coordinator)
        .exclude(case__person__in=busy)
        .select_related(*facts)
        .prefetch_related("case__suitable_days")
        .order_by("state_since", "pk")
    )


def proposals_among(themes: Sequence[CaseTheme], wanted: int) -> list[Group]:
    """Groups of so many, the best first and each person in one of them; in a fixed number of queries."""
    weighed = list(themes)[:MOST_WEIGHED]
    known = _Known.of(weighed)
    groups = [known.group(it) for it in combinations(weighed, wanted)]
    waits = {it.pk: at for at, it in enumerate(weighed)}
    groups.sort(key=lambda it: (len(it.against), not it.days, sum(waits[theme.pk] for theme in it.themes)))
    found: list[Group] = []
    taken: set[int] = set()
    for group in groups:
        pks = {it.pk for it in group.themes}
        if not pks & taken and len(found) < MOST_PROPOSED:
            found.append(group)
            taken |= pks
    return found


def weighed(themes: Sequence[CaseTheme], facilitator: User | None = None) -> Group:
    """What is for and against just these people, with this facilitator."""
    return _Known.of(themes, facilitator).group(themes, facilitator)


def facilitators_of(programme: Programme) -> QuerySet[User]:
    """Who may guide a dialogue of this programme."""
    roles = ProgrammeRole.objects.running().filter(programme=programme, role=ProgrammeRole.Role.FACILITATOR)
    return User.objects.filter(pk__in=roles.values("person")).order_by("first_name", "last_name", "pk")


def days_of(theme: CaseTheme) -> list[date]:
    """The days to come that suit this participant."""
    today = timezone.localdate()
    return [it.day for it in theme.case.suitable_days.all() if it.day > today]


def in_words(days: Iterable[date]) -> str:
    return ", ".join(date_format(it, "j F") for it in days)


@dataclass(frozen=True)
class _Known:
    """What is asked of the database once, by person."""

    boards: dict[int, set[int]]
    networks: dict[int, set[int]]
    dialogues: dict[int, set[int]]

    @classmethod
    def of(cls, themes: Sequence[CaseTheme], facilitator: User | None = None) -> "_Known":
        people = [*(it.case.person_id for it in themes), *([facilitator.pk] if facilitator else [])]
        boards = _boards(people)
        for theme in themes:
            if board := theme.case.school.board_id:
                boards[theme.case.person_id].add(board)
        return cls(boards, _networks(people), _dialogues(people))

    def group(self, themes: Sequence[CaseTheme], facilitator: User | None = None) -> Group:
        against = [
            sentence % {"one": one.case.person.name, "other": other.case.person.name}
            for one, other in combinations(themes, 2)
            for sentence in self._between(one.case.person_id, other.case.person_id)
        ]
        favour = [] if against else [_("Other boards, and no shared network or dialogue in the past two years.")]
        if facilitator:
            against += [
                _("%(one)s works at the same board as the facilitator.") % {"one": it.case.person.name}
                for it in themes
                if self.boards[facilitator.pk] & self.boards[it.case.person_id]
            ]
        favour.append(_about_themes(themes))
        days, sentence, all_gave = _shared_days(themes)
        (favour if days or not all_gave else against).append(sentence)
        return Group(themes, against, favour, days)

    def _between(self, one: int, other: int) -> Iterable[str]:
        for facts, sentence in (
            (self.boards, _("%(one)s and %(other)s work at the same board.")),
            (self.networks, _("%(one)s and %(other)s were in the same network in the past two years.")),
            (self.dialogues, _("%(one)s and %(other)s were in a dialogue together in the past two years.")),
        ):
            if facts[one] & facts[other]:
                yield sentence


def _about_themes(themes: Sequence[CaseTheme]) -> str:
    number = len({it.theme.key for it in themes})
    if number == len(themes):
        return _("Each has another theme.")
    return _("All have the same theme.") if number == 1 else _("Some have the same theme.")


def _shared_days(themes: Sequence[CaseTheme]) -> tuple[list[date], str, bool]:
    """The days that suit all, what is said of them, and whether all gave days."""
    given = [set(days_of(it)) for it in themes]
    if not all(given):
        names = [it.case.person.name for it, days in zip(themes, given, strict=True) if not days]
        return [], _("No days given yet: %(names)s.") % {"names": ", ".join(names)}, False
    shared = sorted(set.intersection(*given))
    if not shared:
        return [], _("No day suits them all."), True
    return shared, _("All can: %(days)s.") % {"days": in_words(shared[:MOST_DAYS])}, True


def _boards(people: Collection[int]) -> dict[int, set[int]]:
    """At which boards each works, or lately worked."""
    lately = Q(ended_on=None) | Q(ended_on__gte=timezone.localdate() - LATELY)
    rows = Employment.objects.filter(lately, person__in=people).exclude(school__board=None)
    return _sets(rows.values_list("person", "school__board"))


def _networks(people: Collection[int]) -> dict[int, set[int]]:
    """In which networks each took part lately, or facilitated."""
    since = timezone.now() - LATELY
    joined = Enrolment.objects.filter(person__in=people).exclude(joined_at=None)
    joined = joined.filter(Q(ended_at=None) | Q(ended_at__gte=since))
    running = joined.filter(Q(network__closed_at=None) | Q(network__closed_at__gte=since))
    guided = Network.facilitators.through.objects.filter(user__in=people)
    return _sets([*running.values_list("person", "network"), *guided.values_list("user", "network")])


def _dialogues(people: Collection[int]) -> dict[int, set[int]]:
    """In which dialogues each was lately, those that were called off apart."""
    rows = DialoguePlace.objects.filter(person__in=people, dialogue__ended_at__gte=timezone.now() - LATELY)
    return _sets(rows.values_list("person", "dialogue"))


def _sets(pairs: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for person, other in pairs:
        found[person].add(other)
    return found
