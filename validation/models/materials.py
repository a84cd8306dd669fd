from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.files import private_name
from networks.models.attachments import Attachment
from networks.models.sources import FIRST_YEAR, LAST_YEAR
from validation.models.cases import CaseTheme
from validation.models.rules import Competency, PortfolioSection

ONE_LINE = 300  # characters
PARAGRAPH = 2_000
PERCENT = [MaxValueValidator(100)]


def private_path(row: models.Model, filename: str) -> str:
    return private_name("validation")


class PortfolioSource(models.Model):
    """Something that was read, seen or heard, as it stands in the list of sources (APA)."""

    class Kind(models.TextChoices):
        BOOK = "book", _("Book")
        CHAPTER = "chapter", _("Chapter of a book")
        ARTICLE = "article", _("Article in a journal")
        REPORT = "report", _("Report or thesis")
        WEB = "web", _("Web page")
        MEDIA = "media", _("Film, podcast or broadcast")
        EVENT = "event", _("Lecture, congress or training")
        PERSONAL = "personal", _("Conversation, visit or other experience")

    theme = models.ForeignKey(CaseTheme, models.CASCADE, related_name="sources")
    kind = models.CharField(_("what it is"), max_length=10, choices=Kind.choices)
    is_literature = models.BooleanField(_("this is literature"), default=False)
    authors = models.CharField(_("who made it"), max_length=ONE_LINE, blank=True)
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)]
    )
    title = models.CharField(_("title"), max_length=ONE_LINE)
    container = models.CharField(_("appeared in"), max_length=ONE_LINE, blank=True)
    volume = models.CharField(_("volume and number"), max_length=40, blank=True)
    pages = models.CharField(_("pages"), max_length=40, blank=True)
    publisher = models.CharField(_("publisher or organisation"), max_length=200, blank=True)
    doi = models.CharField("DOI", max_length=200, blank=True)
    isbn = models.CharField("ISBN", max_length=20, blank=True)
    link = models.URLField(_("web address"), max_length=1000, blank=True)
    key = models.UUIDField(null=True, editable=False)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["authors", "year", "title", "pk"]
        constraints = [models.UniqueConstraint(fields=["theme", "key"], name="one_portfolio_source_per_key")]

    def __str__(self) -> str:
        return self.title


class Material(Attachment):
    """A file or a link of a portfolio. sha256: of the file, in hexadecimal, so that it can be shown to be the same."""

    file = models.FileField(_("file"), upload_to=private_path, max_length=200, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    key = models.UUIDField(null=True, editable=False)

    class Meta(Attachment.Meta):
        abstract = True


class Evidence(Material):
    """A piece of evidence with the part that matters, what it supports and whose perspective it is (DOMAIN.md 3a).

    frozen: what was taken over from the platform, as text. provenance: where that stood, when, and the hash of it.
    region: left, top, width and height, each in percent of the picture. Times are in seconds.
    """

    class Perspective(models.TextChoices):
        OWN = "own", _("Myself")
        COLLEAGUE = "colleague", _("Colleague")
        PUPIL = "pupil", _("Pupil or student")
        PARENT = "parent", _("Parent")
        BOARD = "board", _("Board")
        DATA = "data", _("Figures")

    class Part(models.TextChoices):
        PAGES = "pages", _("Pages")
        QUOTE = "quote", _("A quote")
        TIME = "time", _("From one moment to another")
        REGION = "region", _("A part of a picture")

    theme = models.ForeignKey(CaseTheme, models.CASCADE, related_name="evidence")
    position = models.PositiveSmallIntegerField(default=0)
    frozen = models.TextField(blank=True)
    provenance: "models.JSONField[Any, Any]" = models.JSONField(default=dict, blank=True)
    supports = models.TextField(_("what it supports"), max_length=PARAGRAPH, blank=True)
    section = models.ForeignKey(
        PortfolioSection, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("section")
    )
    competency = models.ForeignKey(
        Competency, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("competency")
    )
    perspective = models.CharField(_("whose perspective"), max_length=10, choices=Perspective.choices, blank=True)
    part = models.CharField(_("relevant part"), max_length=10, choices=Part.choices, blank=True)
    page_from = models.PositiveIntegerField(_("from page"), null=True, blank=True)
    page_to = models.PositiveIntegerField(_("to page"), null=True, blank=True)
    quote = models.TextField(_("quote"), max_length=PARAGRAPH, blank=True)
    time_from = models.PositiveIntegerField(_("from"), null=True, blank=True)
    time_to = models.PositiveIntegerField(_("until"), null=True, blank=True)
    left = models.PositiveSmallIntegerField(_("from the left"), null=True, blank=True, validators=PERCENT)
    top = models.PositiveSmallIntegerField(_("from the top"), null=True, blank=True, validators=PERCENT)
    width = models.PositiveSmallIntegerField(_("width"), null=True, blank=True, validators=PERCENT)
    height = models.PositiveSmallIntegerField(_("height"), null=True, blank=True, validators=PERCENT)

    class Meta(Material.Meta):
        abstract = False
        verbose_name = _("piece of evidence")
        verbose_name_plural = _("pieces of evidence")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(file="", link="") | models.Q(link="", frozen="") | models.Q(file="", frozen=""),
                name="evidence_is_one_thing",
            ),
            models.UniqueConstraint(fields=["theme", "key"], name="one_evidence_per_key"),
        ]

    @property
    def url(self) -> str:
        """The link itself, or our own guarded address of the file."""
        if self.link or not self.file:
            return self.link
        return reverse("validation:evidence_file", args=[self.theme.case_id, self.theme_id, self.pk])

    @property
    def is_marked(self) -> bool:
        """Whether the relevant part is marked, with what that kind of part needs."""
        match self.part:
            case self.Part.PAGES:
                return self.page_from is not None
            case self.Part.QUOTE:
                return bool(self.quote)
            case self.Part.TIME:
                return self.time_from is not None
            case self.Part.REGION:
                return None not in (self.left, self.top) and bool(self.width and self.height)
        return False

    @property
    def is_ready(self) -> bool:
        """Marked, and told what it supports and whose perspective it is."""
        return self.is_marked and bool(self.supports and self.perspective)


class Appendix(Material):
    """Something that goes along; its words do not count, and nobody has to read it."""

    theme = models.ForeignKey(CaseTheme, models.CASCADE, related_name="appendices")

    class Meta(Material.Meta):
        abstract = False
        verbose_name = _("appendix")
        verbose_name_plural = _("appendices")
        constraints = [
            *Material.Meta.constraints,
            models.UniqueConstraint(fields=["theme", "key"], name="one_appendix_per_key"),
        ]

    @property
    def url(self) -> str:
        """The link itself, or our own guarded address of the file."""
        if self.link or not self.file:
            return self.link
        return reverse("validation:appendix_file", args=[self.theme.case_id, self.theme_id, self.pk])
