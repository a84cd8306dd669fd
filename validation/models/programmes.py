from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from networks.models.agreements import worded
from validation.querysets import ProgrammeQuerySet, VersionQuerySet
from validation.states import Route

TEXT_LENGTH = 5_000  # characters


class Programme(models.Model):
    """What an organisation offers to have informal learning validated by one of three routes (DOMAIN.md 3).

    What may differ per organisation is in its versions. board: only for school leaders of this board (in-company).
    """

    slug = models.SlugField(
        _("slug"), max_length=100, unique=True, help_text=_("Part of addresses; keep it once used.")
    )
    route = models.CharField(_("route"), max_length=10, choices=Route.choices)
    title = models.CharField(_("title"), max_length=200)
    title_en = models.CharField(_("title in English"), max_length=200, blank=True)
    organisation = models.CharField(_("organisation"), max_length=200, help_text=_("Who gives the certificate."))
    contact = models.EmailField(_("mail address for questions"), blank=True)
    board = models.ForeignKey(
        "schools.Board",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("board"),
        help_text=_("Only school leaders of this board can start. Empty: everybody."),
    )
    is_open = models.BooleanField(_("people can start"), default=True)
    position = models.PositiveSmallIntegerField(_("order"), default=10, help_text=_("Low numbers come first."))

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name = _("validation programme")
        verbose_name_plural = _("validation programmes")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The title in the reader's language."""
        return worded(self.title, self.title_en)

    @property
    def url(self) -> str:
        """The public page."""
        return reverse("validation:programme", args=[self.slug])


class ProgrammeVersion(ClusterableModel):
    """The rules of a programme as somebody starts under them: a draft is edited, a published one never changes again.

    Lengths of talks are in minutes. The figures that ship are those of DOMAIN.md 3.
    """

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="versions", verbose_name=_("programme"))
    number = models.PositiveSmallIntegerField(_("version"), editable=False)
    note = models.CharField(_("what is new"), max_length=300, blank=True)
    published_at = models.DateTimeField(_("published"), null=True, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )

    summary = models.CharField(_("in one sentence"), max_length=300)
    summary_en = models.CharField(_("in one sentence, in English"), max_length=300, blank=True)
    introduction = models.TextField(_("introduction"), max_length=TEXT_LENGTH, blank=True)
    introduction_en = models.TextField(_("introduction in English"), max_length=TEXT_LENGTH, blank=True)

    themes_at_once = models.PositiveSmallIntegerField(
        _("themes validated at the same time"), default=2, validators=[MinValueValidator(1)]
    )
    assessors_per_theme = models.PositiveSmallIntegerField(
        _("assessors per theme"), default=2, validators=[MinValueValidator(2)]
    )
    assessors_admitting = models.PositiveSmallIntegerField(
        _("assessors who judge the portfolio"), default=2, validators=[MinValueValidator(1)]
    )
    talk_minutes = models.PositiveSmallIntegerField(_("minutes of a talk"), default=45)
    talk_minutes_most = models.PositiveSmallIntegerField(
        _("minutes at most"), null=True, blank=True, help_text=_("Only where the length of a talk varies.")
    )
    talk_minutes_two_themes = models.PositiveSmallIntegerField(_("minutes for two themes"), default=75)
    people_in_dialogue = models.PositiveSmallIntegerField(_("people in a dialogue"), default=3)
    day_starts = models.TimeField(_("day of the dialogue begins"), null=True, blank=True)
    day_ends = models.TimeField(_("day of the dialogue ends"), null=True, blank=True)
    reflection_hours = models.PositiveSmallIntegerField(_("hours for the final reflection"), default=48)
    scan_group_least = models.PositiveSmallIntegerField(
        _("respondents a group needs in the 360° scan"), default=3, validators=[MinValueValidator(2)]
    )
    feedback_days = models.PositiveSmallIntegerField(_("days for the feedback of a colleague"), default=21)
    feedback_reminder_days = models.PositiveSmallIntegerField(_("days after which a colleague is reminded"), default=7)
    look_along_days = models.PositiveSmallIntegerField(_("days that somebody may look along"), default=14)
    retention_months = models.PositiveSmallIntegerField(
        _("months that a closed portfolio is kept"), default=24, validators=[MinValueValidator(1)]
    )
    pays_first = models.BooleanField(
        _("assessing waits for payment"), default=False, help_text=_("Otherwise nothing waits for payment.")
    )
    vat_text = models.CharField(_("text about VAT"), max_length=200, blank=True)
    vat_text_en = models.CharField(_("text about VAT in English"), max_length=200, blank=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of a programme")
        verbose_name_plural = _("versions of programmes")
        ordering = ["programme", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="one_programme_version_per_number"),
            models.UniqueConstraint(
                fields=["programme"], condition=models.Q(published_at=None), name="one_draft_per_programme"
            ),
        ]

    def __str__(self) -> str:
        return _("%(programme)s, version %(number)s") % {"programme": self.programme, "number": self.number}

    @property
    def is_draft(self) -> bool:
        return self.published_at is None

    @property
    def worded_summary(self) -> str:
        return worded(self.summary, self.summary_en)

    @property
    def worded_introduction(self) -> str:
        return worded(self.introduction, self.introduction_en)

    @property
    def worded_vat(self) -> str:
        return worded(self.vat_text, self.vat_text_en)
