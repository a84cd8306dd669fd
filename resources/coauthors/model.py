from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from accounts.models import User


class CoAuthorQuerySet(models.QuerySet[Any]):
    def agreed(self) -> Self:
        """Those who are named, and write along."""
        return self.filter(state=CoAuthor.State.AGREED)

    def standing(self) -> Self:
        """Asked or agreed: who said no or left is not shown."""
        return self.filter(state__in=[CoAuthor.State.ASKED, CoAuthor.State.AGREED])

    def of(self, person: "User") -> Self:
        return self.filter(person=person).select_related("practice__contributor")


class CoAuthor(models.Model):
    """Somebody asked to be named as an author of a practice. Only resources.coauthors writes it.

    Of a revision the original has them.
    """

    class State(models.TextChoices):
        ASKED = "asked", _("Waits for an answer")
        AGREED = "agreed", _("Writes along")
        DECLINED = "declined", _("Said no")
        LEFT = "left", _("Left")

    practice = models.ForeignKey("resources.Practice", models.CASCADE, related_name="coauthors")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    state = models.CharField(max_length=8, choices=State.choices, default=State.ASKED)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True)

    objects = CoAuthorQuerySet.as_manager()

    class Meta:
        verbose_name = _("co-author")
        verbose_name_plural = _("co-authors")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["practice", "person"], name="one_coauthor_per_person")]
        indexes = [models.Index(fields=["person", "state"], name="coauthor_by_person")]

    def __str__(self) -> str:
        return f"{self.practice_id} {self.person_id} {self.state}"

    @property
    def has_agreed(self) -> bool:
        return self.state == self.State.AGREED
