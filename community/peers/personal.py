"""What a person told peers: for the export of the own data, and gone with the account."""

from typing import Any

from accounts.models import User
from community.models import PeerProfile


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
        "updated_at": profile.updated_at,
    }


def forget(person: User) -> None:
    PeerProfile.objects.filter(person=person).delete()
