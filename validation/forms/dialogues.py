"""What is asked about a dialogue: who are brought together, when and where, reflections, and closing."""

import copy
from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.choices import offer, offer_rows
from core.refusals import RefusableForm
from networks.forms.meetings import clock_field, day_field
from networks.walltime import AMSTERDAM, at_school
from validation.forms.assessing import DraftText
from validation.forms.coordinating import DescribedBoxes
from validation.forms.talks import WhenWhereForm
from validation.models import CaseTheme, Dialogue, DialoguePlace, Outcome, ProgrammeVersion, Theme
from validation.models.programmes import TEXT_LENGTH

Place = Dialogue.Place
PLACES = [(it.value, it.label) for it in (Place.INSTITUTE, Place.OTHER, Place.ONLINE)]
STARTS, ENDS = time(11), time(17)  # where the version says nothing (DOMAIN.md 3b)


def _long(label: Any, rows: int, **options: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=TEXT_LENGTH, widget=widget, **options)


class DayForm(RefusableForm):
    """A day that suits."""

    day = day_field(_("Which day suits you?"))


class DialogueDayForm(WhenWhereForm):
    """When and where a dialogue is."""

    ends = clock_field(_("Until"))
    field_order = ["day", "starts", "ends", "place", "address", "online_url"]

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        offer(self, "place", PLACES)
        self.fields["online_url"].help_text = _("Only who takes part in the dialogue sees this.")

    @property
    def ends_at(self) -> datetime:
        return at_school(self.cleaned_data["day"], self.cleaned_data["ends"])

    @property
    def when_where(self) -> dict[str, Any]:
        """What the services take."""
        return {"starts_at": self.starts_at, "ends_at": self.ends_at, "spot": self.spot}


class MakeDialogueForm(DialogueDayForm):
    """Who are brought together, with whom as facilitator, and when."""

    people = forms.TypedMultipleChoiceField(
        label=_("Who hold this dialogue?"),
        coerce=int,
        widget=DescribedBoxes,
        error_messages={"required": _("Choose who hold this dialogue.")},
    )
    facilitator = forms.ModelChoiceField(User.objects.none(), label=_("Who guides it?"))
    reason = _long(
        _("Reason"), 3, required=False, help_text=_("Needed when something stands against bringing them together.")
    )
    field_order = ["people", "facilitator", *DialogueDayForm.field_order, "reason"]

    def __init__(
        self, *args: Any, ready: Sequence[CaseTheme], facilitators: Any, version: ProgrammeVersion | None, **kwargs: Any
    ):
        super().__init__(*args, **kwargs)
        self.ready = ready
        offer(self, "people", [(it.pk, it.case.person.name) for it in ready])
        offer_rows(self, "facilitator", facilitators)
        named: Any = self.fields["facilitator"]
        named.label_from_instance = lambda person: person.name
        self.initial.setdefault("place", Place.INSTITUTE)
        self.initial.setdefault("starts", (version and version.day_starts) or STARTS)
        self.initial.setdefault("ends", (version and version.day_ends) or ENDS)

    @property
    def boxes(self) -> list[tuple[Any, CaseTheme]]:
        """Each box with who it is for."""
        return list(zip(self["people"], self.ready, strict=True))

    @property
    def chosen(self) -> list[CaseTheme]:
        return [it for it in self.ready if it.pk in self.cleaned_data["people"]]


class MoveDialogueForm(DialogueDayForm):
    """Another day or place."""

    reason = _long(
        _("What do you want to tell about the change?"), 3, required=False, help_text=_("Goes along in the mail.")
    )

    def __init__(self, *args: Any, dialogue: Dialogue, **kwargs: Any):
        super().__init__(*args, **kwargs)
        begin, end = (it.astimezone(AMSTERDAM) for it in (dialogue.starts_at, dialogue.ends_at))
        known = {"day": begin.date(), "starts": begin.time(), "ends": end.time()}
        self.initial = known | {name: getattr(dialogue, name) for name in ("place", "address", "online_url")}


class ReasonForm(RefusableForm):
    reason = _long(_("Reason"), 4, help_text=_("Whom it is about reads it."))


class FacilitatorForm(RefusableForm):
    """Who guides it from now on."""

    facilitator = forms.ModelChoiceField(
        User.objects.none(), label=_("Who guides it?"), widget=forms.RadioSelect, empty_label=None
    )

    def __init__(self, *args: Any, facilitators: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        offer_rows(self, "facilitator", facilitators)
        named: Any = self.fields["facilitator"]
        named.label_from_instance = lambda person: person.name


class MoreTimeToReflectForm(RefusableForm):
    """Until when there is more time, and why."""

    day = day_field(_("Until which day?"))
    clock = clock_field(_("Until what time?"), initial=time(17))
    reason = _long(_("Reason"), 3, help_text=_("All three read it."))

    @property
    def due_at(self) -> datetime:
        return at_school(self.cleaned_data["day"], self.cleaned_data["clock"])


class ReflectForm(RefusableForm):
    """A final reflection as far as it is. version, serial, window: what was read, and by which page."""

    use_required_attribute = False

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    serial = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    window = forms.CharField(widget=forms.HiddenInput, required=False, max_length=100)

    def __init__(self, *args: Any, others: Sequence[DialoguePlace], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.others = others
        for it in others:
            self.fields[name_of(it)] = DraftText(
                label=_("About %(name)s") % {"name": it.person.name},
                help_text=_("About “%(theme)s”: what did you see and hear, and what do you value in it?")
                % {"theme": it.theme.theme.label},
                max_length=TEXT_LENGTH,
                widget=forms.Textarea(attrs={"rows": 10}),
            )

    @property
    def texts(self) -> list[Any]:
        return [self[name_of(it)] for it in self.others]

    @property
    def facts(self) -> dict[str, Any]:
        """What `save_reflection` takes."""
        given = self.cleaned_data
        texts = {it.pk: given[name_of(it)] for it in self.others}
        return {"texts": texts, "window": given["window"], "serial": given["serial"] or 0}

    def read(self, serial: int) -> None:
        """From now on this page has read the reflection as it is stored."""
        data: Any = copy.copy(self.data)
        data["serial"] = str(serial)
        self.data = data


def name_of(place: DialoguePlace) -> str:
    """The field for what is written about this one."""
    return f"text_{place.pk}"


class ClosePlaceForm(RefusableForm):
    """How the facilitator closes one of the three."""

    outcome = forms.ChoiceField(label=_("Is the conversation valued?"), widget=forms.RadioSelect)
    feedback = _long(_("Feedback for the participant"), 6, help_text=_("The participant gets it by mail."))
    points = forms.IntegerField(
        label=_("Register points"),
        min_value=0,
        max_value=1_000,
        required=False,
        help_text=_("What the theme yields when it is valued. Empty: none stand on the certificate."),
    )

    def __init__(self, *args: Any, theme: Theme, **kwargs: Any):
        super().__init__(*args, **kwargs)
        words = {Outcome.SUFFICIENT: _("Yes: a certificate follows"), Outcome.INSUFFICIENT: _("Not yet")}
        offer(self, "outcome", words.items())
        if theme.points is not None:
            del self.fields["points"]
