"""All register points of somebody, with where they come from; in a fixed number of queries."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from validation.models import FormalLearning, Registration, ThemeCertificate


@dataclass(frozen=True)
class Wallet:
    """certificates: valid ones. learning: what was learned elsewhere. until: when the registration ends, if known."""

    certificates: list[ThemeCertificate]
    learning: list[FormalLearning]
    until: date | None

    @property
    def awarded(self) -> int:
        """By assessors, with certificates."""
        return sum(it.points or 0 for it in self.certificates)

    @property
    def noted(self) -> int:
        """By the person."""
        return sum(it.points for it in self.learning)

    @property
    def total(self) -> int:
        return self.awarded + self.noted

    @property
    def days_left(self) -> int | None:
        """Until the registration ends; below zero once that passed."""
        return (self.until - timezone.localdate()).days if self.until else None


def wallet_of(person: Any) -> Wallet:
    """Of the person's own; a certificate that was revoked yields nothing."""
    certificates = ThemeCertificate.objects.filter(theme__case__person=person, revoked_at=None).exclude(name="")
    return Wallet(
        certificates=list(certificates),
        learning=list(FormalLearning.objects.filter(person=person)),
        until=Registration.objects.filter(person=person).values_list("until", flat=True).first(),
    )
