"""Members who find each other: the directory of a network, what each offers and seeks, and asking for a talk."""

from django.utils.translation import gettext_lazy as _


def register_all() -> None:
    """What this gives to lower floors; from AppConfig.ready()."""
    from accounts import erasure, export
    from community.peers import notices, personal
    from networks import rooms
    from networks.news.belonging import for_members
    from notifications import kinds

    erasure.register("peers", personal.forget)
    export.register("peer_profile", personal.exported_profile)
    export.register("spar_requests", personal.exported_requests)
    export.register("blocks", personal.exported_blocks)
    for kind in notices.KINDS:
        kinds.register(for_members(kind))
    rooms.register(rooms.Room(key="peers", label=_("Members"), url_name="community:peers", icon="users", order=60))
