"""What small groups keep of a person: for the export of the own data, and gone with the account."""

from typing import Any

from accounts.models import User
from community.groups.services import leave_groups_of
from community.models import GroupPlace, SmallGroup
from networks.models import Network


def exported(person: User) -> list[dict[str, Any]]:
    """The groups that the person is in or invited to; nothing of the others."""
    places = GroupPlace.objects.filter(person=person).select_related("group__network").order_by("pk")
    return [
        {
            "network": it.group.network.title,
            "group": it.group.name,
            "purpose": it.group.purpose,
            "state": it.state,
            "since": it.since,
            "founded_by_me": it.group.founder_id == person.pk,
        }
        for it in places
    ]


def forget(person: User) -> None:
    """The person is in no group any more, invites nobody and founded none."""
    for network in Network.objects.filter(small_groups__places__person=person).distinct():
        leave_groups_of(network=network, person=person)
    GroupPlace.objects.filter(invited_by=person).update(invited_by=None)
    SmallGroup.objects.filter(founder=person).update(founder=None)
