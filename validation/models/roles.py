from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from validation.models.programmes import Programme
from validation.querysets import ProgrammeRoleQuerySet


class ProgrammeRole(models.Model):
    """What somebody does in a programme, for whoever is given to this person (DOMAIN.md, people).

    ended_on: from this day on not any more; what was begun is finished by who is assigned there.
    """

    class Role(models.TextChoices):
        ASSESSOR = "assessor", _("assessor")
        COACH = "coach", _("coach")
        FACILITATOR = "facilitator", _("facilitator")
        COORDINATOR = "coordinator", _("coordinator")

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="roles", verbose_name=_("programme"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="validation_roles", verbose_name=_("person")
    )
    role = models.CharField(_("role"), max_length=12, choices=Role.choices)
    since = models.DateField(_("since"), default=timezone.localdate)
    ended_on = models.DateField(_("until"), null=True, blank=True)

    objects = ProgrammeRoleQuerySet.as_manager()

    class Meta:
        verbose_name = _("role in a programme")
        verbose_name_plural = _("roles in programmes")
        ordering = ["programme", "role", "person"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "person", "role"], name="one_programme_role_per_person")
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_role_display()}"
