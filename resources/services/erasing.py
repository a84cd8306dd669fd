"""What stays of somebody who ends the account: published practices, without name and contact."""

from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from core.files import forget_file
from resources.conversation.forgetting import forget_in_history
from resources.models import CoAuthor, Practice
from resources.services import revisions
from resources.writing.services import forget_contact_of
from search.services import refresh_many


def forget(person: User) -> None:
    """Hand over what others wrote along; of the rest throw away what was never published.

    What was published may be used for good (its licence says so) and stays.
    """
    forget_in_history(person)
    forget_contact_of(Practice.objects.contributed_by(person))
    # Harvesters should hear that the name is gone.
    Practice.objects.filter(contributor=person).update(contact="", updated_at=timezone.now())
    for practice in Practice.objects.contributed_by(person).filter(coauthors__state=CoAuthor.State.AGREED).distinct():
        _hand_over(practice)
    own = Practice.objects.contributed_by(person)
    for practice in own.select_related("revision"):
        if practice.latest != practice:
            revisions.discard(practice.latest)
        if practice.published_at is None:
            _delete(practice)
    refresh_many(own)


def _hand_over(practice: Practice) -> None:
    """To who agreed first of those who still have an account."""
    heir = practice.coauthors.agreed().filter(person__is_active=True).select_related("person").first()
    if heir is None:
        return
    Practice.objects.filter(Q(pk=practice.pk) | Q(revises=practice)).update(contributor=heir.person, key=None)
    heir.delete()
    refresh_many(Practice.objects.filter(pk=practice.pk))


def _delete(practice: Practice) -> None:
    materials = list(practice.materials.all())
    practice.delete()
    for material in materials:
        forget_file(material)
