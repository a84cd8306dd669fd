from django.utils.translation import gettext_lazy as _

from notifications.kinds import Group

VALIDATION = Group(_("Validation"), 50)
