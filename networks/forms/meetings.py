from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from core.choices import offer_rows
from networks.forms.texts import text_field
from networks.models import Meeting, Network, SchoolHoliday, Series
from networks.rhythm import Rhythm, closed_days, rhythm
from networks.services.series import MOST_MEETINGS, MOST_WEEKS
from networks.walltime import AMSTERDAM, FIRST_DAY, LAST_DAY, NOT_A_DAY, at_school
from schools.models import School


def day_field(label: Any, **options: Any) -> forms.DateField:
    """A day of this century: calendars and rules reckon from it."""
    sensible = [MinValueValidator(FIRST_DAY, NOT_A_DAY), MaxValueValidator(LAST_DAY, NOT_A_DAY)]
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, validators=sensible, **options)


def clock_field(label: Any, **options: Any) -> forms.TimeField:
    return forms.TimeField(label=label, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), **options)


def online_field() -> forms.URLField:
    """Where people join who are not in one room."""
    seen = _("Only participants see this.")
    return forms.URLField(label=_("Address to join online"), assume_scheme="https", required=False, help_text=seen)


class SeriesForm(forms.Form):
    """A series by rule: from a first day on, every so many weeks, holidays passed over."""

    title = forms.CharField(label=_("Title"), max_length=200, help_text=_("For example: Series spring 2027."))
    first = day_field(_("First meeting"))
    number = forms.IntegerField(label=_("How many meetings"), min_value=1, max_value=MOST_MEETINGS, initial=5)
    weeks = forms.IntegerField(label=_("Weeks between meetings"), min_value=1, max_value=MOST_WEEKS, initial=4)
    starts = clock_field(_("From"), initial="09:30")
    ends = clock_field(_("Until"), initial="12:30")
    place = forms.CharField(
        label=_("Place"), max_length=200, required=False, help_text=_("Leave empty while it is to be decided.")
    )
    online_url = online_field()
    region = forms.ChoiceField(
        label=_("School holidays of the region"),
        choices=[("", _("Only those of the whole country")), *SchoolHoliday.Region.choices],
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and ends <= starts:
            self.add_error("ends", _("A meeting ends after it starts."))
        return cleaned

    def rhythm(self) -> Rhythm:
        """The days that follow from the answers."""
        first, region = self.cleaned_data["first"], self.cleaned_data["region"]
        answers = {name: self.cleaned_data[name] for name in ("first", "number", "weeks")}
        return rhythm(closed=closed_days(first, region), **answers)

    @property
    def facts(self) -> dict[str, Any]:
        """What networks.services.plan_series takes."""
        return {name: self.cleaned_data[name] for name in ("title", "starts", "ends", "place", "online_url")} | {
            "days": self.rhythm().days
        }


class MeetingForm(forms.ModelForm):
    """One meeting; its day and hours are those on the clock at school, and may be left open."""

    day = day_field(_("Day"), required=False, help_text=_("Leave empty while it is to be decided."))
    starts = clock_field(_("From"), required=False)
    ends = clock_field(_("Until"), required=False)
    online_url = online_field()
    reason = text_field(
        _("What do you want to tell about the change?"), rows=3, help_text=_("Goes along in the mail to everybody.")
    )

    class Meta:
        model = Meeting
        fields = ["title", "place", "host", "address", "travel", "online_url", "capacity"]
        widgets = {"travel": forms.Textarea(attrs={"rows": 3})}

    field_order = [
        "series",
        "title",
        "day",
        "starts",
        "ends",
        "place",
        "host",
        "address",
        "travel",
        "online_url",
        "capacity",
        "reason",
    ]

    def __init__(self, *args: Any, network: Network, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = False
        schools = School.objects.filter(enrolments__network=network) | School.objects.filter(pk=self.instance.host_id)
        offer_rows(self, "host", schools.distinct())
        if self.instance.starts_at and self.instance.ends_at:
            begin, end = (it.astimezone(AMSTERDAM) for it in (self.instance.starts_at, self.instance.ends_at))
            self.initial.update(day=begin.date(), starts=begin.time(), ends=end.time())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        day, starts, ends = when = [cleaned.get(name) for name in ("day", "starts", "ends")]
        if any(when) and not all(when) and not self.errors:
            self.add_error("day", _("Fill in the day and both times, or none of the three."))
        if day and starts and ends and ends <= starts:
            self.add_error("ends", _("A meeting ends after it starts."))
        return cleaned

    @property
    def facts(self) -> dict[str, Any]:
        """The fields of the meeting."""
        day, starts, ends = (self.cleaned_data[name] for name in ("day", "starts", "ends"))
        when = {"starts_at": at_school(day, starts), "ends_at": at_school(day, ends)} if day else {}
        fields = {name: self.cleaned_data[name] for name in self._meta.fields or ()}
        return {"starts_at": None, "ends_at": None} | fields | when

    def _post_clean(self) -> None:
        """The service checks and writes; the instance stays as it was, so that the service sees what changes."""


class NewMeetingForm(MeetingForm):
    """A meeting by hand, in a series that is there or in a new one."""

    series = forms.ModelChoiceField(
        Series.objects.none(), label=_("Series"), empty_label=_("A new series"), required=False
    )

    def __init__(self, *args: Any, network: Network, **kwargs: Any):
        super().__init__(*args, network=network, **kwargs)
        offer_rows(self, "series", network.series.all())
        self.fields["series"].initial = network.series.last()
        del self.fields["reason"]


class CancelForm(forms.Form):
    reason = text_field(_("Reason"), rows=4, help_text=_("Everybody reads this in the inbox and in the mail."))
