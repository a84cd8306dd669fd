"""What people are told about practices; called inside the transaction by resources.services."""

from django.utils.translation import gettext_lazy as _

from notifications.kinds import Group, Kind
from resources.conversation.parts import part_names
from resources.policies import reviews_anything

PRACTICES = Group(_("Practices"), 40)
KINDS = (
    Kind(
        key="practice.submitted",
        label=_("A practice waits for my review"),
        group=PRACTICES,
        title=_("To review: %(title)s"),
        text=_(
            "%(name)s shares a good practice and hopes to see it in the library soon. Would you read it? Publish it, "
            "or tell what it needs first."
        ),
        action=_("Read and review"),
        concerns=reviews_anything,
    ),
    Kind(
        key="practice.published",
        label=_("My practice is published"),
        group=PRACTICES,
        title=_("Published: %(title)s"),
        text=_(
            "Thank you for sharing! %(name)s published your practice. From now on every school can find it in the "
            "library and learn from it."
        ),
        action=_("View your practice"),
    ),
    Kind(
        key="practice.returned",
        label=_("My practice came back with advice"),
        group=PRACTICES,
        title=_("Nearly there: %(title)s"),
        text=_(
            "%(name)s read your practice with attention and asks you to change something first:\n\n%(reasons)s\n\n"
            "Adapt it and submit it again; nothing you wrote is lost."
        ),
        action=_("Change your practice"),
    ),
    Kind(
        key="practice.withdrawn",
        label=_("Somebody withdrew my practice"),
        group=PRACTICES,
        title=_("No longer in the library: %(title)s"),
        text=_(
            "%(name)s took your practice out of the library. Your text is kept: you can change it and submit it again."
        ),
        action=_("View your practice"),
    ),
    Kind(
        key="practice.changed",
        label=_("Somebody changed my practice"),
        group=PRACTICES,
        title=_("Changed: %(title)s"),
        text=_("%(name)s changed something in your practice: %(parts)s. Have a look whether you agree."),
        action=_("View what was changed"),
        spelled={"parts": part_names},
    ),
)
