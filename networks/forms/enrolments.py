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
from networks.models import AgreementPoint, Network, SignUpQuestion
from networks.services.sign_up_questions import asked_among, condition_of, field_of
from schools.models import School


class EnrolmentForm(RefusableForm):
    """School, learning question, the network's own questions, and each agreement with its own box.

    A box carries the version of the text beside it: nobody agrees to words that came after the page was opened.
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
                label=point.label,
                widget=forms.CheckboxInput(attrs={"value": point.version}),
                error_messages={"required": _("Please agree to this to sign up.")},
            )

    def clean(self) -> dict[str, Any]:
        """What is not asked need not be answered; what was worded anew meanwhile is agreed to anew."""
        given = {question: self.cleaned_data.get(field_of(question), "") for question in self.questions}
        for question in set(self.questions) - set(asked_among(self.questions, given)):
            self.errors.pop(field_of(question), None)
        for point in self.points:
            ticked = self.data.get(self.add_prefix(point.key), "")
            if ticked.isdecimal() and ticked != str(point.version):
                self._ask_again(point)
        return self.cleaned_data

    def _ask_again(self, point: AgreementPoint) -> None:
        box = self.add_prefix(point.key)
        self.data = {name: value for name, value in self.data.items() if name != box}
        self.add_error(point.key, _("This text was changed after you opened the page. Please read it and agree anew."))

    @property
    def answers(self) -> dict[str, Any]:
        """What networks.services.enrol takes."""
        return {
            "school": self.cleaned_data["school"],
            "learning_question": self.cleaned_data["learning_question"],
            "agreements": {point.key for point in self.points if self.cleaned_data[point.key]},
            "answers": {question.pk: self.cleaned_data.get(field_of(question), "") for question in self.questions},
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
    if question.kind == SignUpQuestion.Kind.CHOICE:
        options = [("", _("Choose")), *question.worded_options]
        return forms.ChoiceField(label=question.label, choices=options, help_text=help_text, required=question.required)
    field = text_field(question.label, rows=3, help_text=help_text)
    field.required = question.required
    return field


class DeclineForm(forms.Form):
    reason = text_field(_("Reason"), rows=4, help_text=_("The person reads this in the inbox and in the mail."))


class SignUpMessageForm(forms.Form):
    """A question about a sign-up, or an answer; the key makes a form that is sent twice one message."""

    text = text_field(_("Message"), rows=4)
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
