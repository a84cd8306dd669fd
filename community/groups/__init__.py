"""Small groups inside a network: who is in them, and who reads what is said there."""

from importlib import import_module
from typing import Any

from django.utils.translation import gettext_lazy as _


def register_all() -> None:
    """What this gives to lower floors; from AppConfig.ready()."""
    from accounts import erasure, export
    from community.groups import notices, personal
    from community.models import SmallGroup
    from community.searchable import group_tokens_of
    from networks import rooms, signals
    from notifications import kinds
    from search import audiences

    import_module("community.groups.policies")  # names its rules
    erasure.register("groups", personal.forget)
    export.register("small_groups", personal.exported)
    audiences.register(group_tokens_of)
    for kind in notices.KINDS:
        kinds.register(kind)
    rooms.register(
        rooms.Room(
            key="groups",
            label=_("Groups"),
            url_name="community:groups",
            icon="lock",
            order=55,
            waiting=SmallGroup.objects.waiting_for,
        )
    )
    signals.membership_ended.connect(_leave, dispatch_uid="community_groups")


def _leave(sender: Any, network: Any, person: Any, **kwargs: Any) -> None:
    """Who leaves the network is in no group of it any more, unless the person runs it."""
    from community.groups.services import leave_groups_of
    from networks.policies import is_facilitator

    if not is_facilitator(person, network):
        leave_groups_of(network=network, person=person)
