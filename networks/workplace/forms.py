from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from networks import services
from networks.services.numbering import next_number
from networks.services.sign_up_questions import misplaced
from schools.models import Sector


class NetworkForm(WagtailAdminModelForm):
    """Sectors are boxes to tick; they are stored as a list of codes."""

    sectors = forms.MultipleChoiceField(
        label=_("Sectors"), choices=Sector.choices, required=False, widget=forms.CheckboxSelectMultiple
    )

    def is_valid(self) -> bool:
        valid = super().is_valid()
        for form in self.formsets["sign_up_questions"].forms:
            getattr(form, "cleaned_data", {}).setdefault(
                "ORDER", None
            )  # Wagtail sorts by it, also where nothing was sent
        return valid and self._questions_fit()

    def _questions_fit(self) -> bool:
        """Each question that is asked only after an answer names an earlier one, and an answer that it can get."""
        forms_ = [it for it in self.formsets["sign_up_questions"].ordered_forms if it.cleaned_data]
        problems = misplaced([form.instance for form in forms_])
        for form in forms_:
            for field, text in problems.get(id(form.instance), {}).items():
                form.add_error(field, text)
        return not problems

    def save(self, commit: bool = True) -> Any:
        """With a line in the network's log of which settings changed; who comes or goes as facilitator is told."""
        is_new = self.instance.pk is None
        changed = [str(self.fields[name].label or name) for name in self.changed_data if name in self.fields]
        asked_otherwise = "sign_up_questions" in self.formsets and self.formsets["sign_up_questions"].has_changed()
        if not commit:
            return super().save(commit=False)
        with services.changing_facilitators(self.instance):
            network = super().save()
        if not is_new:
            services.note_settings(network=network, by=self.for_user, fields=changed, questions=asked_otherwise)
        return network


class SeriesForm(WagtailAdminModelForm):
    """Keeps meetings of which the attendance was recorded; people are told of what changes."""

    def is_valid(self) -> bool:
        valid = super().is_valid()
        removed = [form.instance for form in self.formsets["meetings"].deleted_forms] if valid else []
        refused = [meeting for meeting in removed if self._refuse_removing(meeting)]
        return valid and not refused

    def _refuse_removing(self, meeting: Any) -> bool:
        if not meeting.pk:
            return False
        if meeting.attendances.exists():
            text = _("%(meeting)s has recorded attendance and stays. You can cancel it.")
        elif meeting.materials.exists():
            text = _("%(meeting)s has materials and stays. On its page they can be removed; or you can cancel it.")
        elif meeting.is_upcoming:
            text = _("%(meeting)s is in people’s calendars and stays. You can cancel it: then everybody is told.")
        else:
            return False
        self.add_error(None, text % {"meeting": meeting.name})
        return True

    def save(self, commit: bool = True) -> Any:
        """Through the service, so that calendars follow as they do for a facilitator."""
        if not commit:
            return super().save(commit=False)
        with services.changing_meetings(network=self.instance.network, by=self.for_user):
            self._number_new_meetings()
            return super().save()

    def _number_new_meetings(self) -> None:
        """After those that there are; the service then numbers all by date."""
        new = [form.instance for form in self.formsets["meetings"].forms if not form.instance.pk]
        for number, meeting in enumerate(new, next_number(self.instance)):
            meeting.number = number
