from typing import Any

from django.conf import settings
from django.core.validators import MaxLengthValidator, MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.text import Truncator, get_text_list
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from taggit.models import TaggedItemBase

from core.files import private_name
from core.models import TimeStamped
from resources.choices import (
    FIRST_YEAR,
    LAST_YEAR,
    Licence,
    MaterialKind,
    SchoolSize,
    SchoolType,
    period_of,
    school_year,
)
from resources.coauthors.model import CoAuthor
from resources.collected.model import Collected, Collection
from resources.conversation.model import CheckItem, PracticeEvent, Remark, RemarkAnswer
from resources.extracted.model import MaterialText
from resources.lists.model import Kept, ReadingList
from resources.permission.model import SchoolPermission
from resources.previews.model import FirstPage
from resources.previews.videos import Host, host_of
from resources.privacy.model import PrivacyLook
from resources.querysets import MaterialQuerySet, PracticeQuerySet
from resources.quotes.model import Quote
from resources.saved.model import SavedSearch, ToldOf
from resources.taxonomy.model import Synonym, TagFacts
from resources.tried.model import Objection, Trial
from resources.writing.model import Unsaved
from schools.models import Sector

__all__ = [
    "CheckItem",
    "CoAuthor",
    "Collected",
    "Collection",
    "FirstPage",
    "Kept",
    "MaterialText",
    "Objection",
    "Practice",
    "PracticeEvent",
    "PracticeMaterial",
    "PracticeTag",
    "PracticeUse",
    "PracticeVersion",
    "PrivacyLook",
    "Quote",
    "ReadingList",
    "Remark",
    "RemarkAnswer",
    "Review",
    "SavedSearch",
    "SchoolPermission",
    "Synonym",
    "TagFacts",
    "ToldOf",
    "Trial",
    "Unsaved",
]

TEXT_LIMIT = 20_000
SHOWN_SMALL = {"image/jpeg", "image/png", "image/webp", "image/gif"}
PDF = "application/pdf"
SCHOOL_YEAR = [MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)]


class LongText(models.TextField):
    """A text of at most TEXT_LIMIT characters, checked wherever the model is validated."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **{"blank": True, "validators": [MaxLengthValidator(TEXT_LIMIT)], **kwargs})


class PracticeTag(TaggedItemBase):
    content_object = models.ForeignKey("resources.Practice", models.CASCADE, related_name="tagged_items")


class Practice(TimeStamped):
    """A good practice of one school (DOMAIN.md 2). Only resources.services writes it.

    A published practice keeps its text while its contributor works on changes: those live in a second row, the
    revision, with `revises` filled. Everybody outside this app knows only the first row, the original
    (docs/adr/0020).
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        SUBMITTED = "submitted", _("Waiting for review")
        RETURNED = "returned", _("Returned")
        PUBLISHED = "published", _("Published")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(_("address"), max_length=80, unique=True, null=True, editable=False)
    summary = models.TextField(_("summary"), blank=True, validators=[MaxLengthValidator(600)])
    question = LongText(_("question"))
    context = LongText(_("context"))
    approach = LongText(_("approach"))
    result = LongText(_("result"))
    conditions = LongText(_("conditions"))
    what_did_not_work = LongText(_("what did not work"))
    contact = models.CharField(_("contact"), max_length=300, blank=True)
    licence = models.CharField(_("licence"), max_length=20, choices=Licence.choices, default=Licence.CC_BY)
    sector = models.CharField(_("sector"), max_length=3, choices=Sector.choices, blank=True)
    school_type = models.CharField(_("school type"), max_length=30, choices=SchoolType.choices, blank=True)
    school_size = models.CharField(_("size of the school"), max_length=10, choices=SchoolSize.choices, blank=True)
    subjects = models.CharField(_("subjects"), max_length=200, blank=True)
    first_year = models.PositiveSmallIntegerField(_("first school year"), null=True, blank=True, validators=SCHOOL_YEAR)
    last_year = models.PositiveSmallIntegerField(_("last school year"), null=True, blank=True, validators=SCHOOL_YEAR)

    contributor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="practices", verbose_name=_("contributor")
    )
    school = models.ForeignKey(
        "schools.School", models.PROTECT, null=True, blank=True, related_name="practices", verbose_name=_("school")
    )
    network = models.ForeignKey(
        "networks.Network", models.PROTECT, null=True, blank=True, related_name="practices", verbose_name=_("network")
    )
    learning_question = models.ForeignKey(
        "networks.LearningQuestion",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="practices",
        verbose_name=_("learning question"),
    )
    themes = models.ManyToManyField("networks.Theme", blank=True, related_name="practices", verbose_name=_("themes"))
    tags = TaggableManager(through=PracticeTag, blank=True, verbose_name=_("tags"))

    revises = models.OneToOneField("self", models.CASCADE, null=True, editable=False, related_name="revision")
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.DRAFT)
    version = models.PositiveIntegerField(default=1)
    key = models.UUIDField(null=True, editable=False)
    submitted_at = models.DateTimeField(_("submitted"), null=True, editable=False)
    published_at = models.DateTimeField(_("published"), null=True, editable=False)

    # What it said before somebody else than its authors opened it for a change; resources.services sets it.
    read_before: dict[str, str] | None = None

    objects = PracticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("practice")
        verbose_name_plural = _("practices")
        ordering = ["-published_at", "-pk"]
        indexes = [
            models.Index(fields=["state", "-published_at"], name="practice_by_state"),
            models.Index(fields=["contributor", "state"], name="practice_by_contributor"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["contributor", "key"], name="one_practice_per_key"),
            models.CheckConstraint(
                condition=models.Q(revises=None) ^ models.Q(slug=None), name="originals_have_the_address"
            ),
            models.CheckConstraint(
                condition=models.Q(revises=None) | models.Q(state__in=["draft", "submitted", "returned"]),
                name="a_revision_is_never_public",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def original(self) -> "Practice":
        """The row that has the address; the practice itself unless this is a revision."""
        return self.revises or self

    @property
    def latest(self) -> "Practice":
        """The row with the newest text: the revision when there is one."""
        return getattr(self, "revision", None) or self

    @property
    def authors(self) -> list[Any]:
        """Who is named: the contributor, and who agreed to be named too."""
        agreed = [it.person for it in self.original.coauthors.all() if it.has_agreed]
        return [self.contributor, *agreed]

    @property
    def author_ids(self) -> list[int]:
        """The same, by id: asks nothing of people."""
        return [self.contributor_id, *(it.person_id for it in self.original.coauthors.all() if it.has_agreed)]

    @property
    def author_names(self) -> str:
        """The authors as a reader is told of them: "Sanne de Vries and Tom Bakker"."""
        return get_text_list([person.name for person in self.authors], gettext("and"))

    @property
    def is_published(self) -> bool:
        return self.state == self.State.PUBLISHED

    @property
    def is_waiting(self) -> bool:
        """Submitted, and not yet decided upon."""
        return self.state == self.State.SUBMITTED

    @property
    def teaser(self) -> str:
        """The summary, or else the beginning of what it is about."""
        return self.summary or Truncator(self.result or self.question or self.approach).chars(280)

    @property
    def years(self) -> list[int]:
        """The school years, each by the year in which it starts."""
        first, last = self.first_year or self.last_year, self.last_year or self.first_year
        return list(range(first, last + 1)) if first and last else []

    @property
    def period(self) -> str:
        """The school years in words: "2018-2019" or "2018-2021"."""
        return period_of(self.years)

    @property
    def year_labels(self) -> list[str]:
        return [school_year(year) for year in self.years]

    @property
    def licence_facts(self) -> Licence:
        return Licence(self.licence)

    @property
    def public_network(self) -> Any:
        """The network it came from, unless that network is hidden."""
        return self.network if self.network and not self.network.hidden else None

    def get_absolute_url(self) -> str:
        return reverse("resources:practice", args=[self.original.slug])


class PracticeUse(models.Model):
    """How often a practice was read and its files fetched on one day; of whom is known nowhere."""

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="uses")
    day = models.DateField()
    reads = models.PositiveIntegerField(default=0)
    downloads = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["practice", "day"], name="one_count_per_practice_and_day")]

    def __str__(self) -> str:
        return f"{self.practice_id} {self.day}"


