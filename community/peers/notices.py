"""What people hear of requests for a talk. What the request is about stands on its page only."""

from django.utils.translation import gettext_lazy as _

from notifications.kinds import Group, Kind

SPARRING = Group(_("Talks with members"), 35)
VIEW = _("View the request")
ASKED = Kind(
    key="spar.asked",
    label=_("A member asks you for a talk"),
    group=SPARRING,
    title=_("%(name)s would like to talk with you"),
    text=_("You know each other from the network %(network)s. You can say yes, not now, or no."),
    action=VIEW,
)
ACCEPTED = Kind(
    key="spar.accepted",
    label=_("A member says yes to a talk"),
    group=SPARRING,
    title=_("%(name)s gladly talks with you"),
    text=_("With the request in the network %(network)s you find how to reach each other."),
    action=VIEW,
)
LATER = Kind(
    key="spar.later",
    label=_("A member cannot talk now"),
    group=SPARRING,
    title=_("%(name)s cannot talk now"),
    text=_("You may ask again later, in the network %(network)s."),
    action=VIEW,
)
DECLINED = Kind(
    key="spar.declined",
    label=_("A member declines a talk"),
    group=SPARRING,
    title=_("%(name)s thanks you, and declines the talk"),
    text=_("There may be somebody else in the network %(network)s who would like to talk about it."),
    action=VIEW,
)
KINDS = (ASKED, ACCEPTED, LATER, DECLINED)
