from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.files import private_name
from networks.models.enrolments import TEXT_LENGTH, Enrolment


def certificate_path(row: models.Model, filename: str) -> str:
    return private_name("certificates")


class Certificate(models.Model):
    """Proof that somebody took part; made once, with the facts of that moment, and kept as it is.

    When the person ends the account the name and the file go, and the certificate is no longer valid.
    """

    number = models.CharField(max_length=40, unique=True)
    enrolment = models.OneToOneField(Enrolment, models.PROTECT, related_name="certificate")
    name = models.CharField(max_length=300, blank=True)
    school = models.CharField(max_length=300)
    network_title = models.CharField(max_length=200)
    hours = models.DecimalField(max_digits=6, decimal_places=2)
    days = models.JSONField(default=list)
    language = models.CharField(max_length=10, default="nl")
    issued_at = models.DateTimeField()
    granted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    grant_reason = models.TextField(_("reason"), max_length=TEXT_LENGTH, blank=True)
    file = models.FileField(upload_to=certificate_path, max_length=200, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.number

    @property
    def is_valid(self) -> bool:
        return bool(self.name)

    @property
    def url(self) -> str:
        """Where anybody checks it."""
        return reverse("networks:certificate", args=[self.number])
