"""What stays of somebody who ends the account: published practices, without name and contact."""

from accounts.models import User
from core.files import forget_file
from resources.models import Practice
from resources.services import revisions
from search.services import refresh_many


def forget(person: User) -> None:
    """Throw away what was never published; the rest may be used for good (its licence says so) and stays."""
    own = Practice.objects.contributed_by(person)
    for practice in own.select_related("revision"):
        if practice.latest != practice:
            revisions.discard(practice.latest)
        if practice.published_at is None:
            _delete(practice)
    own.update(contact="")
    refresh_many(own)


def _delete(practice: Practice) -> None:
    materials = list(practice.materials.all())
    practice.delete()
    for material in materials:
        forget_file(material)
