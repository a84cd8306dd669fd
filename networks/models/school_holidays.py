from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class SchoolHoliday(models.Model):
    """Days on which the schools of a region are closed; editors keep the list."""

    class Region(models.TextChoices):
        NORTH = "north", _("North")
        MIDDLE = "middle", _("Middle")
        SOUTH = "south", _("South")

    name = models.CharField(_("name"), max_length=100)
    region = models.CharField(
        _("region"), max_length=6, choices=Region.choices, blank=True, help_text=_("Leave empty for the whole country.")
    )
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))

    class Meta:
        verbose_name = _("school holiday")
        verbose_name_plural = _("school holidays")
        ordering = ["starts_on", "region"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("A holiday ends on or after its first day.")})
