from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class PrivacyLook(models.Model):
    """A contributor looked at all findings of one kind. Only resources.privacy writes it.

    `digest` is of the passages that were shown, which are kept nowhere: another passage asks for another look.
    Of a revision the original has them.
    """

    practice = models.ForeignKey("resources.Practice", models.CASCADE, related_name="privacy_looks")
    kind = models.CharField(max_length=20)
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("look at privacy")
        verbose_name_plural = _("looks at privacy")
        constraints = [models.UniqueConstraint(fields=["practice", "kind"], name="one_look_per_kind")]

    def __str__(self) -> str:
        return f"{self.practice_id} {self.kind}"
