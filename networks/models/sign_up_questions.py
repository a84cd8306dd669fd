"""What an editor asks at sign-up besides the learning question, and what people answered."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from networks.models.agreements import worded
from networks.models.enrolments import TEXT_LENGTH, Enrolment
from networks.models.options import ENGLISH_HELP, check_options, lines, worded_options


class SignUpQuestion(Orderable):
    """One question at sign-up; it may be asked only after a certain answer to an earlier one."""

    class Kind(models.TextChoices):
        TEXT = "text", _("Text")
        CHOICE = "choice", _("One of several answers")

    network = ParentalKey("networks.Network", on_delete=models.CASCADE, related_name="sign_up_questions")
    text = models.CharField(_("question"), max_length=300)
    text_en = models.CharField(_("question in English"), max_length=300, blank=True)
    help_text = models.CharField(_("explanation"), max_length=300, blank=True)
    help_text_en = models.CharField(_("explanation in English"), max_length=300, blank=True)
    kind = models.CharField(_("kind of answer"), max_length=10, choices=Kind.choices, default=Kind.TEXT)
    choices = models.TextField(_("answers to choose from"), blank=True, help_text=_("One on each line."))
    choices_en = models.TextField(_("answers in English"), blank=True, help_text=ENGLISH_HELP)
    required = models.BooleanField(_("an answer is needed"), default=True)
    only_after = models.PositiveSmallIntegerField(
        _("only after question number"),
        null=True,
        blank=True,
        help_text=_("Leave empty to ask it always. Counted from the top, the first one is 1."),
    )
    only_after_answer = models.CharField(_("… when the answer to that one is"), max_length=300, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("question at sign-up")
        verbose_name_plural = _("questions at sign-up")

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        if self.kind == self.Kind.CHOICE:
            check_options(self.choices, self.choices_en)
        if self.only_after and not self.only_after_answer:
            raise ValidationError({"only_after_answer": _("Which answer do you mean?")})

    @property
    def label(self) -> str:
        """The question in the reader's language."""
        return worded(self.text, self.text_en)

    @property
    def explanation(self) -> str:
        """In the reader's language."""
        return worded(self.help_text, self.help_text_en)

    @property
    def options(self) -> list[str]:
        """The answers to choose from, as they are kept."""
        return lines(self.choices)

    @property
    def worded_options(self) -> list[tuple[str, str]]:
        """Each answer as it is kept, with how the reader sees it."""
        return worded_options(self.choices, self.choices_en)

    def worded_answer(self, answer: str) -> str:
        """An answer that is kept, in the reader's language; as it is when it is no longer among them."""
        return {kept.casefold(): label for kept, label in self.worded_options}.get(answer.casefold(), answer)


class SignUpAnswer(models.Model):
    """What somebody answered, with the question as it was then."""

    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="answers")
    question = models.ForeignKey(SignUpQuestion, models.SET_NULL, null=True, related_name="answers")
    asked = models.CharField(_("question"), max_length=300)
    text = models.TextField(_("answer"), max_length=TEXT_LENGTH)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["enrolment", "question"], name="one_answer_per_question")]

    def __str__(self) -> str:
        return self.text

    @property
    def heading(self) -> str:
        """The question in the reader's language; as it was asked when it was reworded since, or is gone."""
        question = self.question
        return question.label if question and self.asked in {question.text, question.text_en} else self.asked

    @property
    def worded(self) -> str:
        """In the reader's language, when it was chosen from a list."""
        return self.question.worded_answer(self.text) if self.question else self.text
