"""The certificate of a theme: granted once after a sufficient talk, shown as the holder wants, and revocable."""

from collections.abc import Collection
from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput, NotAllowed, NotFound
from core.files import forget_file
from core.texts import checked_text
from networks.certificates.numbers import new_number
from validation.certificates.badge import signed
from validation.certificates.drawing import draw
from validation.models import CaseTheme, Shown, ThemeCertificate
from validation.news import certificates as news
from validation.services.moving import lock_case, move_theme
from validation.tasks import prepare_certificate

KIND = "VC"  # before the number


@transaction.atomic
def grant_certificate(*, theme: CaseTheme, points: int | None = None) -> ThemeCertificate:
    """The certificate with the facts of this moment, or the one that there is; its file is made in the background.

    points: what the assessors awarded, where the theme does not say how many. Raises StepImpossible.
    """
    case = lock_case(theme.case)
    if earlier := ThemeCertificate.objects.filter(theme=theme).first():
        return earlier
    move_theme(theme=theme, step="certify", by=None)
    rules, programme, person = theme.theme, case.version.programme, case.person
    with translation.override(person.language):
        facts = {
            "programme_title": programme.label,
            "theme_title": rules.label,
            "competencies": [it.label for it in rules.competencies.all()],
        }
    certificate = ThemeCertificate.objects.create(
        number=new_number(KIND),
        theme=theme,
        name=person.name,
        school=str(case.school),
        organisation=programme.organisation,
        points=points if rules.points is None else rules.points,
        language=person.language,
        **facts,
    )
    news.granted(certificate)
    transaction.on_commit(partial(prepare_certificate.enqueue, certificate.pk), robust=True)
    return certificate


@transaction.atomic
def ready_certificate(*, certificate: ThemeCertificate) -> ThemeCertificate:
    """The certificate with its file and its badge, each made once. Raises NotFound when it is void."""
    row = _locked(certificate)
    if not row.is_valid:
        raise NotFound
    if not row.file:
        row.file.save("certificate.pdf", ContentFile(draw(row)), save=False)
    row.badge = row.badge or signed(row)
    row.save(update_fields=["file", "badge"])
    return row


@transaction.atomic
def choose_shown(*, certificate: ThemeCertificate, by: User, shown: Collection[str]) -> ThemeCertificate:
    """What of it anybody may see who has the number, from now on. Raises NotAllowed, InvalidInput."""
    row = _locked(certificate)
    if row.theme.case.person_id != by.pk:
        raise NotAllowed
    if not {*shown} <= {*Shown.values}:
        raise InvalidInput(errors={"shown": [_("Choose one of the options.")]})
    row.shown = [it for it in Shown.values if it in shown]
    row.save(update_fields=["shown"])
    return row


@transaction.atomic
def revoke_certificate(*, certificate: ThemeCertificate, by: User, reason: str) -> ThemeCertificate:
    """The coordinator revokes it, with a reason that the holder reads; revoking twice is revoking once.

    Raises NotAllowed, InvalidInput.
    """
    row = _locked(certificate)
    if not by.has_perm("validation.coordinate_case", row.theme.case):
        raise NotAllowed
    if row.revoked_at:
        return row
    row.revoke_reason = checked_text("reason", reason)
    row.revoked_at, row.revoked_by = timezone.now(), by
    row.save(update_fields=["revoked_at", "revoked_by", "revoke_reason"])
    news.revoked(row)
    return row


def void_certificates_of(person: User) -> None:
    """Forget the name, the file and the badge; the number then says that it is not valid."""
    for certificate in ThemeCertificate.objects.filter(theme__case__person=person):
        emptied = {"name": "", "school": "", "file": "", "badge": "", "shown": [], "revoke_reason": ""}
        ThemeCertificate.objects.filter(pk=certificate.pk).update(**emptied)
        forget_file(certificate)


def _locked(certificate: ThemeCertificate) -> ThemeCertificate:
    rows = ThemeCertificate.objects.select_for_update(of=("self",))
    return rows.select_related("theme__theme", "theme__case__person", "theme__case__version__programme").get(
        pk=certificate.pk
    )
