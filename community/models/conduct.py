"""How members treat each other: the code of conduct in versions, and who accepted which."""

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting

from community.querysets import ConductQuerySet


class CodeOfConduct(BaseGenericSetting):
    """The code as it reads now. Only community.services words it; without a text nobody is asked anything."""

    text = models.TextField(_("text"), max_length=20_000, blank=True)
    text_en = models.TextField(_("text in English"), max_length=20_000, blank=True)
    asks_again = models.BooleanField(
        _("ask everybody again"),
        default=False,
        help_text=_("Tick this when the change is large: everybody accepts the new text before the next message."),
    )
    version = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("code of conduct")

    def __str__(self) -> str:
        return str(_("code of conduct"))


class ConductWording(models.Model):
    """One version of the code, as people accepted it; rows are only added.

    asks_again: whoever accepted only an earlier version accepts this one too, before the next message.
    """

    version = models.PositiveSmallIntegerField(unique=True)
    text = models.TextField()
    text_en = models.TextField(blank=True)
    asks_again = models.BooleanField(default=False)
    worded_at = models.DateTimeField(auto_now_add=True)
    worded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = ConductQuerySet.as_manager()

    class Meta:
        ordering = ["-version"]

    def __str__(self) -> str:
        return str(self.version)

    @property
    def label(self) -> str:
        """The text in the reader's language."""
        return (self.text_en if get_language() == "en" else "") or self.text


class ConductAcceptance(models.Model):
    """Somebody accepted this version of the code."""

    wording = models.ForeignKey(ConductWording, models.PROTECT, related_name="acceptances")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    accepted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["wording", "person"], name="one_acceptance_per_wording")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.wording_id}"
