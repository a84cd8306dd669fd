"""What a version of a programme consists of: themes, competencies, sections, steps, minimum requirements and fees.

Each hangs on one version and is frozen with it, so that a case finds for ever what it was started under.
"""

from typing import Any

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from networks.models.agreements import worded
from validation.models.programmes import TEXT_LENGTH, ProgrammeVersion

LONGEST_KEY = 40  # characters
POSITION_HELP = _("Low numbers come first.")


def _of_version(related_name: str) -> "models.ForeignKey[ProgrammeVersion, ProgrammeVersion]":
    return ParentalKey(
        ProgrammeVersion, on_delete=models.CASCADE, related_name=related_name, verbose_name=_("version"), editable=False
    )


class OfVersion(models.Model):
    """A part of one version; only a draft lets its parts be changed. key: the same thing in every version."""

    version: "models.ForeignKey[ProgrammeVersion, ProgrammeVersion]"
    position = models.PositiveSmallIntegerField(_("order"), default=10, help_text=POSITION_HELP)

    class Meta:
        abstract = True
        ordering = ["position", "pk"]

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._check_draft()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        self._check_draft()
        return super().delete(*args, **kwargs)

    def _check_draft(self) -> None:
        if not self.version.is_draft:
            raise TypeError("A published version stays as people started under it: make a new one.")


class Named(OfVersion):
    """A part with a title and an explanation in two languages."""

    key = models.SlugField(_("key"), max_length=LONGEST_KEY, blank=True)
    title = models.CharField(_("title"), max_length=200)
    title_en = models.CharField(_("title in English"), max_length=200, blank=True)
    text = models.TextField(_("explanation"), max_length=TEXT_LENGTH, blank=True)
    text_en = models.TextField(_("explanation in English"), max_length=TEXT_LENGTH, blank=True)

    class Meta(OfVersion.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.label

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = self.key or self._free_key()
        super().save(*args, **kwargs)

    def _free_key(self) -> str:
        """Of the title, with a number where another part has it."""
        stem = slugify(self.title)[: LONGEST_KEY - 4] or type(self).__name__.lower()
        taken = set(type(self)._default_manager.filter(**{"version": self.version}).values_list("key", flat=True))
        names = (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3)))
        return next(name for name in names if name not in taken)

    @property
    def label(self) -> str:
        """The title in the reader's language."""
        return worded(self.title, self.title_en)

    @property
    def help(self) -> str:
        """The explanation in the reader's language."""
        return worded(self.text, self.text_en)


class Theme(Named, ClusterableModel):
    """A professionalisation theme: what a certificate is about.

    points: register points of its certificate; empty where the assessors decide how many.
    """

    version = _of_version("themes")
    points = models.PositiveSmallIntegerField(
        _("register points"), null=True, blank=True, help_text=_("Empty: the assessors decide.")
    )

    class Meta(Named.Meta):
        abstract = False
        verbose_name = _("validation theme")
        verbose_name_plural = _("validation themes")
        constraints = [models.UniqueConstraint(fields=["version", "key"], name="one_theme_per_key")]


