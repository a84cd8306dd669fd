from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from core.choices import offer
from core.refusals import RefusableForm
from networks.forms.texts import text_field
from networks.models import Agreement, Attendance, Enrolment, Meeting
from networks.obligations import Obligation, State


class ArrangementForm(RefusableForm):
    """About which obligation, how it is made up for, and whether that has been done."""

    about = forms.ChoiceField(label=_("What is it about?"))
    text = text_field(_("How is it made up for?"), rows=4, help_text=_("The participant reads this."))
    met = forms.BooleanField(label=_("It is done"), required=False)

    def __init__(self, *args: Any, enrolment: Enrolment, obligations: list[Obligation], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["text"].required = False  # the service knows when it is needed
        missed = enrolment.attendances.exclude(state=Attendance.State.PRESENT).select_related("meeting__series")
        self.meetings = {f"{Agreement.Kind.ATTENDANCE}:{it.meeting_id}": it.meeting for it in missed}
        days = [(key, f"{Agreement.Kind.ATTENDANCE.label}: {_day(meeting)}") for key, meeting in self.meetings.items()]
        others = [
            (it.kind, it.label) for it in obligations if it.kind != Agreement.Kind.ATTENDANCE and it.state != State.DONE
        ]
        offer(self, "about", [*days, *others])
        self.has_choices = bool(days or others)

    @property
    def facts(self) -> dict[str, Any]:
        """What networks.services.arrange takes."""
        about = self.cleaned_data["about"]
        return {
            "kind": about.partition(":")[0],
            "meeting": self.meetings.get(about),
            "text": self.cleaned_data["text"],
            "met": self.cleaned_data["met"],
        }


def _day(meeting: Meeting) -> str:
    return date_format(localtime(meeting.starts_at), "j F Y") if meeting.starts_at else meeting.name
