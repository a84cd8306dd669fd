"""What a case costs, step by step; paid outside the platform, and noted here by who coordinates (DOMAIN.md 3)."""

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from validation.models.cases import Case, CaseTheme
from validation.models.rules import Fee
from validation.querysets import DueQuerySet

REASON_LENGTH = 500


class Due(models.Model):
    """One amount that a school owes, as the version asked for it at that moment.

    turn: which time it is, as handing in again and a repeated talk cost each time. waived_reason: why nothing is
    charged. serial: counts the changes, so that nobody covers what another coordinator noted meanwhile.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="dues")
    theme = models.ForeignKey(CaseTheme, models.CASCADE, null=True, related_name="dues")
    kind = models.CharField(_("for what"), max_length=15, choices=Fee.Kind.choices)
    turn = models.PositiveSmallIntegerField(default=1)
    amount = models.DecimalField(_("euro"), max_digits=8, decimal_places=2, validators=[MinValueValidator(0)])
    since = models.DateTimeField(_("since"), default=timezone.now)
    invoice_number = models.CharField(_("invoice number"), max_length=50, blank=True)
    invoiced_on = models.DateField(_("invoiced on"), null=True)
    paid_on = models.DateField(_("paid on"), null=True)
    waived_reason = models.CharField(_("not charged, because"), max_length=REASON_LENGTH, blank=True)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    serial = models.PositiveIntegerField(default=0)

    objects = DueQuerySet.as_manager()

    class Meta:
        ordering = ["since", "pk"]
        indexes = [models.Index(fields=["case", "since"], name="dues_of_a_case")]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind", "turn"], condition=models.Q(theme=None), name="a_case_owes_each_once"
            ),
            models.UniqueConstraint(
                fields=["theme", "kind", "turn"], condition=~models.Q(theme=None), name="a_theme_owes_each_once"
            ),
            models.CheckConstraint(
                condition=models.Q(waived_reason="") | models.Q(paid_on=None), name="paid_or_waived_not_both"
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())

    @property
    def standing(self) -> "Standing":
        """How far it is; the first that holds."""
        if self.waived_reason:
            return Standing.WAIVED
        if self.paid_on:
            return Standing.PAID
        return Standing.INVOICED if self.invoiced_on or self.invoice_number else Standing.OPEN

    @property
    def is_untouched(self) -> bool:
        return self.standing == Standing.OPEN


class Standing(models.TextChoices):
    """How far an amount is."""

    OPEN = "open", _("To invoice")
    INVOICED = "invoiced", _("Invoiced")
    PAID = "paid", _("Paid")
    WAIVED = "waived", _("Not charged")
