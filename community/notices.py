"""What the discussion tells people of."""

from django.utils.translation import gettext_lazy as _

from community.mailed.exchanges import allows, of_post
from notifications.delivery import Delivery
from notifications.kinds import Group, Kind

DISCUSSION = Group(_("Discussion"), 30)
READ = _("Read the message")
REPLIED = Kind(
    key="post.replied",
    label=_("Somebody replies in a conversation in which you take part"),
    group=DISCUSSION,
    delivery=Delivery.DAILY,
    may_be_off=True,
    title=_("%(name)s replied to “%(thread)s”"),
    text=_("There is a new message in a conversation in which you take part, in the network %(network)s."),
    action=READ,
    allows=allows,
    exchange=of_post,
)
POSTED = Kind(
    key="post.posted",
    label=_("There is a new message in a conversation that you follow"),
    group=DISCUSSION,
    delivery=Delivery.DAILY,
    may_be_off=True,
    title=_("%(name)s wrote in “%(thread)s”"),
    text=_("There is a new message in a conversation that you follow, in the network %(network)s."),
    action=READ,
    allows=allows,
    exchange=of_post,
)
MENTIONED = Kind(
    key="post.mentioned",
    label=_("Somebody mentions you in a message"),
    group=DISCUSSION,
    may_be_off=True,
    title=_("%(name)s mentions you in “%(thread)s”"),
    text=_("There is a message for you in the network %(network)s."),
    action=READ,
    allows=allows,
    exchange=of_post,
)
ANNOUNCED = Kind(
    key="thread.announced",
    label=_("The facilitator writes to everybody in the network"),
    group=DISCUSSION,
    title=_("Message to everybody: %(thread)s"),
    text=_("%(name)s wrote a message to everybody in the network %(network)s."),
    action=READ,
    allows=allows,
    exchange=of_post,
)
KINDS = (MENTIONED, REPLIED, POSTED, ANNOUNCED)
