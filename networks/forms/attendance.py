from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import Prefetch

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
                help_text=str(enrolment.school),
                required=False,
                initial=mark,
                widget=forms.RadioSelect,
            )

    @staticmethod
    def field_name(enrolment: Enrolment) -> str:
        return f"enrolment-{enrolment.pk}"

    @property
    def changes(self) -> Iterable[tuple[Enrolment, str]]:
        for enrolment in self.enrolments:
            name = self.field_name(enrolment)
            if name in self.changed_data and self.cleaned_data[name]:
                yield enrolment, self.cleaned_data[name]
