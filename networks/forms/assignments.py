from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.choices import offer_rows
from networks.forms.attachments import AttachmentsForm
from networks.forms.meetings import clock_field, day_field
from networks.forms.texts import text_field
from networks.models import Assignment, Meeting, Network
from networks.models.assignments import HAND_IN_LENGTH
from networks.services.assignments import LONGEST_GAP
from networks.walltime import AMSTERDAM, at_school


class AssignmentForm(AttachmentsForm):
    """What the facilitator asks, until when, and who reads it."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=_("Title"), max_length=200)
    text = text_field(_("What do you ask?"), rows=8)
    meeting = forms.ModelChoiceField(
        Meeting.objects.none(),
        label=_("Around which meeting?"),
        empty_label=_("No meeting: a day of its own"),
        required=False,
        help_text=_("The date then follows the meeting, also when it moves."),
    )
    timing = forms.ChoiceField(label=_("Before or after that meeting?"), choices=Assignment.Timing.choices)
    days = forms.IntegerField(
        label=_("How many days before or after?"),
        min_value=0,
        max_value=LONGEST_GAP,
        required=False,
        help_text=_("Zero: when the meeting begins or ends."),
    )
    day = day_field(_("Or hand in before this day"), required=False, help_text=_("Only without a meeting."))
    clock = clock_field(_("At this time"), required=False)
    per = forms.ChoiceField(label=_("Who hands in?"), choices=Assignment.Per.choices, widget=forms.RadioSelect)
    readers = forms.ChoiceField(
        label=_("Who reads what is handed in?"),
        choices=Assignment.Readers.choices,
        widget=forms.RadioSelect,
        help_text=_("Who may read it, may comment too."),
    )
    field_order = [
        *("key", "title", "text", "meeting", "timing", "days", "day", "clock"),
        *("per", "readers", "uploads", "link", "link_title", "remove"),
    ]

    def __init__(self, *args: Any, network: Network, assignment: Assignment | None = None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        meetings = Meeting.objects.of(network).going_on()
        offer_rows(self, "meeting", meetings)
        self.fields["clock"].initial = "17:00"
        self.fields["days"].initial = 0
        self.fields["per"].initial, self.fields["readers"].initial = Assignment.Per.PERSON, Assignment.Readers.MEMBERS
        if assignment:
            names = ("title", "text", "meeting", "timing", "days", "per", "readers")
            self.initial.update({name: getattr(assignment, name) for name in names})
            if assignment.due_at and not assignment.meeting:
                local = assignment.due_at.astimezone(AMSTERDAM)
                self.initial.update(day=local.date(), clock=local.time())
        self.offer_to_remove(list(assignment.materials.all()) if assignment else [])

    @property
    def facts(self) -> dict[str, Any]:
        """What networks.services.set_assignment takes."""
        given = self.cleaned_data
        names = ("title", "text", "meeting", "timing", "per", "readers")
        due = None
        if given["day"]:
            due = at_school(given["day"], given["clock"] or self.fields["clock"].clean("17:00"))
        return {name: given[name] for name in names} | {"days": given["days"] or 0, "due_at": due}


class HandInForm(AttachmentsForm):
    """The answer; it may be empty when a file says it."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(
        label=_("Your answer"), max_length=HAND_IN_LENGTH, required=False, widget=forms.Textarea(attrs={"rows": 10})
    )
    about_question = forms.BooleanField(label=_("This goes with my learning question"), required=False, initial=True)
    field_order = ["version", "text", "uploads", "link", "link_title", "remove", "about_question"]


class CommentForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    text = text_field(_("Your comment"), rows=4)
