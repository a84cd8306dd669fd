"""A poll over dates × places: what the facilitator asks, and what people answer."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time
from itertools import groupby
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.choices import offer, offer_rows
from networks.forms.meetings import clock_field, day_field
from networks.forms.texts import text_field
from networks.models import Meeting, Network, Poll, PollOption, PollPlace, PollVote
from networks.models.polls import NOTE_LENGTH, USUAL_QUORUM
from networks.services import NewExpert, NewOption, Vote
from networks.walltime import AMSTERDAM, at_school, day_and_hours
from schools.models import School

MOST_ROWS = 20
NAMED = re.compile(r"(?P<name>.*[^\s,;<])[\s,;]+<?(?P<email>[^<>\s,;]+@[^<>\s,;]+)>?")


class DeadlineForm(forms.Form):
    """Until when people can answer, on the clock at school."""

    deadline = day_field(_("Answers until"))
    deadline_time = clock_field(_("At"), initial="18:00")

    @property
    def moment(self) -> datetime:
        return at_school(self.cleaned_data["deadline"], self.cleaned_data["deadline_time"])


class PollForm(DeadlineForm):
    """What is asked, for which meeting, and the rules by which the answers are weighed."""

    title = forms.CharField(label=_("Title"), max_length=200, help_text=_("For example: when and where is meeting 4?"))
    explanation = text_field(_("Explanation"), rows=4)
    meeting = forms.ChoiceField(label=_("For which meeting"), required=False)
    quorum = forms.IntegerField(
        label=_("How many participants must be able to come, in percent"), min_value=0, max_value=100
    )
    facilitator_must = forms.BooleanField(label=_("A facilitator must be able to come"), required=False)
    experts = text_field(
        _("Experts who must be able to come"),
        rows=2,
        help_text=_(
            "One per line: a name, or a name and a mail address, such as: Els Berg, els@school.example. You fill in "
            "what they say, as they need no account. Who has an address is invited when you choose a date."
        ),
    )
    remove = forms.TypedMultipleChoiceField(
        label=_("Take out"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The answers to what you take out go too."),
    )
    field_order = ["title", "explanation", "meeting", "deadline", "deadline_time", "quorum"]

    def __init__(self, *args: Any, network: Network, poll: Poll | None = None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["explanation"].required = self.fields["experts"].required = False
        self.meetings, self.series = _meetings(network), {it.pk: it for it in network.series.order_by("-pk")}
        offer(self, "meeting", self._targets())
        if poll is None:
            usual = {"quorum": USUAL_QUORUM, "facilitator_must": True, "meeting": self._usual_target()}
            self.initial = {**usual, **self.initial}
            del self.fields["remove"]
        else:
            self.initial.update(_shown(poll))
            offer(
                self,
                "remove",
                (
                    (option.pk, f"{day_and_hours(option.starts_at, option.ends_at)}: {option.place}")
                    for option in poll.options.all()
                ),
            )

    def _targets(self) -> Iterable[tuple[str, str]]:
        for pk, meeting in self.meetings.items():
            yield f"meeting-{pk}", f"{meeting.name} ({day_and_hours(meeting.starts_at, meeting.ends_at)})"
        for pk, series in self.series.items():
            yield f"series-{pk}", gettext("A new meeting in “%(series)s”") % {"series": series.title}
        yield "", gettext("A new meeting in a new series")

    def _usual_target(self) -> str:
        undated = next((f"meeting-{pk}" for pk, it in self.meetings.items() if it.starts_at is None), "")
        return undated or next((f"series-{pk}" for pk in self.series), "")

    @property
    def facts(self) -> dict[str, Any]:
        """The fields of the poll and the names of its experts."""
        kind, _dash, pk = self.cleaned_data["meeting"].partition("-")
        names = ("title", "explanation", "quorum", "facilitator_must")
        return {name: self.cleaned_data[name] for name in names} | {
            "deadline": self.moment,
            "meeting": self.meetings[int(pk)] if kind == "meeting" else None,
            "series": self.series[int(pk)] if kind == "series" else None,
            "experts": [_expert(line) for line in self.cleaned_data["experts"].splitlines()],
        }


def online_field() -> forms.URLField:
    return forms.URLField(
        label=_("Address to join online"),
        assume_scheme="https",
        required=False,
        help_text=_("For a meeting online. Only participants see this."),
    )


class DateForm(forms.Form):
    """One of the dates."""

    day = day_field(_("Day"))
    starts = clock_field(_("From"), initial=time(9, 30))  # as a time: a row that is left as it was is then empty
    ends = clock_field(_("Until"), initial=time(12, 30))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and ends <= starts:
            self.add_error("ends", _("A meeting ends after it starts."))
        return cleaned

    @property
    def date(self) -> tuple[datetime, datetime]:
        day, starts, ends = (self.cleaned_data[name] for name in ("day", "starts", "ends"))
        return at_school(day, starts), at_school(day, ends)


class PlaceForm(forms.ModelForm):
    """One of the places: the school of a participant, another, or online."""

    online_url = online_field()

    class Meta:
        model = PollPlace
        fields = ["name", "address", "host", "online_url", "capacity"]

    def __init__(self, *args: Any, schools: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        offer_rows(self, "host", schools)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("host") and not cleaned.get("name"):
            cleaned["name"] = str(cleaned["host"])[:200]
        elif not cleaned.get("name") and not cleaned.get("online_url") and not self.errors:
            self.add_error("name", _("Please fill this in."))
        return cleaned

    def validate_constraints(self) -> None:
        """The service checks them, for all places together."""

    @property
    def facts(self) -> dict[str, Any]:
        facts = {name: self.cleaned_data[name] for name in self._meta.fields or ()}
        return {"place": facts.pop("name")} | facts


DateFormSet = forms.formset_factory(DateForm, extra=4, max_num=MOST_ROWS, absolute_max=MOST_ROWS, validate_max=True)
PlaceFormSet = forms.formset_factory(PlaceForm, extra=3, max_num=MOST_ROWS, absolute_max=MOST_ROWS, validate_max=True)


def schools_of(network: Network) -> Any:
    """The schools that take part, as hosts to choose from."""
    return School.objects.filter(enrolments__in=network.enrolments.accepted()).distinct()


def crossed(dates: Any, places: Any, poll: Poll | None = None, removed: Iterable[int] = ()) -> list[NewOption]:
    """Every new date at every place, and every date that was there at the new places.

    A school that a participant offered is asked for only on the dates that it can.
    """
    new_dates = [form.date for form in dates if form.cleaned_data.get("day")]
    new_places = [form.facts for form in places if form.cleaned_data.get("name") or form.cleaned_data.get("online_url")]
    kept = [it for it in poll.options.all() if it.pk not in set(removed)] if poll else []
    old = {it.place_id: it.place for it in kept if it.place.offered_by_id is None}
    same = ("address", "host", "online_url")
    old_places = [{"place": it.name} | {name: getattr(it, name) for name in same} for it in old.values()]
    old_dates = dict.fromkeys((it.starts_at, it.ends_at) for it in kept if not it.has_passed)
    pairs = [(date, place) for date in new_dates for place in [*old_places, *new_places] or [{}]]
    pairs += [(date, place) for date in old_dates for place in new_places]
    return [NewOption(starts_at=starts, ends_at=ends, **place) for (starts, ends), place in pairs]


class BallotForm(forms.Form):
    """An answer to each date and place, and a note to each for who wants."""

    def __init__(self, *args: Any, options: Sequence[PollOption], votes: Mapping[int, PollVote], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.options = options
        for option in options:
            vote = votes.get(option.pk)
            self.fields[f"answer_{option.pk}"] = forms.ChoiceField(
                label=f"{day_and_hours(option.starts_at, option.ends_at)}, {option.place}",
                choices=PollVote.Answer.choices,
                widget=forms.RadioSelect,
                initial=vote.answer if vote else None,
                error_messages={"required": _("Please answer for this date and place.")},
            )
            self.fields[f"note_{option.pk}"] = forms.CharField(
                label=_("Note"), max_length=NOTE_LENGTH, required=False, initial=vote.note if vote else ""
            )

    def days(self) -> list[tuple[PollOption, list[tuple[PollOption, Any, Any]]]]:
        """The questions by date: a first option to tell the date by, and each with its answer and note."""
        grouped = groupby(self.options, lambda it: (it.starts_at, it.ends_at))
        return [
            (same[0], [(it, self[f"answer_{it.pk}"], self[f"note_{it.pk}"]) for it in same])
            for same in (list(group) for _date, group in grouped)
        ]

    @property
    def votes(self) -> list[Vote]:
        given = self.cleaned_data
        return [Vote(it.pk, given[f"answer_{it.pk}"], given[f"note_{it.pk}"]) for it in self.options]


class OfferForm(forms.ModelForm):
    """The own school as host."""

    dates = forms.MultipleChoiceField(label=_("When can you receive us?"), widget=forms.CheckboxSelectMultiple)

    class Meta:
        model = PollPlace
        fields = ["capacity", "address", "travel"]
        widgets = {"travel": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "address": _("Street, number and town, for the map and the calendar."),
            "travel": _("Parking, the entrance, the last bus."),
        }

    field_order = ["dates", "capacity", "address", "travel"]

    def __init__(self, *args: Any, poll: Poll, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["capacity"].required = True
        coming = [it for it in poll.options.all() if not it.has_passed]
        self.by_date = {_key(it): (it.starts_at, it.ends_at) for it in coming}
        offer(self, "dates", ((key, day_and_hours(*date)) for key, date in self.by_date.items()))
        own = [it for it in coming if self.instance.pk and it.place_id == self.instance.pk]
        self.initial["dates"] = [_key(it) for it in own]

    @property
    def facts(self) -> dict[str, Any]:
        """What networks.services.offer_school takes."""
        return {name: self.cleaned_data[name] for name in ("capacity", "address", "travel")} | {
            "dates": [self.by_date[key] for key in self.cleaned_data["dates"]]
        }

    def _post_clean(self) -> None:
        """The service checks and writes."""


class ChangePlaceForm(forms.ModelForm):
    """A place put right by the facilitator."""

    online_url = online_field()

    class Meta:
        model = PollPlace
        fields = ["name", "address", "travel", "online_url", "capacity"]
        widgets = {"travel": forms.Textarea(attrs={"rows": 3})}

    def _post_clean(self) -> None:
        """The service checks and writes."""


def _expert(line: str) -> NewExpert:
    """A line as “Els Berg, els@school.example”, or a name alone."""
    found = NAMED.fullmatch(line.strip())
    return NewExpert(found["name"], found["email"]) if found and _is_address(found["email"]) else NewExpert(line)


def _is_address(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def _key(option: PollOption) -> str:
    return f"{option.starts_at.timestamp():.0f}-{option.ends_at.timestamp():.0f}"


def _meetings(network: Network) -> dict[int, Meeting]:
    """Meetings that can still get a date and a place: those without first."""
    to_come = Meeting.objects.of(network).filter(Q(ends_at=None) | Q(ends_at__gt=timezone.now()))
    return {it.pk: it for it in sorted(to_come, key=lambda it: it.starts_at is not None)}


def _shown(poll: Poll) -> dict[str, Any]:
    deadline = poll.deadline.astimezone(AMSTERDAM)
    target = f"meeting-{poll.meeting_id}" if poll.meeting_id else f"series-{poll.series_id}" if poll.series_id else ""
    return {
        "title": poll.title,
        "explanation": poll.explanation,
        "meeting": target,
        "deadline": deadline.date(),
        "deadline_time": deadline.time(),
        "quorum": poll.quorum,
        "facilitator_must": poll.facilitator_must,
        "experts": "\n".join(it.named for it in poll.experts.all()),
    }
