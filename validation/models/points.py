"""What somebody keeps about the own register points besides certificates."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Registration(models.Model):
    """Until when somebody is registered as a school leader, as the person says: then points are counted anew."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    until = models.DateField(_("registered until"))

    class Meta:
        ordering = ["until"]

    def __str__(self) -> str:
        return f"{self.until:%Y-%m-%d}"


class FormalLearning(models.Model):
    """Points that somebody has from a course elsewhere, as the person notes them; nobody checks it.

    key: made by the page, so that a form that is sent twice notes it once.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    title = models.CharField(_("what you did"), max_length=200)
    organisation = models.CharField(_("by whom it was given"), max_length=200, blank=True)
    on = models.DateField(_("finished on"))
    points = models.PositiveSmallIntegerField(_("register points"))
    key = models.UUIDField(null=True, editable=False)

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="one_formal_learning_per_key")]

    def __str__(self) -> str:
        return self.title
