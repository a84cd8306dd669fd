"""What people hear of reports of trying."""

from django.utils.translation import gettext_lazy as _

from notifications.kinds import Kind
from resources.news import PRACTICES
from resources.policies import reviews_anything

WAITING = Kind(
    key="trial.waiting",
    label=_("A school reports that it tried a practice that I review"),
    group=PRACTICES,
    section="",
    title=_("Tried at a school: %(title)s"),
    text=_("%(name)s of %(school)s tried this practice and tells how it went. Would you read it before others do?"),
    action=_("Read and decide"),
    concerns=reviews_anything,
)
PUBLISHED = Kind(
    key="trial.published",
    label=_("My report of trying a practice is published"),
    group=PRACTICES,
    section="",
    title=_("Thank you: others can read how it went with “%(title)s”"),
    text=_("Your report stands below the practice now. You can change it or take it back there at any time."),
    action=_("View your report"),
)
DECLINED = Kind(
    key="trial.declined",
    label=_("My report of trying a practice is not published"),
    group=PRACTICES,
    section="",
    title=_("Your report about “%(title)s” is not published"),
    text=_("%(name)s read it and writes:\n\n%(reason)s\n\nYou can change it; then somebody reads it again."),
    action=_("Change your report"),
)
TRIED = Kind(
    key="trial.tried",
    label=_("A school tried my practice"),
    group=PRACTICES,
    section="",
    title=_("Your practice was tried: %(title)s"),
    text=_("%(school)s tried your practice and tells how it went. What you shared travels on."),
    action=_("Read how it went"),
)
OBJECTED = Kind(
    key="trial.objected",
    label=_("Somebody complains about a report of trying a practice"),
    group=PRACTICES,
    section="",
    title=_("Please look at a report about “%(title)s”"),
    text=_("Somebody says that this report should not stand there. You see why, and decide whether it stays."),
    action=_("Look at the report"),
    concerns=reviews_anything,
)
KINDS = (WAITING, PUBLISHED, DECLINED, TRIED, OBJECTED)