class PracticeVersion(models.Model):
    """A text of a practice that was published, and what was new in it; the texts themselves are not kept."""

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    published_at = models.DateTimeField()
    changed = models.JSONField(default=list, help_text="Names of fields, and of what hangs on it.")

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["practice", "number"], name="one_practice_version_per_number")]

    def __str__(self) -> str:
        return f"{self.practice_id} {self.number}"


class Review(models.Model):
    """One decision on a submitted practice; the rows of a practice are its history. Never changed, but that the content
    forgets who ended the account.

    content: what the practice said then, by part. checks: the points of the checklist, each ticked or not.
    """

    class Decision(models.TextChoices):
        PUBLISH = "publish", _("Publish")
        RETURN = "return", _("Return")

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="reviews")
    decision = models.CharField(max_length=10, choices=Decision.choices)
    reasons = models.TextField(blank=True, validators=[MaxLengthValidator(TEXT_LIMIT)])
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField()
    checks: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    content: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_decision_display()} {self.practice_id}"

    @property
    def outcome(self) -> Practice.State:
        """What the practice became by it."""
        return Practice.State.PUBLISHED if self.decision == self.Decision.PUBLISH else Practice.State.RETURNED


def private_path(material: "PracticeMaterial", filename: str) -> str:
    """A name that cannot be guessed and says nothing of the file; no address leads to this folder."""
    return private_name("materials")


class PracticeMaterial(models.Model):
    """A file or a link that goes with a practice.

    In a revision, `copied_from` is the original's material that this row stands for; both share one file.
    """

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="materials")
    copied_from = models.OneToOneField("self", models.CASCADE, null=True, editable=False, related_name="copy")
    title = models.CharField(_("title"), max_length=200)
    kind = models.CharField(_("kind of material"), max_length=20, choices=MaterialKind.choices)
    file = models.FileField(_("file"), upload_to=private_path, max_length=200, blank=True)
    link = models.URLField(_("link"), max_length=1000, blank=True)
    name = models.CharField(max_length=200, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    content_type = models.CharField(max_length=100, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    objects = MaterialQuerySet.as_manager()

    class Meta:
        verbose_name = _("material")
        verbose_name_plural = _("materials")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(file="") ^ models.Q(link=""), name="a_file_or_a_link"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def has_picture(self) -> bool:
        """Whether it is a picture, of which a small one can be shown."""
        return self.content_type in SHOWN_SMALL

    @property
    def is_pdf(self) -> bool:
        return bool(self.file) and self.content_type == PDF

    @property
    def page(self) -> FirstPage | None:
        """Its first page, when there is a picture of that; a copy in a revision has the original's."""
        if not self.is_pdf:
            return None
        drawn: FirstPage | None = getattr(self.copied_from or self, "first_page", None)
        return drawn if drawn and drawn.picture else None

    @property
    def host(self) -> Host:
        """Where a link leads, in words."""
        return host_of(self.link)

    @property
    def extension(self) -> str:
        """The kind of file as people know it: "PDF"."""
        return self.name.rpartition(".")[2].upper() if self.file else ""

    @property
    def url(self) -> str:
        """Where the reader gets it: the link itself, or our own guarded address for the file."""
        return self.link or reverse("resources:material", args=[self.pk])
