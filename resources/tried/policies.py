"""Who may report, decide and complain, and the doors to reports."""

from typing import Any

import rules

from core.doors import found_in
from core.errors import NotFound
from resources.models import Practice, Trial
from resources.policies import can_review, get_practice_by_id_for, get_practice_for, is_author, is_public


@rules.predicate
def may_report(user: Any, practice: Practice) -> bool:
    """Anybody signed in, on what is published and not the own."""
    return bool(user.is_authenticated and is_public(user, practice) and not is_author(user, practice))


@rules.predicate
def may_judge(user: Any, trial: Trial) -> bool:
    """Who reviews the practice decides, never on the own report."""
    return bool(can_review.test(user, trial.practice) and trial.person_id != user.pk)


@rules.predicate
def may_object(user: Any, trial: Trial) -> bool:
    return bool(user.is_authenticated and trial.person_id != user.pk)


rules.add_perm("resources.report_trial", may_report)
rules.add_perm("resources.judge_trial", may_judge)
rules.add_perm("resources.object_to_trial", may_object)


def get_practice_to_try(user: Any, slug: str) -> Practice:
    """A published practice of somebody else. Raises NotFound."""
    practice = get_practice_for(user, slug)
    if not may_report(user, practice):
        raise NotFound
    return practice


def get_own_trial(user: Any, practice: Practice) -> Trial | None:
    """What this reader reported of it, if anything."""
    return Trial.objects.with_facts().of(user).filter(practice=practice).first() if user.is_authenticated else None


def get_reported_practice_for(user: Any, slug: str) -> Practice:
    """The practice at this address if the user reported of it, whoever reads it now; else as the user may see it.

    Raises NotFound.
    """
    return _reported(user, Practice.objects.filter(slug=slug)) or get_practice_for(user, slug)


def get_reported_practice_by_id_for(user: Any, given: str) -> Practice:
    """The same, by id or by address. Raises NotFound."""
    return _reported(user, Practice.objects.named(given)) or get_practice_by_id_for(user, given)


def get_trial_to_judge(user: Any, pk: int) -> Trial:
    """A report that the user may decide upon. Raises NotFound."""
    return found_in(Trial.objects.with_facts().judged_by(user).filter(pk=pk))


def get_published_trial(user: Any, pk: int) -> Trial:
    """A report that stands on a page, of somebody else. Raises NotFound."""
    trial = found_in(Trial.objects.with_facts().published().filter(pk=pk))
    if not may_object(user, trial):
        raise NotFound
    return trial


def _reported(user: Any, practices: Any) -> Practice | None:
    found: Practice | None = practices.filter(trials__in=Trial.objects.of(user)).first()
    return found
