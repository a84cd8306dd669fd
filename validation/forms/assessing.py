import copy
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.choices import offer
from core.refusals import RefusableForm
from validation.models import Assessment, Criterion, Decision, Outcome
from validation.models.programmes import TEXT_LENGTH
from validation.services import Given


class _NeededInTheEnd(forms.Field):
    """Needed before it is handed in, and not while it is a draft."""

    def validate(self, value: Any) -> None:
        if value:
            super().validate(value)


class DraftChoice(_NeededInTheEnd, forms.ChoiceField):
    pass


class DraftText(_NeededInTheEnd, forms.CharField):
    pass


def _choice(label: Any, **options: Any) -> DraftChoice:
    return DraftChoice(label=label, choices=Outcome.choices, widget=forms.RadioSelect, **options)


def _text(label: Any, *, rows: int = 4, **options: Any) -> DraftText:
    return DraftText(label=label, max_length=TEXT_LENGTH, widget=forms.Textarea(attrs={"rows": rows}), **options)


class AssessForm(RefusableForm):
    """An assessment as far as it is: per criterion and as a whole. serial, window: what was read, and by which page."""

    use_required_attribute = False

    outcome = _choice(_("Your judgement as a whole"))
    feedback = _text(_("Feedback that supports it"), rows=6)
    tips = _text(_("Tips"), help_text=_("Needed when it is not sufficient yet."), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    serial = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    window = forms.CharField(widget=forms.HiddenInput, required=False, max_length=100)

    def __init__(self, *args: Any, criteria: Iterable[Criterion], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.criteria = list(criteria)
        for it in self.criteria:
            self.fields[f"verdict_{it.pk}"] = _choice(it.label, help_text=it.help)
            self.fields[f"reasons_{it.pk}"] = _text(_("Reasons: %(criterion)s") % {"criterion": it.label}, rows=3)
        own = [name for it in self.criteria for name in (f"verdict_{it.pk}", f"reasons_{it.pk}")]
        self.order_fields([*own, "outcome", "feedback", "tips"])  # errors come in this order too

    @property
    def per_criterion(self) -> list[tuple[Any, Any]]:
        """The two fields of each criterion."""
        return [(self[f"verdict_{it.pk}"], self[f"reasons_{it.pk}"]) for it in self.criteria]

    @property
    def facts(self) -> dict[str, Any]:
        """What `save_assessment` takes."""
        given = self.cleaned_data
        judged = {it.pk: Given(given[f"verdict_{it.pk}"], given[f"reasons_{it.pk}"]) for it in self.criteria}
        whole = {name: given[name] for name in ("outcome", "feedback", "tips", "window")}
        return whole | {"judgements": judged, "serial": given["serial"] or 0}

    def read(self, serial: int) -> None:
        """From now on this page has read the assessment as it is stored."""
        data: Any = copy.copy(self.data)
        data["serial"] = str(serial)
        self.data = data


def values_of(assessment: Assessment | None) -> Mapping[str, str]:
    """What is stored, by the name of the field; that it is handed in or not does not matter."""
    if assessment is None:
        return {}
    found = {name: getattr(assessment, name) for name in ("outcome", "feedback", "tips")}
    for it in assessment.judgements.all():
        found |= {f"verdict_{it.criterion_id}": it.verdict, f"reasons_{it.criterion_id}": it.reasons}
    return found


class NoteForm(RefusableForm):
    """An anonymous note for fellow assessors."""

    text = forms.CharField(
        label=_("Anonymous note"),
        max_length=TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Only the assessors of this theme read it, once all assessments are in. Your name is not with it."),
    )


ADMISSION = [
    (Outcome.SUFFICIENT, _("Yes: enough ground for the interview")),
    (Outcome.INSUFFICIENT, _("Not yet: it comes back with feedback and tips")),
]


class DecisionForm(RefusableForm):
    """What assessors decide together. serial: of the proposal that was read."""

    outcome = forms.ChoiceField(label=_("Decision"), choices=Outcome.choices, widget=forms.RadioSelect)
    feedback = forms.CharField(
        label=_("Feedback for the participant"),
        max_length=TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Say what the decision rests on. The participant reads it word by word."),
    )
    tips = forms.CharField(
        label=_("Tips for the participant"),
        max_length=TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        help_text=_("Needed when it is not sufficient yet."),
    )
    serial = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    @classmethod
    def of(cls, data: Any, decision: Decision, *, alone: Assessment | None = None) -> "DecisionForm":
        """As it is proposed now. alone: of the one who decides, about the interview: where one begins."""
        begun = decision if decision.outcome or alone is None else alone
        found = {name: getattr(begun, name) for name in ("outcome", "feedback", "tips")}
        form = cls(data, initial=found | {"serial": decision.serial})
        if alone is not None:
            offer(form, "outcome", ADMISSION)
        return form


class ThirdReasonForm(RefusableForm):
    """Why the assessors cannot agree."""

    reason = forms.CharField(
        label=_("Why can you not agree?"),
        max_length=TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "The coordinator reads it. Leave out what each of you found; the third assessor forms an own view."
        ),
    )
