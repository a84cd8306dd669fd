"""What people hear of writing together."""

from django.utils.translation import gettext_lazy as _

from notifications.kinds import Kind
from resources.news import PRACTICES

ASKED = Kind(
    key="coauthor.asked",
    label=_("Somebody asks me to be named as an author"),
    group=PRACTICES,
    section="",
    title=_("%(name)s would like to name you as an author"),
    text=_(
        "%(name)s writes the practice “%(title)s” and asks whether you agree to be named as one of its authors. Then "
        "you can write along. You may also say no."
    ),
    action=_("Read and answer"),
)
AGREED = Kind(
    key="coauthor.agreed",
    label=_("Somebody agrees to be named as an author"),
    group=PRACTICES,
    section="",
    may_be_off=True,
    title=_("%(name)s writes along: %(title)s"),
    text=_("%(name)s agreed to be named as an author, and can change the text from now on."),
    action=_("View the authors"),
)
DECLINED = Kind(
    key="coauthor.declined",
    label=_("Somebody does not want to be named as an author"),
    group=PRACTICES,
    section="",
    title=_("%(name)s is not an author of: %(title)s"),
    text=_("%(name)s does not want to be named, or no longer. The text stays as it is."),
    action=_("View the authors"),
)
KINDS = (ASKED, AGREED, DECLINED)
