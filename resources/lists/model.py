from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from accounts.models import User


class ReadingListQuerySet(models.QuerySet[Any]):
    def of(self, person: "User") -> Self:
        """The person's own, by name, with the number of practices on each."""
        return self.filter(person=person).annotate(number=Count("kept")).order_by("name", "pk")


class ReadingList(models.Model):
    """Practices to come back to. Only resources.lists writes it; nobody else sees it."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=100)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ReadingListQuerySet.as_manager()

    class Meta:
        verbose_name = _("reading list")
        verbose_name_plural = _("reading lists")
        constraints = [models.UniqueConstraint(fields=["person", "name"], name="one_reading_list_per_name")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("resources:reading_list", args=[self.pk])


class Kept(models.Model):
    """A practice on a reading list."""

    list = models.ForeignKey(ReadingList, models.CASCADE, related_name="kept")
    practice = models.ForeignKey("resources.Practice", models.CASCADE, related_name="+")
    kept_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["list", "practice"], name="one_place_per_list_and_practice")]

    def __str__(self) -> str:
        return f"{self.list_id} {self.practice_id}"
