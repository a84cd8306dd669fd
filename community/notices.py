"""What the discussion tells people of."""

from django.utils.translation import gettext_lazy as _

from notifications.kinds import Kind

REPLIED = Kind(
    key="post.replied",
    label=_("Somebody replies in a conversation that you started"),
    title=_("%(name)s replied to “%(thread)s”"),
    text=_("There is a new message in your conversation in the network %(network)s."),
    action=_("Read the message"),
)
