from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import TimeStamped

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User


class TrialQuerySet(models.QuerySet[Any]):
    def published(self) -> Self:
        """What everybody may read: published, of a published practice; the newest first."""
        shown = self.filter(state=Trial.State.PUBLISHED, practice__state="published")
        return shown.order_by("-published_at", "-pk")

    def of(self, person: "User") -> Self:
        return self.filter(person=person)

    def judged_by(self, person: "User | AnonymousUser") -> Self:
        """Those that this person may decide upon: never of the own practice, never the own report."""
        from networks.policies import facilitated_by
        from resources.policies import is_editor

        if not person.is_authenticated:
            return self.none()
        written = Q(practice__contributor=person) | Q(practice__in=_written_along(person))
        others = self.exclude(written).exclude(person=person)
        return others if is_editor(person) else others.filter(practice__network__in=facilitated_by(person))

    def to_judge(self, person: "User") -> Self:
        """What waits for this person: new reports, and published ones about which somebody complained."""
        objected = Exists(Objection.objects.filter(trial=OuterRef("pk"), settled_at=None))
        waiting = Q(state=Trial.State.WAITING) | Q(objected=True, state=Trial.State.PUBLISHED)
        return self.judged_by(person).annotate(objected=objected).filter(waiting).order_by("updated_at", "pk")

    def with_facts(self) -> Self:
        return self.select_related("practice__contributor", "practice__network", "school", "person")


def _written_along(person: "User") -> models.QuerySet[Any]:
    """The practices of which the person is a co-author."""
    from resources.models import CoAuthor

    return CoAuthor.objects.agreed().filter(person=person).values("practice")


class Trial(TimeStamped):
    """What one school leader reports of trying a practice. Only resources.tried writes it.

    After a change it waits anew. Once the account of who reported it is gone, the school remains.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        PUBLISHED = "published", _("Published")
        DECLINED = "declined", _("Not published")

    class Again(models.TextChoices):
        YES = "yes", _("Yes, just like this")
        OTHERWISE = "otherwise", _("Yes, but differently")
        NO = "no", _("No")

    practice = models.ForeignKey("resources.Practice", models.CASCADE, related_name="trials")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    school = models.ForeignKey("schools.School", models.PROTECT, related_name="+", verbose_name=_("school"))
    context = models.TextField(_("context"), blank=True)
    adaptation = models.TextField(_("what you changed"), blank=True)
    result = models.TextField(_("what it brought"))
    again = models.CharField(_("would you do it again?"), max_length=10, choices=Again.choices)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.WAITING)
    version = models.PositiveIntegerField(default=1)
    reason = models.TextField(blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    published_at = models.DateTimeField(null=True)

    objects = TrialQuerySet.as_manager()

    class Meta:
        verbose_name = _("report of trying")
        verbose_name_plural = _("reports of trying")
        constraints = [models.UniqueConstraint(fields=["practice", "person"], name="one_trial_per_person_and_practice")]
        indexes = [
            models.Index(fields=["practice", "state", "-published_at"], name="trials_of_practice"),
            models.Index(fields=["state", "updated_at"], name="trials_by_state"),
        ]

    def __str__(self) -> str:
        return f"{self.practice_id} {self.school_id}"

    @property
    def is_published(self) -> bool:
        return self.state == self.State.PUBLISHED

    def get_absolute_url(self) -> str:
        return f"{self.practice.get_absolute_url()}#trial-{self.pk}"

    @property
    def judge_url(self) -> str:
        return reverse("resources:trial", args=[self.pk])


class Objection(models.Model):
    """Somebody says that a published report should not stand there. Who said so is known to who decides alone."""

    trial = models.ForeignKey(Trial, models.CASCADE, related_name="objections")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    text = models.TextField(_("what is wrong?"))
    created_at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("complaint about a report")
        verbose_name_plural = _("complaints about reports")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["trial", "by"], condition=models.Q(settled_at=None), name="one_open_objection_per_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.trial_id} {self.created_at}"
