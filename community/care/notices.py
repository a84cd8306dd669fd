"""What the care of the discussion tells people of."""

from django.utils.translation import gettext_lazy as _

from community.notices import DISCUSSION
from networks.policies import facilitates_any
from notifications.kinds import Kind

READ = _("View the conversation")
REPORTED = Kind(
    key="post.reported",
    label=_("Somebody reports a message in a network that you facilitate"),
    group=DISCUSSION,
    title=_("A message in “%(thread)s” was reported"),
    text=_("Somebody in the network %(network)s asks you to look at a message."),
    action=_("View the report"),
    concerns=facilitates_any,
)
HIDDEN = Kind(
    key="post.hidden",
    label=_("A facilitator hides a message of yours"),
    group=DISCUSSION,
    title=_("Your message in “%(thread)s” is hidden"),
    text=_("%(name)s hid your message from the other participants of the network %(network)s. Why: %(reason)s"),
    action=_("View your message"),
)
SHOWN = Kind(
    key="post.shown",
    label=_("A message of yours can be read again"),
    group=DISCUSSION,
    title=_("Your message in “%(thread)s” can be read again"),
    text=_("%(name)s shows your message to everybody in the network %(network)s again."),
    action=_("View your message"),
)
REPORT_HIDDEN = Kind(
    key="report.hidden",
    label=_("A message that you reported is hidden"),
    group=DISCUSSION,
    title=_("The message that you reported in “%(thread)s” is hidden"),
    text=_("Thank you for telling us. Other participants of the network %(network)s no longer read it. %(answer)s"),
    action=READ,
)
REPORT_LEFT = Kind(
    key="report.left",
    label=_("A message that you reported stays"),
    group=DISCUSSION,
    title=_("The message that you reported in “%(thread)s” stays"),
    text=_("The facilitator of the network %(network)s looked at it, and leaves it as it is. %(answer)s"),
    action=READ,
)
REPORT_ANSWERED = Kind(
    key="report.answered",
    label=_("A facilitator answers your report"),
    group=DISCUSSION,
    title=_("Answer to your report of a message in “%(thread)s”"),
    text=_("The facilitator of the network %(network)s writes: %(answer)s"),
    action=READ,
)
KINDS = (REPORTED, HIDDEN, SHOWN, REPORT_HIDDEN, REPORT_LEFT, REPORT_ANSWERED)
