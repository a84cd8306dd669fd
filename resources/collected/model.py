from typing import TYPE_CHECKING, Any, Self

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from core.models import TimeStamped

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User


class CollectionQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: "User | AnonymousUser") -> Self:
        """Published ones; editors see those that they still work on too."""
        from resources.policies import is_editor

        return self.all() if is_editor(user) else self.filter(published=True)

    def counting_practices(self) -> Self:
        """The number along of practices that everybody may read."""
        shown = Q(rows__practice__state="published")
        return self.annotate(number_of_practices=Count("rows", filter=shown)).order_by("place", "title", "pk")

    def with_practice(self, practice: Any) -> Self:
        return self.filter(published=True, rows__practice=practice).order_by("title")


class Collection(TimeStamped, ClusterableModel):
    """Practices that belong together, in an order; editors keep it in their workplace."""

    title = models.CharField(_("title"), max_length=120)
    slug = models.SlugField(_("address"), max_length=80, unique=True, blank=True)
    introduction = models.TextField(_("introduction"), blank=True, validators=[MaxLengthValidator(2_000)])
    published = models.BooleanField(_("published"), default=False)
    place = models.SmallIntegerField(_("place in the list"), default=0)

    objects = CollectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("collection")
        verbose_name_plural = _("collections")
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """With an address made of the title, when none was typed."""
        self.slug = self.slug or self._free_slug()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("resources:collection", args=[self.slug])

    def _free_slug(self) -> str:
        base = slugify(self.title)[:70].strip("-") or "verzameling"
        taken = set(Collection.objects.filter(slug__startswith=base).values_list("slug", flat=True))
        return next(it for it in [base, *(f"{base}-{n}" for n in range(2, len(taken) + 3))] if it not in taken)


class Collected(Orderable):
    """One practice in a collection, and why it is there."""

    collection = ParentalKey(Collection, on_delete=models.CASCADE, related_name="rows")
    practice = models.ForeignKey(
        "resources.Practice", models.CASCADE, related_name="collected", verbose_name=_("practice")
    )
    sentence = models.CharField(_("why it is here"), max_length=300, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("practice in a collection")
        verbose_name_plural = _("practices in a collection")
        constraints = [
            models.UniqueConstraint(fields=["collection", "practice"], name="one_row_per_practice_and_collection")
        ]

    def __str__(self) -> str:
        return f"{self.collection_id} {self.practice_id}"
