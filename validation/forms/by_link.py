import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.choices import offer_rows
from core.refusals import RefusableForm
from validation.models import CaseTheme, FeedbackRequest, LookAlong, PortfolioSection
from validation.models.programmes import TEXT_LENGTH


def _long(label: Any, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=TEXT_LENGTH, widget=forms.Textarea(attrs={"rows": 4}), **options)


class AskForm(RefusableForm):
    """Whom to ask for feedback."""

    name = forms.CharField(label=_("Name of your colleague"), max_length=150)
    email = forms.EmailField(label=_("Mail address"))
    relation = forms.CharField(
        label=_("How do you work together?"), max_length=150, required=False, help_text=_("Your assessors read it.")
    )
    message = _long(_("A few words with it"), required=False, help_text=_("Stands in the mail."))


class GiveForm(RefusableForm):
    """The guided questions; one answer is enough."""

    def __init__(self, *args: Any, asked: FeedbackRequest, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.questions = list(asked.theme.case.version.feedback_questions.all())
        for question in self.questions:
            self.fields[f"question-{question.pk}"] = _long(question.label, required=False, help_text=question.help)

    @property
    def answers(self) -> dict[int, str]:
        """By the id of the question."""
        return {it.pk: self.cleaned_data.get(f"question-{it.pk}", "") for it in self.questions}


class DeclineForm(RefusableForm):
    """Why a colleague gives no feedback."""

    reason = _long(_("Why not?"), help_text=_("One line is enough. Whoever asked you reads it."))


class ReplyForm(RefusableForm):
    """What the participant takes from the feedback."""

    reply = _long(_("What do you take from it?"), required=False)


class LookAlongForm(RefusableForm):
    """Who may look along, and at what."""

    name = forms.CharField(label=_("Name"), max_length=150)
    email = forms.EmailField(label=_("Mail address"))
    sections = forms.ModelMultipleChoiceField(
        PortfolioSection.objects.none(), label=_("What may be read?"), widget=forms.CheckboxSelectMultiple
    )
    message = _long(_("A few words with it"), required=False, help_text=_("Stands in the mail."))

    def __init__(self, *args: Any, theme: CaseTheme, **kwargs: Any):
        super().__init__(*args, **kwargs)
        offer_rows(self, "sections", theme.case.version.sections.all())


class CommentForm(RefusableForm):
    """What somebody who looks along says."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    section = forms.ModelChoiceField(PortfolioSection.objects.none(), label=_("About"), required=False)
    text = _long(_("Your comment"))

    def __init__(self, *args: Any, look_along: LookAlong, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", uuid.uuid4())
        offer_rows(self, "section", look_along.sections.all())
