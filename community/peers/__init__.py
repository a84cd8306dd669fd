"""Members who find each other: the directory of a network, what each offers and seeks."""

from django.utils.translation import gettext_lazy as _


def register_all() -> None:
    """What this gives to lower floors; from AppConfig.ready()."""
    from accounts import erasure, export
    from community.peers import personal
    from networks import rooms

    erasure.register("peers", personal.forget)
    export.register("peer_profile", personal.exported_profile)
    rooms.register(rooms.Room(key="peers", label=_("Members"), url_name="community:peers", icon="users", order=60))
