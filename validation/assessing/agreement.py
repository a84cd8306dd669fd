"""How far assessors agree, per criterion: Cohen's kappa (Educational and Psychological Measurement 20, 1960, 37-46).

Counted over what is decided, and by whole handfuls only: from two looks at the figures nobody learns what two
assessors found of one portfolio.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from validation.models import Criterion, Judgement, Outcome, Programme

HANDFUL = 5
SLACK = 1e-9  # of reckoning with parts
Pair = tuple[str, str]
# In words as Landis and Koch put it (Biometrics 33, 1977, 159-174): up to and including which kappa.
WORDS: tuple[tuple[float, Promise], ...] = (
    (0.0, _("no better than chance")),
    (0.2, _("slight")),
    (0.4, _("fair")),
    (0.6, _("moderate")),
    (0.8, _("substantial")),
    (1.0, _("almost complete")),
)


@dataclass(frozen=True)
class Agreement:
    """How often two assessors judged by this criterion, and how often alike."""

    criterion: Criterion
    pairs: tuple[Pair, ...]

    @property
    def number(self) -> int:
        return len(self.pairs)

    @property
    def alike(self) -> float | None:
        """The part of the pairs that are alike, from 0 to 1."""
        return sum(one == other for one, other in self.pairs) / self.number if self.pairs else None

    @property
    def percentage(self) -> int | None:
        return None if self.alike is None else round(100 * self.alike)

    @property
    def kappa(self) -> float | None:
        """From -1 to 1; None where it says nothing: no pairs, or everybody always judged the same."""
        return kappa_of(self.pairs)

    @property
    def in_words(self) -> Promise | str:
        kappa = self.kappa
        return "" if kappa is None else next(words for most, words in WORDS if kappa < most + SLACK)


def kappa_of(pairs: tuple[Pair, ...]) -> float | None:
    """Cohen's kappa of pairs of judgements; None where it is not defined."""
    if not pairs:
        return None
    alike = sum(one == other for one, other in pairs) / len(pairs)
    by_chance = (
        sum(
            sum(one == verdict for one, _other in pairs) * sum(other == verdict for _one, other in pairs)
            for verdict in Outcome.values
        )
        / len(pairs) ** 2
    )
    return None if by_chance == 1 else (alike - by_chance) / (1 - by_chance)


def agreement_in(programme: Programme) -> list[Agreement]:
    """Of each criterion of the newest rules that is judged by, under whatever version; in two queries."""
    pairs = defaultdict(list)
    for key, pair in _pairs(programme):
        pairs[key].append(pair)
    criteria: QuerySet[Criterion] = Criterion.objects.filter(version__programme=programme, key__in=pairs)
    newest = {it.key: it for it in criteria.order_by("version__number")}
    ordered = sorted(newest.values(), key=lambda it: (it.position, it.pk))
    return [Agreement(it, tuple(pairs[it.key][: len(pairs[it.key]) // HANDFUL * HANDFUL])) for it in ordered]


def _pairs(programme: Programme) -> Iterator[tuple[str, Pair]]:
    """By the key of the criterion, what the first two assessors of a submission found, the first decided first."""
    decided = Judgement.objects.filter(
        assessment__submission__theme__case__version__programme=programme,
        assessment__submission__decision__decided_at__isnull=False,
        assessment__handed_in_at__isnull=False,
    ).order_by("assessment__submission__decision__decided_at", "assessment")
    found: dict[tuple[int, str], list[str]] = defaultdict(list)
    for submission, key, verdict in decided.values_list("assessment__submission", "criterion__key", "verdict"):
        found[submission, key].append(verdict)
    for (_submission, key), verdicts in found.items():
        if len(verdicts) > 1:
            yield key, (verdicts[0], verdicts[1])
