"""Reports of posts that do harm, and what was hidden because of them."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from community.models.posts import Post
from community.querysets import ReportQuerySet


class Report(models.Model):
    """A member tells the facilitator what is wrong with a post. Who told is known to who decides, to nobody else."""

    class Reason(models.TextChoices):
        UNKIND = "unkind", _("It is unkind to somebody")
        PRIVATE = "private", _("It tells something private, of a pupil or a colleague")
        RIGHTS = "rights", _("It is not theirs to share")
        PROMOTION = "promotion", _("It is advertising, or does not belong here")
        OTHER = "other", _("Something else")

    class Decision(models.TextChoices):
        HIDDEN = "hidden", _("Hide the message")
        LEFT = "left", _("Leave it as it is")
        ANSWERED = "answered", _("Answer who reported it")

    post = models.ForeignKey(Post, models.CASCADE, related_name="reports")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    reason = models.CharField(_("what is wrong?"), max_length=10, choices=Reason.choices)
    text = models.TextField(_("explanation"), blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    decision = models.CharField(max_length=10, choices=Decision.choices, blank=True)
    answer = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("reported message")
        verbose_name_plural = _("reported messages")
        constraints = [
            models.UniqueConstraint(
                fields=["post", "by"], condition=models.Q(decision=""), name="one_open_report_per_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.post_id} {self.reason}"

    def get_absolute_url(self) -> str:
        return reverse("community:report", args=[self.post.thread.network.slug, self.pk])


class Hiding(models.Model):
    """A facilitator hid a post, and perhaps showed it again; the newest row is how it stands."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="hidings")
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    hidden_at = models.DateTimeField(auto_now_add=True)
    shown_at = models.DateTimeField(null=True)
    shown_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.post_id} {self.hidden_at}"
