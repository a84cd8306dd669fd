"""Where people meet, in words."""

from django.utils.translation import gettext as _


def in_words(place: str, online_url: str) -> str:
    """The place, or that it is online, or that it is to be decided; in the active language."""
    return place or (_("Online") if online_url else _("Place to be decided"))
