"""Certificates of participation: given out once, drawn once, and kept as they are."""

from datetime import timedelta
from decimal import Decimal

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from core.errors import NotFound
from core.files import forget_file
from core.texts import checked_text
from networks.certificates.drawing import draw
from networks.certificates.numbers import new_number
from networks.errors import NetworkNotClosed, NotTakingPart
from networks.models import Attendance, Certificate, Enrolment, Meeting
from networks.news import closing as news
from networks.services.log import note
from networks.walltime import AMSTERDAM


@transaction.atomic
def grant_certificate(*, enrolment: Enrolment, by: User, reason: str) -> Certificate:
    """Give a certificate to somebody who did not keep all agreements, saying why; once given it stays as it is.

    Raises InvalidInput, NotTakingPart, NetworkNotClosed.
    """
    reason = checked_text("reason", reason)
    enrolment = (
        Enrolment.objects.select_for_update(of=("self",))
        .select_related("person", "school", "network")
        .get(pk=enrolment.pk)
    )
    if enrolment.state != Enrolment.State.ACCEPTED:
        raise NotTakingPart
    if not enrolment.network.is_archived:
        raise NetworkNotClosed
    if earlier := Certificate.objects.filter(enrolment=enrolment).first():
        return earlier  # asked for twice at once, or in two windows: it is granted, and noted, once
    note(enrolment.network, "enrolment.granted", by=by, about=enrolment.person)
    return issue(enrolment, by=by, reason=reason)


def issue(enrolment: Enrolment, *, by: User | None = None, reason: str = "") -> Certificate:
    """The certificate with the facts of this moment, or the one that the participant has."""
    earlier = Certificate.objects.filter(enrolment=enrolment).first()
    if earlier:
        return earlier
    attended = _attended(enrolment)
    certificate = Certificate.objects.create(
        number=new_number(),
        enrolment=enrolment,
        name=enrolment.person.name,
        school=str(enrolment.school),
        network_title=enrolment.network.title,
        hours=_hours(attended),
        days=[it.starts_at.astimezone(AMSTERDAM).date().isoformat() for it in attended if it.starts_at],
        language=enrolment.person.language,
        issued_at=timezone.now(),
        granted_by=by,
        grant_reason=reason,
    )
    news.certified(certificate)
    return certificate


@transaction.atomic
def drawn(*, certificate: Certificate) -> Certificate:
    """The certificate with its file, which is drawn when it is first asked for. Raises NotFound when it is void."""
    row = Certificate.objects.select_for_update().get(pk=certificate.pk)
    if not row.is_valid:
        raise NotFound
    if not row.file:
        row.file.save("certificate.pdf", ContentFile(draw(row)), save=False)
        row.save(update_fields=["file"])
    return row


def void_certificates_of(person: User) -> None:
    """Forget the name and the file; the number then says that it is not valid."""
    for certificate in Certificate.objects.filter(enrolment__person=person):
        Certificate.objects.filter(pk=certificate.pk).update(name="", school="", grant_reason="", file="")
        forget_file(certificate)


def _attended(enrolment: Enrolment) -> list[Meeting]:
    there = Attendance.objects.filter(enrolment=enrolment, state=Attendance.State.PRESENT)
    return list(Meeting.objects.going_on().filter(attendances__in=there).order_by("starts_at", "pk"))


def _hours(meetings: list[Meeting]) -> Decimal:
    spans = [it.ends_at - it.starts_at for it in meetings if it.starts_at and it.ends_at]
    minutes = sum(spans, timedelta()) // timedelta(minutes=1)
    return (Decimal(minutes) / 60).quantize(Decimal("0.01"))
