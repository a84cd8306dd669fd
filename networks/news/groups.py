"""Under which head lines people choose how they hear of networks."""

from django.utils.translation import gettext_lazy as _

from notifications.kinds import Group

NETWORKS = Group(_("My networks"), 10)
MEETINGS = Group(_("Meetings"), 20)
