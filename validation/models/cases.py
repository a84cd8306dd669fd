from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from validation.models.programmes import TEXT_LENGTH, ProgrammeVersion
from validation.models.rules import Theme
from validation.querysets import CaseQuerySet, CaseRoleQuerySet, CaseThemeQuerySet
from validation.states import BEING_VALIDATED, BEING_WRITTEN, STANDING_STILL, CaseState, Route, ThemeState


class Case(models.Model):
    """One person's way through a programme, under the version with which it was started.

    Only validation.services writes it, and only `validation.services.moving` its state. state_before: where a paused or
    withdrawn case goes on. emptied_at: what was written in it is gone, as it was kept long enough.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="cases")
    school = models.ForeignKey("schools.School", models.PROTECT, related_name="+")
    version = models.ForeignKey(ProgrammeVersion, models.PROTECT, related_name="cases")
    state = models.CharField(max_length=15, choices=CaseState.choices)
    state_since = models.DateTimeField(default=timezone.now)
    state_before = models.CharField(max_length=15, choices=CaseState.choices, blank=True)
    started_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)
    emptied_at = models.DateTimeField(null=True)
    purchase_number = models.CharField(_("purchase order number"), max_length=50, blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        ordering = ["-started_at", "-pk"]
        indexes = [
            models.Index(fields=["version", "state", "state_since"], name="cases_by_state_and_age"),
            models.Index(fields=["person", "state"], name="cases_of_a_person"),
        ]

    def __str__(self) -> str:
        return f"{self.version.programme}: {self.person}"

    def get_absolute_url(self) -> str:
        return self.url

    @property
    def route(self) -> Route:
        return Route(self.version.programme.route)

    @property
    def moves(self) -> bool:
        """Neither paused, withdrawn nor at its end."""
        return self.state not in STANDING_STILL

    @property
    def url(self) -> str:
        """The participant's own page of it."""
        return reverse("validation:case", args=[self.pk])


class CaseTheme(models.Model):
    """One theme of a case with the portfolio that belongs to it.

    looked_at: what of the privacy of others the participant looked at, as `validation.portfolio.privacy` tells it.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="themes")
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="+")
    state = models.CharField(max_length=15, choices=ThemeState.choices, default=ThemeState.WRITING)
    state_since = models.DateTimeField(default=timezone.now)
    state_before = models.CharField(max_length=15, choices=ThemeState.choices, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)
    looked_at = models.CharField(max_length=64, blank=True)

    objects = CaseThemeQuerySet.as_manager()

    class Meta:
        verbose_name = _("theme of a case")
        verbose_name_plural = _("themes of cases")
        ordering = ["pk"]
        indexes = [models.Index(fields=["state", "state_since"], name="case_themes_by_state_and_age")]
        constraints = [models.UniqueConstraint(fields=["case", "theme"], name="each_theme_once_in_a_case")]

    def __str__(self) -> str:
        return self.theme.label

    def get_absolute_url(self) -> str:
        return self.url

    @property
    def is_being_written(self) -> bool:
        """Whether its portfolio may be changed now."""
        return self.state in BEING_WRITTEN and self.case.moves

    @property
    def is_being_validated(self) -> bool:
        return self.state in BEING_VALIDATED

    @property
    def url(self) -> str:
        """Where the participant writes it."""
        return reverse("validation:theme", args=[self.case_id, self.pk])

    @property
    def coordinate_url(self) -> str:
        """Where the coordinator gives it assessors and time."""
        return reverse("validation:coordinated_theme", args=[self.case_id, self.pk])


class CaseRole(models.Model):
    """Somebody who works on this case, or on one theme of it: what a `ProgrammeRole` allows, given for this one.

    ended_at: taken off the case; the row stays, so that the timeline can be read.
    """

    class Role(models.TextChoices):
        ASSESSOR = "assessor", _("assessor")
        THIRD_ASSESSOR = "third_assessor", _("third assessor")
        INTAKE_ASSESSOR = "intake_assessor", _("assessor of the intake")
        COACH = "coach", _("coach")
        FACILITATOR = "facilitator", _("facilitator")

    case = models.ForeignKey(Case, models.CASCADE, related_name="roles")
    theme = models.ForeignKey(CaseTheme, models.CASCADE, null=True, related_name="roles")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="case_roles")
    role = models.CharField(max_length=15, choices=Role.choices)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    reason = models.TextField(max_length=TEXT_LENGTH, blank=True)
    since = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    objects = CaseRoleQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["person"], condition=models.Q(ended_at=None), name="running_case_roles")]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "theme", "person", "role"],
                condition=models.Q(ended_at=None),
                name="one_running_role_per_theme",
            ),
            models.UniqueConstraint(
                fields=["case", "person", "role"],
                condition=models.Q(ended_at=None, theme=None),
                name="one_running_role_per_case",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_role_display()}"
