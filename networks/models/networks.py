from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from core.models import TimeStamped
from networks.querysets import NetworkQuerySet
from schools.models import Sector

if TYPE_CHECKING:
    from networks.models.meetings import Meeting, Series
    from networks.models.pages import NetworkPage


class Status(models.TextChoices):
    """Where a network stands for somebody who wants to sign up (DOMAIN.md 1)."""

    OPEN = "open", _("Open for sign-up")
    LAST_PLACES = "last_places", _("Last places")
    FULL = "full", _("Full")
    CLOSED = "closed", _("Closed")
    ANNOUNCED = "announced", _("Not yet known")


def check_sectors(sectors: list[str]) -> None:
    if not isinstance(sectors, list) or not set(sectors) <= set(Sector.values):
        raise ValidationError(_("Choose sectors from the list."))


class Network(TimeStamped, ClusterableModel):
    """A learning network (leernetwerk): school leaders who learn together in a series of meetings.

    Its announcement is a NetworkPage per language; without a published one only those with a part know of it.
    """

    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(_("slug"), max_length=200, unique=True, editable=False)
    themes = models.ManyToManyField("networks.Theme", related_name="networks", blank=True, verbose_name=_("themes"))
    sectors = models.JSONField(_("sectors"), default=list, blank=True, validators=[check_sectors])
    facilitators = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="facilitated_networks", blank=True, verbose_name=_("facilitators")
    )
    places = models.PositiveIntegerField(
        _("places"), null=True, blank=True, help_text=_("Leave empty when there is no limit.")
    )
    last_places_threshold = models.PositiveIntegerField(
        _("last places from"), default=3, help_text=_("With this many places left, the status is “Last places”.")
    )
    waiting_list = models.BooleanField(_("keep a waiting list"), default=True)
    offer_hours = models.PositiveSmallIntegerField(
        _("hours to confirm a place that came free"),
        default=72,
        validators=[MaxValueValidator(24 * 60)],
        help_text=_(
            "For people on the waiting list. After that the next one gets the place. 0: nobody has to confirm."
        ),
    )
    approval = models.BooleanField(_("the facilitator decides on each sign-up"), default=True)
    opens_at = models.DateTimeField(_("sign-up opens"), null=True, blank=True)
    closes_at = models.DateTimeField(_("sign-up closes"), null=True, blank=True)
    start_unknown = models.BooleanField(
        _("start not yet known"),
        default=False,
        help_text=_("Without a day on which sign-up opens, nobody can sign up yet."),
    )
    guests_allowed = models.BooleanField(
        _("participants may bring a guest"),
        default=True,
        help_text=_("To each meeting one colleague of the own school."),
    )
    contact_email = models.EmailField(_("contact address"), blank=True)
    hidden = models.BooleanField(
        _("hidden"), default=False, help_text=_("Only participants and facilitators can find it.")
    )

    # Only networks.services writes these: asking for the evaluation, and closing, after which nothing changes.
    evaluation_opened_at = models.DateTimeField(null=True, editable=False)
    evaluation_reminded_at = models.DateTimeField(null=True, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)

    objects = NetworkQuerySet.as_manager()

    class Meta:
        verbose_name = _("network")
        verbose_name_plural = _("networks")
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.slug = self.slug or free_slug(self.title)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            raise ValidationError({"closes_at": _("Sign-up closes after it opens.")})

    @property
    def places_taken(self) -> int:
        """Places of participants and of requests; `with_places_taken()` counts them for a whole list at once."""
        if not hasattr(self, "number_taken"):
            return self.enrolments.holding_a_place().count()
        return self.number_taken or 0

    @property
    def places_left(self) -> int | None:
        """None when there is no limit."""
        return None if self.places is None else max(0, self.places - self.places_taken)

    @property
    def status(self) -> Status:
        """Where the network stands for somebody who wants to sign up."""
        return self.status_at(timezone.now())

    def status_at(self, moment: datetime) -> Status:
        if self.is_archived:
            return Status.CLOSED
        if self.closes_at and self.closes_at <= moment:
            return Status.CLOSED
        if self.opens_at > moment if self.opens_at else self.start_unknown:
            return Status.ANNOUNCED
        left = self.places_left
        if left is None:
            return Status.OPEN
        return Status.FULL if left == 0 else Status.LAST_PLACES if left <= self.last_places_threshold else Status.OPEN

    @property
    def is_archived(self) -> bool:
        """The facilitator has closed it: its people read everything, and nobody changes anything."""
        return self.closed_at is not None

    @property
    def takes_sign_ups(self) -> bool:
        """Can somebody sign up now, be it for the waiting list?"""
        status = self.status
        return status in {Status.OPEN, Status.LAST_PLACES} or (status == Status.FULL and self.waiting_list)

    def confirm_by(self, moment: datetime) -> datetime | None:
        """Until when a place that comes free at this moment is kept; None when nobody has to confirm."""
        return moment + timedelta(hours=self.offer_hours) if self.offer_hours else None

    @property
    def sector_codes(self) -> list[str]:
        """In the order of the list of sectors."""
        return [code for code in Sector.values if code in self.sectors]

    @property
    def sector_labels(self) -> list[str]:
        return [str(Sector(code).label) for code in self.sector_codes]

    @property
    def meetings(self) -> list["Meeting"]:
        """All meetings of all series, by date; those without a date last. Prefetch `series__meetings` in lists."""
        meetings = [meeting for series in self.series.all() for meeting in series.meetings.all()]
        return sorted(meetings, key=lambda meeting: meeting.place_in_calendar)

    @property
    def next_meeting(self) -> "Meeting | None":
        """The first meeting that has not ended."""
        return next(iter(self.coming_meetings), None)

    @property
    def coming_meetings(self) -> list["Meeting"]:
        """Those that have not ended, the first one first; a closed network meets no more."""
        return [] if self.is_archived else [meeting for meeting in self.meetings if meeting.is_upcoming]

    @property
    def last_meeting(self) -> "Meeting | None":
        """The last meeting that was held."""
        return next((meeting for meeting in reversed(self.meetings) if meeting.is_over), None)

    @property
    def current_series(self) -> list["Series"]:
        """Series that are running or still to come, the one that meets first in front."""
        return sorted((series for series in self.series.all() if not series.is_over), key=lambda it: it.meets_next)

    @property
    def series_to_read(self) -> list["Series"]:
        """All series as members look for them: what comes first, then what was, the last one first."""
        return self.current_series + self.past_series

    @property
    def past_series(self) -> list["Series"]:
        """Series of which every meeting has been, the last one first."""
        return [series for series in reversed(self.series.all()) if series.is_over]

    @property
    def is_past(self) -> bool:
        """Closed, and no series is running or still to come."""
        return self.is_archived or (self.status == Status.CLOSED and not self.current_series)

    @property
    def page(self) -> "NetworkPage | None":
        """The published announcement, in the reader's language if there is one."""
        fetched = "pages" in getattr(self, "_prefetched_objects_cache", {})
        found = self.pages.all() if fetched else self.pages.select_related("locale")
        pages = [page for page in found if page.live]
        return next(
            (page for page in pages if page.locale.language_code == get_language()), pages[0] if pages else None
        )

    def get_absolute_url(self) -> str:
        """The announcement; the members' space for a network that has none."""
        page = self.page
        return (page.url if page else None) or self.space_url

    @property
    def space_url(self) -> str:
        return reverse("networks:space", args=[self.slug])

    @property
    def enrol_url(self) -> str:
        return reverse("networks:enrol", args=[self.slug])

    @property
    def meetings_url(self) -> str:
        return reverse("networks:meetings", args=[self.slug])

    @property
    def polls_url(self) -> str:
        return reverse("networks:polls", args=[self.slug])

    @property
    def agreed_url(self) -> str:
        return reverse("networks:agreed", args=[self.slug])

    def member_ledger_url(self, enrolment: int) -> str:
        """Where the facilitator arranges something with this participant."""
        return reverse("networks:member_ledger", args=[self.slug, enrolment])

    @property
    def closing_url(self) -> str:
        return reverse("networks:closing", args=[self.slug])

    @property
    def evaluation_url(self) -> str:
        return reverse("networks:evaluate", args=[self.slug])

    @property
    def sign_up_questions_url(self) -> str:
        return reverse("networks:sign_up_questions", args=[self.slug])

    @property
    def cockpit_url(self) -> str:
        return reverse("networks:cockpit", args=[self.slug])


def free_slug(title: str) -> str:
    """An address for the title that no network has yet."""
    base = slugify(title)[:190] or "netwerk"
    taken = set(Network.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return next(
        slug for number in range(1, len(taken) + 2) if (slug := f"{base}-{number}" if number > 1 else base) not in taken
    )
