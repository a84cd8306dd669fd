"""Who fits as an assessor of a theme and why: other board, no shared network lately, knows the theme, not too busy."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from networks.models import Enrolment, Network
from schools.models import Employment
from validation.models import CaseRole, CaseTheme, ProgrammeRole
from validation.states import ThemeState

LATELY = timedelta(days=2 * 365)
TO_DO = (ThemeState.SUBMITTED, ThemeState.ASSESSING)


@dataclass(frozen=True)
class Proposal:
    """A possible assessor. against: what stands in the way, each a sentence; a coordinator may say why it does not.

    assesses: is an assessor of this theme already. done: how many of the same theme the person assessed before.
    to_do: how many themes the person assesses now; how far with them is sealed.
    """

    person: User
    assesses: bool = False
    done: int = 0
    to_do: int = 0
    against: list[str] = field(default_factory=list)

    @property
    def reasons(self) -> list[str]:
        """Why this person, and why not, as sentences."""
        knows = ngettext("Assessed this theme %(number)s time.", "Assessed this theme %(number)s times.", self.done)
        busy = ngettext("Assesses %(number)s theme now.", "Assesses %(number)s themes now.", self.to_do)
        fits = [] if self.against else [_("Other board, no shared network, no other part in this portfolio.")]
        told = [
            knows % {"number": self.done} if self.done else _("Has not assessed this theme yet."),
            busy % {"number": self.to_do} if self.to_do else _("Assesses nothing else now."),
        ]
        return [*self.against, *fits, *told]


def proposals_for(theme: CaseTheme) -> list[Proposal]:
    """Everybody who may assess the theme, the best fit first, in a fixed number of queries."""
    case = theme.case
    roles = ProgrammeRole.objects.running().filter(
        programme=case.version.programme_id, role=ProgrammeRole.Role.ASSESSOR
    )
    people = list(User.objects.filter(pk__in=roles.values("person")).exclude(pk=case.person_id).order_by("pk"))
    against = _against(theme, people)
    own = set(theme.roles.running().assessing().values_list("person", flat=True))
    same_theme = CaseRole.objects.assessing().filter(theme__theme__key=theme.theme.key).exclude(theme=theme)
    done = Counter(same_theme.values_list("person", flat=True))
    busy = CaseRole.objects.running().assessing().filter(theme__state__in=TO_DO).exclude(theme=theme)
    to_do = Counter(busy.values_list("person", flat=True))
    found = [Proposal(it, it.pk in own, done[it.pk], to_do[it.pk], against.get(it.pk, [])) for it in people]
    return sorted(found, key=lambda it: (not it.assesses, len(it.against), it.to_do, -it.done, it.person.pk))


def _against(theme: CaseTheme, people: Iterable[User]) -> dict[int, list[str]]:
    """What stands in the way, by person."""
    found: dict[int, list[str]] = {}
    for sentence, those in (
        (_("Works at the same board."), _of_same_board(theme)),
        (_("Was in the same network in the past two years."), _of_same_network(theme)),
        (_("Has another part in this portfolio, such as coach."), _with_other_part(theme)),
    ):
        for person in people:
            if person.pk in those:
                found.setdefault(person.pk, []).append(sentence)
    return found


def _of_same_board(theme: CaseTheme) -> set[int]:
    """Who works, or lately worked, where the participant does: at one of the schools or of their boards."""
    lately = Q(ended_on=None) | Q(ended_on__gte=timezone.localdate() - LATELY)
    employments = Employment.objects.filter(lately)
    own = employments.filter(person=theme.case.person_id)
    schools = {theme.case.school_id, *own.values_list("school", flat=True)}
    boards = {theme.case.school.board_id, *own.values_list("school__board", flat=True)} - {None}
    near = employments.filter(Q(school__in=schools) | Q(school__board__in=boards))
    return set(near.values_list("person", flat=True))


def _of_same_network(theme: CaseTheme) -> set[int]:
    """Who took part in, or facilitated, a network in which the participant did."""
    since = timezone.now() - LATELY
    lately = (Q(ended_at=None) | Q(ended_at__gte=since)) & (
        Q(network__closed_at=None) | Q(network__closed_at__gte=since)
    )
    joined = Enrolment.objects.filter(lately).exclude(joined_at=None)
    facilitated = Network.facilitators.through.objects
    own = [
        *joined.filter(person=theme.case.person_id).values_list("network", flat=True),
        *facilitated.filter(user=theme.case.person_id).values_list("network", flat=True),
    ]
    return {
        *joined.filter(network__in=own).values_list("person", flat=True),
        *facilitated.filter(network__in=own).values_list("user", flat=True),
    }


def _with_other_part(theme: CaseTheme) -> set[int]:
    others = theme.case.roles.running().filter(role__in=[CaseRole.Role.COACH, CaseRole.Role.FACILITATOR])
    return set(others.values_list("person", flat=True))
