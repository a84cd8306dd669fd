"""Who may do what with co-authors, and the doors."""

from typing import Any

import rules
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet

from core.doors import found_in
from core.errors import NotFound
from networks.models import Enrolment
from resources.models import CoAuthor, Practice
from resources.policies import contributes_to, is_contributor, is_editor
from schools.models import Employment, School


@rules.predicate
def is_asked(user: Any, coauthor: CoAuthor | None) -> bool:
    return coauthor is not None and coauthor.person_id == user.pk


can_invite = is_contributor | is_editor

rules.add_perm("resources.invite_coauthor", can_invite)
rules.add_perm("resources.answer_invitation", is_asked)


def candidates_for(practice: Practice) -> QuerySet[Any]:
    """Whom the contributor may ask: who is in the same networks, and colleagues; not who was asked already."""
    contributor = practice.contributor
    networks = contributes_to(contributor).values("pk")
    together = Q(pk__in=Enrolment.objects.accepted().filter(network__in=networks).values("person"))
    facilitating = Q(facilitated_networks__in=networks)
    colleagues = Employment.objects.running().filter(school__in=School.objects.of(contributor).values("pk"))
    people = get_user_model().objects.filter(
        together | facilitating | Q(pk__in=colleagues.values("person")), is_active=True
    )
    asked = practice.original.coauthors.standing().values("person")
    return people.exclude(pk=contributor.pk).exclude(pk__in=asked).distinct().order_by("first_name", "last_name", "pk")


def get_own_invitation_for(user: Any, slug: str, *, or_answered: bool = False) -> CoAuthor:
    """What the user was asked for this practice, whoever else may see it. or_answered: with no too.

    Raises NotFound.
    """
    asked = CoAuthor.objects.all() if or_answered else CoAuthor.objects.standing()
    found = asked.of(user).filter(practice__slug=slug).first() if user.is_authenticated else None
    if found is None:
        raise NotFound
    return found


def get_coauthor_of(practice: Practice, pk: int) -> CoAuthor:
    """Raises NotFound."""
    return found_in(practice.original.coauthors.standing().select_related("person", "practice").filter(pk=pk))
