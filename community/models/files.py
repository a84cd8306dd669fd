from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from community.models.posts import Post
from core.files import private_name


def private_path(row: models.Model, filename: str) -> str:
    return private_name("discussion")


class PostFile(models.Model):
    """A picture or file that goes with a post; without a post it waits for one, and only who added it sees it."""

    network = models.ForeignKey("networks.Network", models.CASCADE, related_name="+")
    post = models.ForeignKey(Post, models.CASCADE, null=True, related_name="files")
    file = models.FileField(_("file"), upload_to=private_path, max_length=200)
    name = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()
    content_type = models.CharField(max_length=100)
    width = models.PositiveIntegerField(null=True, help_text="Of a picture that is shown, in pixels.")
    height = models.PositiveIntegerField(null=True)
    alt = models.CharField(_("what is in the picture"), max_length=300, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("file of a post")
        verbose_name_plural = _("files of posts")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("community:file", args=[self.pk])

    @property
    def is_picture(self) -> bool:
        """Is it shown in the page? Such a picture we made ourselves."""
        return self.width is not None
