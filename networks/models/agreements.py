"""What everybody agrees to at sign-up, in versions, and what is asked besides; editors keep both (DOMAIN.md 1)."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from networks.models.enrolments import TEXT_LENGTH, Agreement, Enrolment
from networks.models.meetings import Meeting
from networks.querysets import AgreementPointQuerySet, ArrangementQuerySet, ObligationRuleQuerySet

EVERYWHERE = _("Empty: in every network.")


def worded(dutch: str, english: str) -> str:
    """The text in the reader's language."""
    return (english if get_language() == "en" else "") or dutch


class AgreementPoint(models.Model):
    """One thing that people agree to at sign-up, as it reads now. Only networks.services words it.

    The four of DOMAIN.md 1 have a `kind`, which the ledger goes by; an editor adds others, for one network or for all.
    """

    network = models.ForeignKey(
        "networks.Network",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="agreement_points",
        verbose_name=_("network"),
        help_text=EVERYWHERE,
    )
    kind = models.CharField(max_length=10, choices=Agreement.Kind.choices, blank=True, editable=False)
    text = models.CharField(_("text"), max_length=500, help_text=_("As people tick it: “I will be there …”."))
    text_en = models.CharField(_("text in English"), max_length=500, blank=True)
    version = models.PositiveSmallIntegerField(_("version"), default=0, editable=False)
    asked = models.BooleanField(
        _("asked at sign-up"), default=True, help_text=_("Otherwise it is kept for those who agreed to it before.")
    )
    position = models.PositiveSmallIntegerField(_("order"), default=10, help_text=_("Low numbers come first."))

    objects = AgreementPointQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["kind"], condition=~models.Q(kind=""), name="one_point_per_kind")
        ]

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        if self.kind and not self.asked:
            raise ValidationError({"asked": _("This one is asked in every network.")})

    @property
    def key(self) -> str:
        """How forms and the API name it."""
        return self.kind or f"point-{self.pk}"

    @property
    def label(self) -> str:
        return worded(self.text, self.text_en)


class AgreementWording(models.Model):
    """One version of a point, as people agreed to it; rows are only added."""

    point = models.ForeignKey(AgreementPoint, models.CASCADE, related_name="wordings")
    version = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=500)
    text_en = models.CharField(max_length=500, blank=True)
    worded_at = models.DateTimeField(auto_now_add=True)
    worded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["point", "-version"]
        constraints = [models.UniqueConstraint(fields=["point", "version"], name="one_wording_per_version")]

    def __str__(self) -> str:
        return self.text

    @property
    def label(self) -> str:
        return worded(self.text, self.text_en)

    @property
    def is_newest(self) -> bool:
        return self.version == self.point.version


class ObligationRule(models.Model):
    """What a network asks of its participants besides the four agreements; `kind` says how we know (networks.rules).

    It holds for who started between `since` and `until`. When it changes, a row with how it read before stays for who
    started under that, and knows its `rule`. Only networks.services writes it.
    """

    network = models.ForeignKey(
        "networks.Network",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="obligation_rules",
        verbose_name=_("network"),
        help_text=EVERYWHERE,
    )
    title = models.CharField(_("what is asked"), max_length=200)
    title_en = models.CharField(_("what is asked, in English"), max_length=200, blank=True)
    explanation = models.TextField(
        _("explanation"), max_length=TEXT_LENGTH, blank=True, help_text=_("Participants read it while it is not done.")
    )
    explanation_en = models.TextField(_("explanation in English"), max_length=TEXT_LENGTH, blank=True)
    kind = models.CharField(_("how we know"), max_length=20)
    number = models.PositiveSmallIntegerField(
        _("how many"), default=1, validators=[MinValueValidator(1)], help_text=_("Not for what is checked off.")
    )
    assignment = models.ForeignKey(
        "networks.Assignment",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="obligation_rules",
        verbose_name=_("assignment"),
        help_text=_("Only for handing in. Empty: any assignment of the network."),
    )
    due_on = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("After this day it is no longer attainable. Empty: no end.")
    )
    position = models.PositiveSmallIntegerField(_("order"), default=10, help_text=_("Low numbers come first."))
    since = models.DateTimeField(null=True, editable=False)  # empty: for everybody, whenever they started
    until = models.DateTimeField(null=True, editable=False)  # filled: this is how it read before
    rule = models.ForeignKey("self", models.CASCADE, null=True, editable=False, related_name="earlier")

    objects = ObligationRuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("obligation")
        verbose_name_plural = _("obligations")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def label(self) -> str:
        return worded(self.title, self.title_en)

    @property
    def help(self) -> str:
        return worded(self.explanation, self.explanation_en)

    @property
    def key(self) -> str:
        """How the ledger names it; it stays when the rule changes."""
        return f"rule-{self.rule_id or self.pk}"

    def binds(self, enrolment: Enrolment) -> bool:
        """Is it what this participant started under?"""
        started = enrolment.joined_at or enrolment.created_at
        return (self.since is None or self.since <= started) and (self.until is None or started < self.until)


class Arrangement(models.Model):
    """What a facilitator arranged with a participant: how something is made up for, or that it is done.

    Being there is made up for meeting by meeting; the others have no meeting.
    """

    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="arrangements")
    kind = models.CharField(max_length=30)
    meeting = models.ForeignKey(Meeting, models.CASCADE, null=True, related_name="arrangements")
    text = models.TextField(_("how it is made up for"), max_length=TEXT_LENGTH, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    met_at = models.DateTimeField(null=True)
    met_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = ArrangementQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "kind"], condition=models.Q(meeting=None), name="one_arrangement_per_kind"
            ),
            models.UniqueConstraint(fields=["enrolment", "kind", "meeting"], name="one_arrangement_per_meeting"),
        ]

    def __str__(self) -> str:
        return self.text


class ObligationState(models.Model):
    """How an obligation stood when we last looked, so that a change is told once."""

    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="obligation_states")
    kind = models.CharField(max_length=30)
    state = models.CharField(max_length=12)
    since = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["enrolment", "kind"], name="one_state_per_obligation")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.state}"
