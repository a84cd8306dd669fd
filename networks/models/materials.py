from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from networks.models.attachments import Attachment
from networks.models.meetings import Meeting
from networks.querysets import MeetingMaterialQuerySet


class MeetingMaterial(Attachment):
    """What people read, watch or download before or after a meeting. Only networks.services writes it.

    It keeps its meeting from being deleted, which would leave files that nothing leads to.
    """

    class Timing(models.TextChoices):
        BEFORE = "before", _("Before the meeting")
        AFTER = "after", _("Afterwards")

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="materials")
    timing = models.CharField(_("before or after"), max_length=6, choices=Timing.choices, default=Timing.BEFORE)
    for_guests = models.BooleanField(_("guests see it too"), default=False)
    key = models.UUIDField(null=True, editable=False)  # of what was added at once, the first row has it

    objects = MeetingMaterialQuerySet.as_manager()

    class Meta(Attachment.Meta):
        abstract = False
        verbose_name = _("material of a meeting")
        verbose_name_plural = _("materials of meetings")
        constraints = [
            *Attachment.Meta.constraints,
            models.UniqueConstraint(fields=["meeting", "key"], name="one_meeting_material_per_key"),
        ]

    @property
    def url(self) -> str:
        """The link itself, or our own guarded address for the file."""
        if self.link:
            return self.link
        return reverse("networks:meeting_material", args=[self.meeting.series.network.slug, self.meeting_id, self.pk])
