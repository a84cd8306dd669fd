"""What people hear of small groups. What is said in them is told as of every conversation, to their members alone."""

from django.utils.translation import gettext_lazy as _

from community.models import GroupPlace
from notifications.delivery import Delivery
from notifications.kinds import Group, Kind
from notifications.models import Notification

GROUPS = Group(_("Small groups"), 33)
VIEW = _("View the group")


def has_place(notification: Notification) -> bool:
    """Nothing is mailed of a group to who has left it, or whose invitation was taken back."""
    group = int(notification.object_id or 0)
    return GroupPlace.objects.filter(person=notification.recipient_id, group=group).exists()


INVITED = Kind(
    key="group.invited",
    label=_("Somebody invites you to a small group"),
    group=GROUPS,
    title=_("%(name)s invites you to the group “%(group)s”"),
    text=_("It is a small group in the network %(network)s. You can say yes or no."),
    action=_("View the invitation"),
    allows=has_place,
)
PLACED = Kind(
    key="group.placed",
    label=_("The facilitator puts you in a small group"),
    group=GROUPS,
    title=_("You are in the group “%(group)s”"),
    text=_(
        "%(name)s put you in a small group in the network %(network)s. Only its members read what is said there."
        " You can leave it at any time."
    ),
    action=VIEW,
    allows=has_place,
)
JOINED = Kind(
    key="group.joined",
    label=_("Somebody comes into your small group"),
    group=GROUPS,
    delivery=Delivery.DAILY,
    title=_("%(name)s is now in the group “%(group)s”"),
    text=_("%(name)s also reads what was said in the group before, in the network %(network)s."),
    action=VIEW,
    allows=has_place,
)
DECLINED = Kind(
    key="group.declined",
    label=_("Somebody declines your invitation to a small group"),
    group=GROUPS,
    delivery=Delivery.DAILY,
    may_be_off=True,
    title=_("%(name)s does not come into the group “%(group)s”"),
    text=_("You may ask somebody else of the network %(network)s."),
    action=VIEW,
    allows=has_place,
)
REMOVED = Kind(
    key="group.removed",
    label=_("You are taken out of a small group"),
    group=GROUPS,
    title=_("You are no longer in the group “%(group)s”"),
    text=_("%(name)s changed the group, in the network %(network)s. Is this a surprise? Ask %(name)s."),
    action=_("View the small groups"),
)
CLOSED = Kind(
    key="group.closed",
    label=_("A small group is closed"),
    group=GROUPS,
    delivery=Delivery.DAILY,
    may_be_off=True,
    title=_("The group “%(group)s” is closed"),
    text=_("%(name)s closed it, in the network %(network)s. You can still read what was said."),
    action=VIEW,
    allows=has_place,
)
REOPENED = Kind(
    key="group.reopened",
    label=_("A small group is opened again"),
    group=GROUPS,
    delivery=Delivery.DAILY,
    may_be_off=True,
    title=_("The group “%(group)s” is open again"),
    text=_("%(name)s opened it, in the network %(network)s. You can talk there again."),
    action=VIEW,
    allows=has_place,
)
KINDS = (INVITED, PLACED, JOINED, DECLINED, REMOVED, CLOSED, REOPENED)
