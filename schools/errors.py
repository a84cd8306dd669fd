from django.utils.translation import gettext_lazy as _

from core.errors import Conflict, NotFound


class SchoolUnknown(NotFound):
    """No school has this BRIN number."""

    code = "school_unknown"
    message = _("We know no school with this BRIN number.")


class AlreadyWorksThere(Conflict):
    """A person is named once per school."""

    code = "already_works_there"
    message = _("You already work at this school.")
