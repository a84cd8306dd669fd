"""What people hear of remarks. The words themselves stand on the pages only."""

from django.utils.translation import gettext_lazy as _

from notifications.kinds import Kind
from resources.news import PRACTICES

REMARKED = Kind(
    key="practice.remarked",
    label=_("Somebody says something about a part of a practice"),
    group=PRACTICES,
    section="",
    may_be_off=True,
    title=_("A remark about: %(title)s"),
    text=_("%(name)s says something about a part of the practice. Read it there, and answer or adapt the text."),
    action=_("Read and answer"),
)
KINDS = (REMARKED,)
