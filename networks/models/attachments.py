from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.files import private_name


def private_path(row: models.Model, filename: str) -> str:
    return private_name("networks")


class Attachment(models.Model):
    """A file or a link that goes with something in a network; its concrete models say with what."""

    title = models.CharField(_("title"), max_length=200)
    file = models.FileField(_("file"), upload_to=private_path, max_length=200, blank=True)
    link = models.URLField(_("link"), max_length=1000, blank=True)
    name = models.CharField(max_length=200, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    content_type = models.CharField(max_length=100, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(file="") ^ models.Q(link=""), name="%(class)s_file_or_link")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def extension(self) -> str:
        """The kind of file as people know it: "PDF"."""
        return self.name.rpartition(".")[2].upper() if self.file else ""
