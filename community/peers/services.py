"""Keeping what one tells one's peers."""

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from community.models import PeerProfile
from core.errors import InvalidInput
from core.texts import checked_text
from networks.models import Theme

LONGEST = 1_000
MOST_THEMES = 5


@transaction.atomic
def tell_peers(
    *, person: User, offers: str, seeks: str, themes: Collection[Theme], name_only: bool, no_requests: bool
) -> PeerProfile:
    """Store what the members of the person's networks see of the person, and whether they may ask for a talk.

    Raises InvalidInput.
    """
    texts = {
        "offers": checked_text("offers", offers, longest=LONGEST, needed=False),
        "seeks": checked_text("seeks", seeks, longest=LONGEST, needed=False),
    }
    fields = texts | {"name_only": name_only, "no_requests": no_requests}
    if len(themes) > MOST_THEMES:
        raise InvalidInput(errors={"themes": [_("Choose at most %(most)d themes.") % {"most": MOST_THEMES}]})
    profile, _is_new = PeerProfile.objects.update_or_create(person=person, defaults=fields)
    profile.themes.set(themes)
    return profile
