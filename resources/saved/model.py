from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from accounts.models import User


class SavedSearchQuerySet(models.QuerySet[Any]):
    def of(self, person: "User") -> Self:
        """The person's own, the newest first."""
        return self.filter(person=person).order_by("-pk")

    def watching(self) -> Self:
        """Those of which somebody wants to hear."""
        return self.filter(paused=False, person__is_active=True)


class SavedSearch(models.Model):
    """A question to the library that a person keeps. Only resources.saved writes it."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=100)
    text = models.CharField(max_length=200, blank=True)
    facets = models.JSONField(default=dict)
    choices = models.CharField(max_length=500, blank=True, help_text="The chosen filters in words, as they were then.")
    paused = models.BooleanField(_("paused"), default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    checked_at = models.DateTimeField(default=timezone.now)

    objects = SavedSearchQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        indexes = [models.Index(fields=["paused", "checked_at"], name="saved_searches_to_check")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{reverse('resources:library')}?{self.query}"

    @property
    def query(self) -> str:
        """The part of the library's address that asks this."""
        query = QueryDict(mutable=True)
        if self.text:
            query["q"] = self.text
        for name, values in self.facets.items():
            query.setlist(name, values)
        query["sort"] = "newest"
        return query.urlencode()


class ToldOf(models.Model):
    """A practice that its person heard of, or knew; kept only as long as it could come up again."""

    search = models.ForeignKey(SavedSearch, models.CASCADE, related_name="told")
    practice = models.ForeignKey("resources.Practice", models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["search", "practice"], name="told_once")]

    def __str__(self) -> str:
        return f"{self.search_id} {self.practice_id}"
