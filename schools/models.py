from typing import Any

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from schools.querysets import EmploymentQuerySet, SchoolQuerySet

BRIN = RegexValidator(
    r"^\d{2}[A-Z]{2}(\d{2})?$", _("A BRIN number is two digits, two capitals and, for a location, two digits: 02AB00.")
)


class Sector(models.TextChoices):
    """The sectors of Dutch education (DOMAIN.md, people and organisations)."""

    PO = "PO", _("Primary education")
    VO = "VO", _("Secondary education")
    MBO = "MBO", _("Vocational education")
    SO = "SO", _("Special education")
    HBO = "HBO", _("Higher professional education")


class SchoolType(models.TextChoices):
    """Kinds of school within the sectors."""

    BASISSCHOOL = "basisschool", _("Primary school (basisschool)")
    SBO = "sbo", _("Special primary school (sbo)")
    PRAKTIJKONDERWIJS = "praktijkonderwijs", _("Practical training (praktijkonderwijs)")
    VMBO = "vmbo", _("vmbo")
    HAVO = "havo", _("havo")
    VWO = "vwo", _("vwo")
    HAVO_VWO = "havo-vwo", _("havo/vwo")
    COMPREHENSIVE = "scholengemeenschap", _("Comprehensive school (vmbo to vwo)")
    SO = "so", _("Special school (so)")
    VSO = "vso", _("Special secondary school (vso)")
    MBO = "mbo", _("Vocational college (mbo)")
    HBO = "hbo", _("University of applied sciences (hbo)")


class SchoolSize(models.TextChoices):
    """How many pupils or students the school has, in bands."""

    UNDER_200 = "0-199", _("Fewer than 200 pupils")
    UNDER_500 = "200-499", _("200 to 500 pupils")
    UNDER_1000 = "500-999", _("500 to 1,000 pupils")
    UNDER_2000 = "1000-1999", _("1,000 to 2,000 pupils")
    MORE = "2000-", _("2,000 pupils or more")

    @classmethod
    def of(cls, pupils: int) -> "SchoolSize":
        """The band of a number of pupils."""
        return max((size for size in cls if size.least <= pupils), key=lambda size: size.least)

    @property
    def least(self) -> int:
        return int(self.value.partition("-")[0])


class Board(models.Model):
    """The governing body (bestuur) of one or more schools."""

    name = models.CharField(_("name"), max_length=200)
    number = models.CharField(_("number"), max_length=10, unique=True, null=True, blank=True)

    class Meta:
        verbose_name = _("board")
        verbose_name_plural = _("boards")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class School(models.Model):
    """A school or a location of one, known by its BRIN number of four or six characters."""

    brin = models.CharField("BRIN", max_length=6, unique=True, validators=[BRIN])
    name = models.CharField(_("name"), max_length=200)
    place = models.CharField(_("place"), max_length=100)
    sector = models.CharField(_("sector"), max_length=3, choices=Sector.choices)
    board = models.ForeignKey(
        Board, models.PROTECT, null=True, blank=True, related_name="schools", verbose_name=_("board")
    )

    school_type = models.CharField(_("school type"), max_length=30, choices=SchoolType.choices, blank=True)
    pupils = models.PositiveIntegerField(_("number of pupils"), null=True, blank=True)

    objects = SchoolQuerySet.as_manager()

    class Meta:
        verbose_name = _("school")
        verbose_name_plural = _("schools")
        ordering = ["name", "place", "pk"]
        indexes = [models.Index(fields=["sector", "name"])]

    def __str__(self) -> str:
        return f"{self.name}, {self.place}"

    @property
    def size(self) -> SchoolSize | None:
        """How large it is; None while nobody knows."""
        return None if self.pupils is None else SchoolSize.of(self.pupils)


class Employment(models.Model):
    """A person works at a school; a school leader may work at more than one, and says which is the primary one."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="employments", verbose_name=_("person")
    )
    school = models.ForeignKey(School, models.PROTECT, related_name="employments", verbose_name=_("school"))
    job = models.CharField(_("job"), max_length=100, blank=True)
    started_on = models.DateField(_("since"), null=True, blank=True)
    ended_on = models.DateField(_("until"), null=True, blank=True)
    primary = models.BooleanField(_("main school"), default=False, editable=False)

    objects = EmploymentQuerySet.as_manager()

    class Meta:
        verbose_name = _("employment")
        verbose_name_plural = _("employments")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "school"], condition=models.Q(ended_on=None), name="one_running_employment_per_school"
            ),
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(primary=True), name="one_primary_school_per_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.school}"

    @classmethod
    def export(cls, person: User) -> list[dict[str, Any]]:
        """The person's employments, past ones too, for the export of own data."""
        own = cls.objects.filter(person=person).order_by("pk")
        return [
            dict(row) for row in own.values("school__brin", "school__name", "job", "started_on", "ended_on", "primary")
        ]
