import uuid
from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.choices import offer_rows
from core.refusals import RefusableForm
from networks.agreements import points_of
from networks.forms.texts import text_field
from networks.models import Network, SignUpQuestion
from networks.services.sign_up_questions import condition_of, field_of
from schools.models import School


class EnrolmentForm(RefusableForm):
    """School, learning question, the network's own questions, and each agreement with its own box.

    Whether an answer is needed depends on other answers, so that is the service's to say: `refuse` shows it.
    """

    school = forms.ModelChoiceField(School.objects.none(), label=_("School"), empty_label=None)
    learning_question = text_field(
        _("Learning question of your school"),
        help_text=_("What do you want to find out? It may change along the way."),
    )

    def __init__(self, *args: Any, person: User, network: Network, **kwargs: Any):
        super().__init__(*args, **kwargs)
        schools = School.objects.of(person)
        offer_rows(self, "school", schools)
        self.has_schools = schools.exists()
        self.questions = list(network.sign_up_questions.all())
        for question in self.questions:
            self.fields[field_of(question)] = _answer_field(question, condition_of(question, self.questions))
        self.points = points_of(network)
        for point in self.points:
            self.fields[point.key] = forms.BooleanField(
                label=point.label, error_messages={"required": _("Please agree to this to sign up.")}
            )

    @property
    def answers(self) -> dict[str, Any]:
        """What networks.services.enrol takes."""
        return {
            "school": self.cleaned_data["school"],
            "learning_question": self.cleaned_data["learning_question"],
            "agreements": {point.key for point in self.points if self.cleaned_data[point.key]},
            "answers": {question.pk: self.cleaned_data[field_of(question)] for question in self.questions},
        }

    @property
    def question_fields(self) -> Iterator[tuple[forms.BoundField, str, str]]:
        """Each question's field, with the name of the field and the answer on which it depends, or two empty texts."""
        for question in self.questions:
            earlier = condition_of(question, self.questions)
            yield (
                self[field_of(question)],
                field_of(earlier) if earlier else "",
                question.only_after_answer if earlier else "",
            )

    @property
    def agreement_fields(self) -> list[forms.BoundField]:
        return [self[point.key] for point in self.points]


def _answer_field(question: SignUpQuestion, earlier: SignUpQuestion | None) -> forms.Field:
    help_text = question.explanation
    if earlier:
        only = _("Only when you answered “%(answer)s” to “%(question)s”.") % {
            "answer": earlier.worded_answer(question.only_after_answer),
            "question": earlier.label,
        }
        help_text = f"{help_text} {only}".strip()
    always = question.required and earlier is None
    if question.kind == SignUpQuestion.Kind.CHOICE:
        options = [("", _("Choose")), *question.worded_options]
        return forms.ChoiceField(label=question.label, choices=options, help_text=help_text, required=always)
    field = text_field(question.label, rows=3, help_text=help_text)
    field.required = always
    return field


class DeclineForm(forms.Form):
    reason = text_field(_("Reason"), rows=4, help_text=_("The person reads this in the inbox and in the mail."))


class SignUpMessageForm(forms.Form):
    """A question about a sign-up, or an answer; the key makes a form that is sent twice one message."""

    text = text_field(_("Message"), rows=4)
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
