"""What an editor asks at sign-up besides the learning question, and what people answered."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from networks.models.enrolments import TEXT_LENGTH, Enrolment


class SignUpQuestion(Orderable):
    """One question at sign-up; it may be asked only after a certain answer to an earlier one."""

    class Kind(models.TextChoices):
        TEXT = "text", _("Text")
        CHOICE = "choice", _("One of several answers")

    network = ParentalKey("networks.Network", on_delete=models.CASCADE, related_name="sign_up_questions")
    text = models.CharField(_("question"), max_length=300)
    text_en = models.CharField(_("question in English"), max_length=300, blank=True)
    help_text = models.CharField(_("explanation"), max_length=300, blank=True)
    kind = models.CharField(_("kind of answer"), max_length=10, choices=Kind.choices, default=Kind.TEXT)
    choices = models.TextField(_("answers to choose from"), blank=True, help_text=_("One on each line."))
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
        if self.kind == self.Kind.CHOICE and len(self.options) < 2:
            raise ValidationError({"choices": _("Give at least two answers, one on each line.")})
        if self.only_after and not self.only_after_answer:
            raise ValidationError({"only_after_answer": _("Which answer do you mean?")})

    @property
    def label(self) -> str:
        """The question in the reader's language."""
        return (self.text_en if get_language() == "en" else "") or self.text

    @property
    def options(self) -> list[str]:
        """The answers to choose from."""
        return [line.strip() for line in self.choices.splitlines() if line.strip()]


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
