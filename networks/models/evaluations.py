"""What participants are asked when a network ends, and what they answer: kept apart from who they are."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from networks.models.agreements import EVERYWHERE, worded
from networks.models.enrolments import TEXT_LENGTH
from networks.models.options import ENGLISH_HELP, check_options, lines, worded_options
from networks.querysets import EvaluationQuestionQuerySet

SCALE = ("1", "2", "3", "4", "5")


class EvaluationQuestion(models.Model):
    """One question of the evaluation; an editor keeps them, for one network or for all."""

    class Kind(models.TextChoices):
        SCALE = "scale", _("A mark from 1 to 5")
        CHOICE = "choice", _("One of several answers")
        TEXT = "text", _("Text")

    network = models.ForeignKey(
        "networks.Network",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="evaluation_questions",
        verbose_name=_("network"),
        help_text=EVERYWHERE,
    )
    text = models.CharField(_("question"), max_length=300)
    text_en = models.CharField(_("question in English"), max_length=300, blank=True)
    kind = models.CharField(_("kind of answer"), max_length=10, choices=Kind.choices, default=Kind.TEXT)
    choices = models.TextField(_("answers to choose from"), blank=True, help_text=_("One on each line."))
    choices_en = models.TextField(_("answers in English"), blank=True, help_text=ENGLISH_HELP)
    required = models.BooleanField(_("an answer is needed"), default=False)
    asked = models.BooleanField(_("asked"), default=True, help_text=_("Otherwise only earlier answers are kept."))
    position = models.PositiveSmallIntegerField(_("order"), default=10, help_text=_("Low numbers come first."))

    objects = EvaluationQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("evaluation question")
        verbose_name_plural = _("evaluation questions")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        if self.kind == self.Kind.CHOICE:
            check_options(self.choices, self.choices_en)

    @property
    def label(self) -> str:
        return worded(self.text, self.text_en)

    @property
    def options(self) -> list[str]:
        """The answers to choose from, as they are kept; none where people write."""
        if self.kind == self.Kind.SCALE:
            return list(SCALE)
        return lines(self.choices) if self.kind == self.Kind.CHOICE else []

    @property
    def worded_options(self) -> list[tuple[str, str]]:
        """Each answer as it is kept, with how the reader sees it."""
        if self.kind == self.Kind.SCALE:
            return [(mark, mark) for mark in SCALE]
        return worded_options(self.choices, self.choices_en) if self.kind == self.Kind.CHOICE else []


class EvaluationResponse(models.Model):
    """What somebody answered, without a name, a moment or a number that would tell who it was."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    network = models.ForeignKey("networks.Network", models.CASCADE, related_name="evaluation_responses")

    def __str__(self) -> str:
        return str(self.pk)


class EvaluationAnswer(models.Model):
    """The answer to one question."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    response = models.ForeignKey(EvaluationResponse, models.CASCADE, related_name="answers")
    question = models.ForeignKey(EvaluationQuestion, models.PROTECT, related_name="answers")
    text = models.TextField(max_length=TEXT_LENGTH)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["response", "question"], name="one_evaluation_answer")]

    def __str__(self) -> str:
        return self.text
