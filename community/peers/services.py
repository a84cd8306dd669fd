"""Keeping what one tells one's peers."""

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from community.models import PeerProfile
from community.services.checking import readable
from core.errors import InvalidInput
from networks.models import Theme

LONGEST = 1_000
MOST_THEMES = 5


@transaction.atomic
def tell_peers(*, person: User, offers: str, seeks: str, themes: Collection[Theme], name_only: bool) -> PeerProfile:
    """Store what the members of the person's networks see of the person. Raises InvalidInput."""
    fields = {"offers": _checked("offers", offers), "seeks": _checked("seeks", seeks), "name_only": name_only}
    if len(themes) > MOST_THEMES:
        raise InvalidInput(errors={"themes": [_("Choose at most %(most)d themes.") % {"most": MOST_THEMES}]})
    profile, _is_new = PeerProfile.objects.update_or_create(person=person, defaults=fields)
    profile.themes.set(themes)
    return profile


def _checked(field: str, text: str) -> str:
    text = readable(field, text).strip()
    if len(text) > LONGEST:
        raise InvalidInput(errors={field: [_("Use at most %(number)s characters.") % {"number": LONGEST}]})
    return text
