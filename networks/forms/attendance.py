from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from networks.forms.texts import text_field
from networks.models import Attendance, Enrolment, Meeting, Network


class AttendanceForm(forms.Form):
    """One row of choices for each participant; an empty one is left as it is."""

    def __init__(self, *args: Any, meeting: Meeting, network: Network, **kwargs: Any):
        super().__init__(*args, **kwargs)
        marks = Prefetch("attendances", Attendance.objects.filter(meeting=meeting), to_attr="marks")
        self.enrolments = list(
            Enrolment.objects.accepted().filter(network=network).with_people().by_name().prefetch_related(marks)
        )
        for enrolment in self.enrolments:
            mark = enrolment.marks[0].state if enrolment.marks else None
            self.fields[self.field_name(enrolment)] = forms.ChoiceField(
                choices=Attendance.State.choices,
                label=enrolment.person.name,
                help_text=_help(enrolment),
                required=False,
                initial=mark,
                widget=forms.RadioSelect,
            )

    @staticmethod
    def field_name(enrolment: Enrolment) -> str:
        return f"enrolment-{enrolment.pk}"

    @property
    def noted(self) -> Iterable[tuple[Enrolment, str]]:
        """What stands now for each participant, to read; empty for whom nothing was noted."""
        for enrolment in self.enrolments:
            yield enrolment, enrolment.marks[0].get_state_display() if enrolment.marks else ""

    @property
    def changes(self) -> Iterable[tuple[Enrolment, str]]:
        for enrolment in self.enrolments:
            name = self.field_name(enrolment)
            if name in self.changed_data and self.cleaned_data[name]:
                yield enrolment, self.cleaned_data[name]


def _help(enrolment: Any) -> str:
    """The school, and why somebody cannot come."""
    reason = enrolment.marks[0].reason if enrolment.marks else ""
    return f"{enrolment.school} – {reason}" if reason else str(enrolment.school)


class AbsenceForm(forms.Form):
    reason = text_field(_("Reason"), rows=4, help_text=_("Only your facilitators read this."))


class CheckInForm(forms.Form):
    code = forms.CharField(
        label=_("Code on the screen"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
