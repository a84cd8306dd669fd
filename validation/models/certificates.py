"""The certificate of one theme, and the keys with which its badge is signed."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.files import private_name
from validation.models.cases import CaseTheme
from validation.models.programmes import TEXT_LENGTH


def certificate_path(row: models.Model, filename: str) -> str:
    return private_name("theme_certificates")


class Shown(models.TextChoices):
    """What the holder may let anybody see who checks the certificate; by itself nothing of it."""

    NAME = "name", _("my name")
    SCHOOL = "school", _("my school")
    THEME = "theme", _("the theme")
    COMPETENCIES = "competencies", _("the competencies")
    POINTS = "points", _("the register points")
    DAY = "day", _("the day on which it was granted")


class ThemeCertificate(models.Model):
    """Proof that a theme was validated: granted once, with the facts of that moment, in the holder's language.

    shown: of `Shown`, what who checks the number may see. badge: the same as a signed Open Badge. When the holder ends
    the account the name, the file and the badge go, and the number is no longer valid.
    """

    number = models.CharField(max_length=40, unique=True)
    badge_id = models.UUIDField(default=uuid.uuid4, unique=True)
    theme = models.OneToOneField(CaseTheme, models.PROTECT, related_name="certificate")
    name = models.CharField(max_length=300, blank=True)
    school = models.CharField(max_length=300, blank=True)
    programme_title = models.CharField(max_length=200)
    organisation = models.CharField(max_length=200)
    theme_title = models.CharField(max_length=200)
    competencies: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    points = models.PositiveSmallIntegerField(null=True)
    language = models.CharField(max_length=10, default="nl")
    issued_at = models.DateTimeField(default=timezone.now)
    shown: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    file = models.FileField(upload_to=certificate_path, max_length=200, blank=True)
    badge = models.TextField(blank=True)
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    revoke_reason = models.TextField(_("reason"), max_length=TEXT_LENGTH, blank=True)

    class Meta:
        ordering = ["-issued_at", "-pk"]

    def __str__(self) -> str:
        return self.number

    @property
    def is_valid(self) -> bool:
        return bool(self.name) and self.revoked_at is None

    @property
    def url(self) -> str:
        """Where anybody checks it."""
        return reverse("validation:check_certificate", args=[self.number])


class SigningKey(models.Model):
    """A key pair of the platform for badges. public: as a JWK, for ever at its address; sealed: the private part."""

    kid = models.CharField(max_length=40, unique=True)
    public: "models.JSONField[Any, Any]" = models.JSONField()
    sealed = models.TextField()
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.kid
