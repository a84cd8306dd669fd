from django.utils.translation import gettext_lazy as _

from core.errors import Conflict


class TooManySaved(Conflict):
    """More saved searches than one person keeps."""

    code = "too_many_saved_searches"
    message = _("You keep 20 searches already. Remove one first.")
