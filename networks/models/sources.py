from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from networks.models.attachments import Attachment
from networks.models.enrolments import Enrolment, LearningQuestion
from networks.querysets import SourceQuerySet

FIRST_YEAR, LAST_YEAR = 1400, 2100
ONE_LINE = 300  # characters


class Source(Attachment):
    """Something that a participant read, saw or heard for the own learning question, and what it gave.

    A book has neither a file nor a link. `question`: the version that the participant had when it was noted.
    """

    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="sources")
    question = models.ForeignKey(LearningQuestion, models.SET_NULL, null=True, related_name="+")
    authors = models.CharField(_("who made it"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)]
    )
    gave = models.CharField(_("what it gave"), max_length=ONE_LINE)
    key = models.UUIDField(null=True, editable=False)

    objects = SourceQuerySet.as_manager()

    class Meta(Attachment.Meta):
        abstract = False
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(file="") | models.Q(link=""), name="a_source_has_a_file_or_a_link"
            ),
            models.UniqueConstraint(fields=["enrolment", "key"], name="one_source_per_key"),
        ]

    @property
    def made_by(self) -> str:
        """By whom and when, as far as that is known: "Dylan Wiliam, 2011"."""
        return ", ".join(str(it) for it in (self.authors, self.year) if it)

    @property
    def url(self) -> str:
        """The link itself, our own guarded address for the file, or nothing."""
        if self.link or not self.file:
            return self.link
        return reverse("networks:source_file", args=[self.enrolment.network.slug, self.pk])
