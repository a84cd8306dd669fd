from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from networks.agreements import TEXTS
from networks.models import Attendance, Enrolment, Meeting, Network
from networks.models.enrolments import TEXT_LENGTH
from schools.models import School


def text_field(label: Any, rows: int = 5, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, max_length=TEXT_LENGTH, help_text=help_text, widget=forms.Textarea(attrs={"rows": rows})
    )


class EnrolmentForm(forms.Form):
    """School, learning question and each agreement with its own box, so that an error stands at the box."""

    school = forms.ModelChoiceField(School.objects.none(), label=_("School"), empty_label=None)
    learning_question = text_field(
        _("Learning question of your school"),
        help_text=_("What do you want to find out? It may change along the way."),
    )

    def __init__(self, *args: Any, person: User, **kwargs: Any):
        super().__init__(*args, **kwargs)
        schools = School.objects.of(person)
        self.fields["school"].queryset = schools  # type: ignore[attr-defined]
        self.has_schools = schools.exists()
        for text in TEXTS:
            self.fields[text.kind] = forms.BooleanField(
                label=str(text.text), error_messages={"required": _("Please agree to this to sign up.")}
            )

    @property
    def answers(self) -> dict[str, Any]:
        """What networks.services.enrol takes."""
        return {
            "school": self.cleaned_data["school"],
            "learning_question": self.cleaned_data["learning_question"],
            "agreements": {text.kind for text in TEXTS if self.cleaned_data[text.kind]},
        }

    @property
    def agreement_fields(self) -> list[forms.BoundField]:
        return [self[text.kind] for text in TEXTS]


class DeclineForm(forms.Form):
    reason = text_field(_("Reason"), rows=4, help_text=_("The person reads this in the inbox and in the mail."))


class LearningQuestionForm(forms.Form):
    text = text_field(_("Learning question"))
    what_changed = text_field(_("What changed, and why?"), rows=3)


class NoteForm(forms.Form):
    text = text_field(_("Your note"))


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
