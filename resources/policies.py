"""Who may do what with practices. Views, API, templates and services ask here."""

from typing import TYPE_CHECKING, Any

import rules
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet

from core.doors import found_in
from core.errors import NotFound
from networks.models import Enrolment, Network
from networks.policies import facilitated_by, is_manager
from resources.models import CoAuthor, Practice, PracticeMaterial

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User

    Reader = User | AnonymousUser

EDITORS_GROUP = "Redactie"


@rules.predicate
def is_editor(user: "Reader") -> bool:
    """Edits the library: who manages all networks, or a member of the group of editors."""
    return is_manager(user) or (user.is_authenticated and user.is_active and EDITORS_GROUP in user.group_names)


def contributes_to(user: "Reader") -> QuerySet[Any]:
    """The networks to which the person may contribute: as participant or as facilitator."""
    taking_part = Enrolment.objects.accepted().filter(person=user.pk).values("network")
    own = Q(pk__in=facilitated_by(user).values("pk")) | Q(pk__in=taking_part)
    return Network.objects.filter(own).order_by("title", "pk")


@rules.predicate
def is_own(user: "Reader", kept: Any) -> bool:
    """What a person keeps for themselves: a reading list, a saved search."""
    return bool(user.is_authenticated and kept.person_id == user.pk)


@rules.predicate
def is_contributor(user: "Reader", practice: Practice | None) -> bool:
    return practice is not None and user.is_authenticated and practice.contributor_id == user.pk


@rules.predicate
def is_author(user: "Reader", practice: Practice | None) -> bool:
    """Contributed it, or agreed to be named as an author."""
    if practice is None or not user.is_authenticated:
        return False
    return bool(is_contributor(user, practice)) or any(
        it.person_id == user.pk and it.has_agreed for it in practice.original.coauthors.all()
    )


@rules.predicate
def facilitates_its_network(user: "Reader", practice: Practice | None) -> bool:
    if practice is None or practice.network_id is None or not user.is_authenticated:
        return False
    return facilitated_by(user).filter(pk=practice.network_id).exists()


@rules.predicate
def is_public(user: "Reader", practice: Practice | None) -> bool:
    return practice is not None and practice.is_published


@rules.predicate
def takes_part(user: "Reader") -> bool:
    """Has a place in a network, or facilitates one."""
    return user.is_authenticated and contributes_to(user).exists()


can_contribute = takes_part | is_editor
can_see = is_public | is_author | is_editor | facilitates_its_network
can_change = is_author | is_editor
can_review = ~is_author & (is_editor | facilitates_its_network)
can_withdraw = is_contributor | is_editor | facilitates_its_network
can_discuss = is_author | is_editor | facilitates_its_network

rules.add_perm("resources.contribute", can_contribute)
rules.add_perm("resources.see_practice", can_see)
rules.add_perm("resources.rewrite_practice", can_change)
rules.add_perm("resources.judge_practice", can_review)
rules.add_perm("resources.withdraw_practice", can_withdraw)
rules.add_perm("resources.discuss_practice", can_discuss)


def reviews_anything(user: "Reader") -> bool:
    """Is there a review queue for this person at all?"""
    return user.is_authenticated and (is_editor(user) or facilitated_by(user).exists())


def get_practice_for(user: "Reader", slug: str) -> Practice:
    """The practice at this address, as the user may see it. Raises NotFound."""
    return _first(Practice.objects.filter(slug=slug), user)


def get_practice_by_id_for(user: "Reader", given: str) -> Practice:
    """The same, by id or by address. Raises NotFound."""
    return _first(Practice.objects.named(given), user)


def get_material_for(user: "Reader", pk: int, *, of: Practice | None = None) -> PracticeMaterial:
    """A material of a practice, or of this one, that the user may see. Raises NotFound."""
    materials = PracticeMaterial.objects.visible_to(user).select_related("practice__revises").filter(pk=pk)
    if of is not None:
        materials = materials.filter(practice__in=[of, of.latest])
    return found_in(materials)


def get_practice_to_discuss(user: "Reader", slug: str) -> Practice:
    """A practice with its remarks and history, which its authors and its reviewers read. Raises NotFound."""
    practice = get_practice_for(user, slug)
    if not can_discuss.test(user, practice):
        raise NotFound
    return practice


def get_withdrawn(slug: str) -> Practice:
    """A practice that stood in the library once: everybody may know that it did. Raises NotFound."""
    gone = Practice.objects.originals().filter(slug=slug).exclude(published_at=None).exclude(state="published")
    return found_in(gone.select_related("network"))


def authors_of(practice: Practice) -> list[Any]:
    """The people who wrote it and have an account."""
    return [person for person in practice.authors if person.is_active]


def _first(practices: Any, user: "Reader") -> Practice:
    return found_in(practices.originals().visible_to(user).with_facts().with_authors())


def reviewers_of(practice: Practice) -> QuerySet[Any]:
    """The people to tell about a submission: the network's facilitators and the editors, not the authors."""
    writing = CoAuthor.objects.agreed().filter(practice=practice.original).values("person")
    people = get_user_model().objects.filter(is_active=True).exclude(pk=practice.contributor_id).exclude(pk__in=writing)
    facilitating = Q(facilitated_networks=practice.network_id) if practice.network_id else Q(pk__in=[])
    return people.filter(facilitating | Q(groups__name=EDITORS_GROUP)).distinct()
