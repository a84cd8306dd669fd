"""What is asked around a 360° scan: who answers, and what somebody finds."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.choices import offer
from core.refusals import RefusableForm
from validation.models import Scan, ScanGroup
from validation.models.programmes import TEXT_LENGTH
from validation.services.scans import LONGEST_REMARK, questions_of

SCALE = (
    (1, _("1: hardly ever")),
    (2, _("2: now and then")),
    (3, _("3: regularly")),
    (4, _("4: often")),
    (5, _("5: nearly always")),
    (0, _("I cannot say")),
)


def _long(label: Any, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": 3}), required=False, **options)


class RespondentForm(RefusableForm):
    """Whom to ask, and as what this person knows one."""

    group = forms.ChoiceField(label=_("As what does this person know you?"), widget=forms.RadioSelect)
    name = forms.CharField(label=_("Name"), max_length=150)
    email = forms.EmailField(label=_("Mail address"))
    message = _long(_("A few words with it"), max_length=TEXT_LENGTH, help_text=_("Stands in the mail."))

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        offer(self, "group", ScanGroup.choices)


class SheetForm(RefusableForm):
    """A value per statement."""

    def __init__(self, *args: Any, scan: Scan, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.questions = questions_of(scan)
        for question in self.questions:
            self.fields[question.key] = forms.TypedChoiceField(
                label=question.label,
                help_text=question.help,
                coerce=int,
                choices=SCALE,
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose one of the options.")},
            )

    @property
    def values(self) -> dict[str, int]:
        """By the key of the statement."""
        return {it.key: self.cleaned_data[it.key] for it in self.questions}


class AnswerForm(SheetForm):
    """What a respondent finds, with room for own words."""

    strong = _long(_("What is this leader good at?"), max_length=LONGEST_REMARK)
    tip = _long(_("What could this leader do otherwise?"), max_length=LONGEST_REMARK)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.order_fields([it.key for it in self.questions])
