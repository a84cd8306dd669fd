"""What is asked about a talk: moments to offer, when and where it is, notes, and the outcome."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.choices import offer, offer_rows
from core.refusals import RefusableForm
from networks.forms.meetings import clock_field, day_field
from networks.walltime import AMSTERDAM, at_school
from validation.assessing.fitness import Proposal
from validation.models import CaseTheme, Competency, Outcome, Talk, TalkNote, TalkSlot
from validation.models.programmes import TEXT_LENGTH
from validation.services import Spot
from validation.talking import MOST_THEMES, companion_of, minutes_of
from validation.templatetags.validation_tags import minutes, talk_moment

MOST_MOMENTS = 10
STARR = {
    "situation": _("Situation: what was the case?"),
    "task": _("Task: what was asked of the participant?"),
    "action": _("Action: what did the participant do?"),
    "result": _("Result: what did it bring?"),
    "reflection": _("Reflection: what does the participant see now?"),
}


def _long(label: Any, rows: int = 5, **options: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=TEXT_LENGTH, widget=widget, **options)


class WhenWhereForm(RefusableForm):
    """A day, an hour and a place."""

    day = day_field(_("Day"))
    starts = clock_field(_("From"))
    place = forms.ChoiceField(label=_("Place"), choices=Talk.Place.choices, widget=forms.RadioSelect)
    address = forms.CharField(
        label=_("Address"), max_length=300, required=False, help_text=_("Building, street, number and town.")
    )
    online_url = forms.URLField(
        label=_("Address to join online"),
        assume_scheme="https",
        required=False,
        help_text=_("Only who takes part in the talk sees this."),
    )

    @property
    def starts_at(self) -> datetime:
        return at_school(self.cleaned_data["day"], self.cleaned_data["starts"])

    @property
    def spot(self) -> Spot:
        return Spot(*(self.cleaned_data[name] for name in ("place", "address", "online_url")))

    def _for_two(self, theme: CaseTheme, label: Any) -> None:
        """Ask about two themes at once, where another one awaits a talk with the same assessors."""
        other = companion_of(theme)
        if other is None:
            del self.fields["with_companion"]
            return
        long = minutes(minutes_of(theme.case.version, MOST_THEMES))
        self.fields["with_companion"].label = str(label) % {"theme": other.theme.label, "minutes": long}


class OfferForm(WhenWhereForm):
    """A row of moments on one day."""

    number = forms.IntegerField(label=_("How many moments"), min_value=1, max_value=MOST_MOMENTS, initial=3)
    pause = forms.IntegerField(label=_("Minutes between two"), min_value=0, max_value=240, initial=15)
    with_companion = forms.BooleanField(required=False)

    field_order = ["day", "starts", "number", "pause", "with_companion", "place", "address", "online_url"]

    def __init__(self, *args: Any, theme: CaseTheme, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.version = theme.case.version
        self.initial.setdefault("place", Talk.Place.INSTITUTE)
        self._for_two(theme, _("Long enough for “%(theme)s” as well (%(minutes)s)"))

    @property
    def themes(self) -> int:
        return MOST_THEMES if self.cleaned_data.get("with_companion") else 1

    @property
    def moments(self) -> list[datetime]:
        """One after another, each as long as the talk takes."""
        step = timedelta(minutes=minutes_of(self.version, self.themes) + self.cleaned_data["pause"])
        return [self.starts_at + step * number for number in range(self.cleaned_data["number"])]


class PlanForm(WhenWhereForm):
    """One moment, planned at once."""

    with_companion = forms.BooleanField(required=False)

    field_order = ["day", "starts", "with_companion", "place", "address", "online_url"]

    def __init__(self, *args: Any, theme: CaseTheme, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("place", Talk.Place.INSTITUTE)
        self._for_two(theme, _("Talk about “%(theme)s” as well (%(minutes)s)"))


class MoveForm(WhenWhereForm):
    """Another time or place."""

    reason = _long(
        _("What do you want to tell about the change?"), 3, required=False, help_text=_("Goes along in the mail.")
    )

    def __init__(self, *args: Any, talk: Talk, **kwargs: Any):
        super().__init__(*args, **kwargs)
        begin = talk.starts_at.astimezone(AMSTERDAM)
        known = {"day": begin.date(), "starts": begin.time()}
        self.initial = known | {name: getattr(talk, name) for name in ("place", "address", "online_url")}


class CancelTalkForm(RefusableForm):
    reason = _long(_("Reason"), 4, help_text=_("Everybody who takes part reads it."))


class AddAssessorForm(RefusableForm):
    """Who joins for the talk; what stands against somebody stands beside the name."""

    person = forms.ModelChoiceField(
        User.objects.none(), label=_("Who holds the talk as well?"), widget=forms.RadioSelect, empty_label=None
    )
    reason = _long(_("Reason"), 3, required=False, help_text=_("Needed where something stands against this person."))

    def __init__(self, *args: Any, proposals: list[Proposal], **kwargs: Any):
        super().__init__(*args, **kwargs)
        told = {it.person.pk: ". ".join([it.person.name, *it.against]) for it in proposals if not it.assesses}
        field: Any = self.fields["person"]
        field.queryset = User.objects.filter(pk__in=told)
        field.label_from_instance = lambda person: told[person.pk]


class PickForm(RefusableForm):
    """The participant chooses one of the moments."""

    slot = forms.ModelChoiceField(
        TalkSlot.objects.none(),
        label=_("Which moment suits you?"),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={
            "required": _("Choose a moment."),
            "invalid_choice": _("This moment is no longer free. Choose another one."),
        },
    )
    with_companion = forms.BooleanField(required=False)

    def __init__(self, *args: Any, theme: CaseTheme, slots: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        offer_rows(self, "slot", slots)
        slot_field: Any = self.fields["slot"]
        slot_field.label_from_instance = talk_moment
        other = companion_of(theme)
        fits = other is not None and any(
            it.minutes >= minutes_of(theme.case.version, MOST_THEMES) for it in slot_field.queryset
        )
        if other is None or not fits:
            del self.fields["with_companion"]
        else:
            long = minutes(minutes_of(theme.case.version, MOST_THEMES))
            label = _("Talk about “%(theme)s” as well, at a moment of %(minutes)s")
            self.fields["with_companion"].label = str(label) % {"theme": other.theme.label, "minutes": long}


class NotesForm(RefusableForm):
    """The own notes: five boxes per competency.

    serial: what was read. version, window: the script asks for them that keeps what is typed.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=0)
    serial = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    window = forms.CharField(widget=forms.HiddenInput, required=False, max_length=100)

    def __init__(self, *args: Any, competencies: list[Competency], notes: list[TalkNote], serial: int, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.competencies = competencies
        self.initial.update(self.values_of(notes), serial=serial)
        for competency in competencies:
            for name, label in STARR.items():
                self.fields[f"{name}-{competency.pk}"] = _long(label, 3, required=False)

    def values_of(self, notes: list[TalkNote]) -> dict[str, str]:
        """What is stored, by the name of the field."""
        kept = {it.competency_id: it for it in notes}
        return {f"{name}-{it.pk}": getattr(kept.get(it.pk), name, "") for it in self.competencies for name in STARR}

    @property
    def read(self) -> int:
        """The serial of what this page has read."""
        return int(self.cleaned_data["serial"])

    @property
    def notes(self) -> dict[int, dict[str, str]]:
        """By the id of the competency."""
        return {
            it.pk: {name: self.cleaned_data.get(f"{name}-{it.pk}", "") for name in STARR} for it in self.competencies
        }

    @property
    def parts(self) -> list[tuple[Competency, list[forms.BoundField]]]:
        return [(it, [self[f"{name}-{it.pk}"] for name in STARR]) for it in self.competencies]


class OutcomeForm(RefusableForm):
    """How the talk was, and what the participant gets in writing."""

    outcome = forms.ChoiceField(label=_("Outcome of the talk"), widget=forms.RadioSelect)
    feedback = _long(_("Feedback for the participant"), 8, help_text=_("The participant gets it by mail."))
    points = forms.IntegerField(
        label=_("Register points"),
        min_value=0,
        max_value=1_000,
        required=False,
        help_text=_("What the theme yields when the talk was sufficient. Empty: none stand on the certificate."),
    )
    told = forms.BooleanField(label=_("We told the participant at once, in the talk."), required=False)
    serial = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    def __init__(self, *args: Any, theme: CaseTheme, **kwargs: Any):
        super().__init__(*args, **kwargs)
        offer(self, "outcome", Outcome.choices)
        if theme.theme.points is not None:
            del self.fields["points"]