class Competency(Named, ClusterableModel):
    """What a school leader shows in a theme; passages of the portfolio are linked to it."""

    version = _of_version("competencies")
    theme = ParentalKey(Theme, on_delete=models.CASCADE, related_name="competencies", verbose_name=_("theme"))

    class Meta(Named.Meta):
        abstract = False
        verbose_name = _("competency")
        verbose_name_plural = _("competencies")
        constraints = [models.UniqueConstraint(fields=["theme", "key"], name="one_competency_per_key")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.version = self.theme.version
        super().save(*args, **kwargs)


class ScanQuestion(Named):
    """A statement of the 360° scan about one competency; title is the statement."""

    version = _of_version("scan_questions")
    competency = ParentalKey(
        Competency, on_delete=models.CASCADE, related_name="scan_questions", verbose_name=_("competency")
    )

    class Meta(Named.Meta):
        abstract = False
        verbose_name = _("statement of the 360° scan")
        verbose_name_plural = _("statements of the 360° scan")
        constraints = [models.UniqueConstraint(fields=["version", "key"], name="one_scan_question_per_key")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.version = self.competency.version
        super().save(*args, **kwargs)


class Criterion(Named):
    """What an assessor judges apart from the rest, with reasons. theme: empty when it holds for every theme."""

    version = _of_version("criteria")
    theme = models.ForeignKey(
        Theme, models.CASCADE, null=True, blank=True, related_name="criteria", verbose_name=_("theme")
    )
    competency = models.ForeignKey(
        Competency, models.CASCADE, null=True, blank=True, related_name="criteria", verbose_name=_("competency")
    )

    class Meta(Named.Meta):
        abstract = False
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        constraints = [models.UniqueConstraint(fields=["version", "key"], name="one_criterion_per_key")]


class PortfolioSection(Named):
    """A fixed part of the portfolio of a theme (DOMAIN.md 3a): vertrekpunt, leerdoelen, bestemming, reflectie."""

    version = _of_version("sections")
    counts_words = models.BooleanField(_("its words count"), default=True)
    own_role = models.BooleanField(
        _("written from the own role"), default=False, help_text=_("People are told when it nowhere says “I”.")
    )

    class Meta(Named.Meta):
        abstract = False
        verbose_name = _("section of a portfolio")
        verbose_name_plural = _("sections of a portfolio")
        constraints = [models.UniqueConstraint(fields=["version", "key"], name="one_section_per_key")]


class FeedbackQuestion(Named):
    """What a colleague is asked about the participant; title is the question."""

    version = _of_version("feedback_questions")

    class Meta(Named.Meta):
        abstract = False
        verbose_name = _("question to a colleague")
        verbose_name_plural = _("questions to a colleague")
        constraints = [models.UniqueConstraint(fields=["version", "key"], name="one_feedback_question_per_key")]


class QuestionCard(Named):
    """A question that the facilitator of a dialogue can put; text: when, or what for."""

    version = _of_version("question_cards")

    class Meta(Named.Meta):
        abstract = False
        verbose_name = _("question card")
        verbose_name_plural = _("question cards")
        constraints = [models.UniqueConstraint(fields=["version", "key"], name="one_question_card_per_key")]


class Step(Named):
    """A step of the route as people read it; where it has days, whoever is to take it gets a deadline."""

    version = _of_version("steps")
    days = models.PositiveSmallIntegerField(
        _("days at most"), null=True, blank=True, help_text=_("Empty: no deadline.")
    )
    remind_days = models.PositiveSmallIntegerField(_("reminder, days before"), default=7)

    class Meta(Named.Meta):
        abstract = False
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        constraints = [models.UniqueConstraint(fields=["version", "key"], name="one_step_per_key")]


class Requirement(OfVersion):
    """Something a portfolio needs before it can be handed in, with its figure (DOMAIN.md 3a)."""

    class Kind(models.TextChoices):
        SECTIONS = "sections", _("Every section filled")
        WORDS_MAX = "words_max", _("Words at most")
        COMPETENCIES = "competencies", _("Competencies linked to a passage")
        COLLEAGUES_MIN = "colleagues_min", _("Colleagues who gave feedback")
        COLLEAGUES_ANSWERED = "colleagues_answered", _("Feedback answered in the reflection")
        SOURCES_MIN = "sources_min", _("Sources at least")
        LITERATURE_MIN = "literature_min", _("Sources that are literature, at least")
        EVIDENCE_MIN = "evidence_min", _("Pieces of evidence at least")
        EVIDENCE_MAX = "evidence_max", _("Pieces of evidence at most")
        EVIDENCE_MARKED = "evidence_marked", _("Of each piece the relevant part and what it supports")
        PERSPECTIVES_MIN = "perspectives_min", _("Perspectives in the evidence, at least")
        OWN_ROLE = "own_role", _("Goals and reflection from the own role")
        PRIVACY = "privacy", _("Looked at for the privacy of others")

    version = _of_version("requirements")
    kind = models.CharField(_("what is needed"), max_length=20, choices=Kind.choices)
    number = models.PositiveIntegerField(
        _("how many"), default=0, help_text=_("For competencies: 0 is every one of the theme. Not used for yes or no.")
    )
    needed = models.BooleanField(_("needed to submit"), default=True, help_text=_("Otherwise it is advice."))

    class Meta(OfVersion.Meta):
        abstract = False
        verbose_name = _("minimum requirement")
        verbose_name_plural = _("minimum requirements")
        constraints = [models.UniqueConstraint(fields=["version", "kind"], name="one_requirement_per_kind")]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class Fee(OfVersion):
    """What a step costs, in euro (DOMAIN.md 3)."""

    class Kind(models.TextChoices):
        USE = "use", _("Use of the portfolio")
        ASSESSING = "assessing", _("Assessing")
        TALK = "talk", _("Validation talk")
        RESUBMISSION = "resubmission", _("Submitting again")
        REPEATED_TALK = "repeated_talk", _("Talk held again")
        WHOLE = "whole", _("The whole route")

    class Per(models.TextChoices):
        ONCE = "once", _("once")
        THEME = "theme", _("per theme")
        TIME = "time", _("each time")

    version = _of_version("fees")
    kind = models.CharField(_("for what"), max_length=15, choices=Kind.choices)
    amount = models.DecimalField(_("euro"), max_digits=8, decimal_places=2, validators=[MinValueValidator(0)])
    per = models.CharField(_("how often"), max_length=5, choices=Per.choices, default=Per.ONCE)

    class Meta(OfVersion.Meta):
        abstract = False
        verbose_name = _("fee")
        verbose_name_plural = _("fees")
        constraints = [models.UniqueConstraint(fields=["version", "kind"], name="one_fee_per_kind")]

    def __str__(self) -> str:
        return str(self.get_kind_display())
