"""Wording what people agree to. A new text is a new version; whoever agreed before keeps the old one."""

from django.db import transaction

from accounts.models import User
from networks.agreements import FIRST_TEXTS, current_wordings, points_of
from networks.models import Agreement, AgreementPoint, AgreementWording, Enrolment


@transaction.atomic
def word_agreement(*, point: AgreementPoint, by: User | None) -> AgreementWording:
    """Store the point as it reads now; a changed text becomes the next version, an unchanged one stays what it was."""
    if point.pk:
        AgreementPoint.objects.select_for_update().get(pk=point.pk)
    newest = point.wordings.order_by("-version").first() if point.pk else None
    if newest and (newest.text, newest.text_en) == (point.text, point.text_en):
        point.save()
        return newest
    point.version = newest.version + 1 if newest else 1
    point.save()
    facts = {"text": point.text, "text_en": point.text_en, "worded_by": by}
    return AgreementWording.objects.create(point=point, version=point.version, **facts)


def agree(enrolment: Enrolment) -> None:
    """The person agrees to all that is asked in this network now."""
    wordings = current_wordings(points_of(enrolment.network))
    Agreement.objects.bulk_create(Agreement(enrolment=enrolment, wording=wording) for wording in wordings)


@transaction.atomic
def keep_the_four() -> None:
    """Make those of the four agreements that are missing."""
    known = set(AgreementPoint.objects.exclude(kind="").values_list("kind", flat=True))
    for position, (kind, (text, text_en)) in enumerate(FIRST_TEXTS.items(), 1):
        if kind not in known:
            point = AgreementPoint(kind=kind, text=text, text_en=text_en, position=position)
            word_agreement(point=point, by=None)
