"""What a person told peers: for the export of the own data, and gone with the account."""

from typing import Any

from django.db.models import Q

from accounts.models import User
from community.models import Block, PeerProfile, SparRequest


def exported_profile(person: User) -> dict[str, Any]:
    """The own profile for peers; empty for who made none."""
    profile = PeerProfile.objects.filter(person=person).prefetch_related("themes").first()
    if profile is None:
        return {}
    return {
        "offers": profile.offers,
        "seeks": profile.seeks,
        "themes": [theme.name for theme in profile.themes.all()],
        "name_only": profile.name_only,
        "no_requests": profile.no_requests,
        "updated_at": profile.updated_at,
    }


def forget(person: User) -> None:
    """Requests end with either of the two: what was said in them was between them."""
    PeerProfile.objects.filter(person=person).delete()
    SparRequest.objects.of(person).delete()
    Block.objects.filter(Q(person=person) | Q(blocked=person)).delete()


def exported_requests(person: User) -> list[dict[str, Any]]:
    """The requests for a talk in which the person has a part, with the own words alone."""
    found = SparRequest.objects.of(person).select_related("network", "asker", "asked").order_by("pk")
    return [
        {
            "network": it.network.title,
            "with": it.other_than(person).name,
            "asked_by_me": it.asker_id == person.pk,
            "subject": it.subject if it.asker_id == person.pk else None,
            "when": it.when if it.asker_id == person.pk else None,
            "answer": it.answer if it.asked_id == person.pk else None,
            "state": it.state,
            "created_at": it.created_at,
        }
        for it in found
    ]


def exported_blocks(person: User) -> list[str]:
    """Whom the person blocked, by name."""
    return [it.blocked.name for it in Block.objects.filter(person=person).select_related("blocked").order_by("pk")]
