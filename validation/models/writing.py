from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from validation.models.cases import CaseTheme
from validation.models.rules import Competency, PortfolioSection

LONGEST_SECTION = 60_000  # characters: three times the words that a whole portfolio may have
LONGEST_PASSAGE = 1_000  # characters: some sentences


class SectionText(models.Model):
    """What the participant wrote in one section of a theme. Only validation.services.writing writes it.

    serial: counts the times it was kept while typing, and window: which page did so last, so that a second window is
    noticed. version: counts the times it was saved by hand or set aside as a version.
    """

    theme = models.ForeignKey(CaseTheme, models.CASCADE, related_name="texts")
    section = models.ForeignKey(PortfolioSection, models.PROTECT, related_name="+")
    text = models.TextField(max_length=LONGEST_SECTION, blank=True)
    words = models.PositiveIntegerField(default=0)
    serial = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=0)
    window = models.CharField(max_length=40, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["section__position", "pk"]
        constraints = [models.UniqueConstraint(fields=["theme", "section"], name="one_text_per_section")]

    def __str__(self) -> str:
        return f"{self.theme_id} {self.section}"

    @property
    def url(self) -> str:
        """Where it is written."""
        return reverse("validation:section", args=[self.theme.case_id, self.theme_id, self.section.key])


class SectionVersion(models.Model):
    """A section as it read at a moment, to compare with and to go back to."""

    of = models.ForeignKey(SectionText, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    text = models.TextField(max_length=LONGEST_SECTION, blank=True)
    words = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["of", "number"], name="one_section_version_per_number")]

    def __str__(self) -> str:
        return f"{self.of} {self.number}"


class CompetencyLink(models.Model):
    """A passage in which the participant shows a competency: quoted, so that it can be found again in the text."""

    theme = models.ForeignKey(CaseTheme, models.CASCADE, related_name="links")
    competency = models.ForeignKey(Competency, models.PROTECT, related_name="+", verbose_name=_("competency"))
    section = models.ForeignKey(PortfolioSection, models.PROTECT, related_name="+", verbose_name=_("section"))
    passage = models.TextField(_("passage"), max_length=LONGEST_PASSAGE)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["competency__position", "pk"]

    def __str__(self) -> str:
        return f"{self.competency}: {self.passage[:40]}"
