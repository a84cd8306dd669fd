"""What members tell each other of themselves."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class PeerProfile(models.Model):
    """What a member offers and seeks, for the members of the networks that the person is at home in."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="peer_profile"
    )
    offers = models.TextField(_("what you offer"), blank=True)
    seeks = models.TextField(_("what you seek"), blank=True)
    themes = models.ManyToManyField("networks.Theme", related_name="+", blank=True, verbose_name=_("themes"))
    name_only = models.BooleanField(_("show only my name"), default=False)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("profile for peers")
        verbose_name_plural = _("profiles for peers")

    def __str__(self) -> str:
        return str(self.person_id)
