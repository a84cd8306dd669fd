"""Recording that the school agrees."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import NotAllowed
from core.texts import checked_text
from resources.models import Practice, SchoolPermission
from resources.permission.standing import materials_of, permission_of, story_of
from resources.policies import can_change

LONGEST = 200


@transaction.atomic
def record_permission(*, practice: Practice, by: User, given_by: str) -> SchoolPermission:
    """Record who at the school agrees that this text and these materials become public.

    The same name again while the permission still holds records nothing new. Raises NotAllowed, InvalidInput
    (`permission_by`).
    """
    row = Practice.objects.with_facts().get(pk=practice.pk).latest
    if not can_change.test(by, row):
        raise NotAllowed
    given_by = checked_text("permission_by", given_by, longest=LONGEST)
    standing = permission_of(row)
    if standing and standing.holds and standing.permission.given_by == given_by:
        return standing.permission
    return SchoolPermission.objects.create(
        practice=row.original, given_by=given_by, recorded_by=by, words=story_of(row), materials=materials_of(row)
    )


def why_needed(practice: Practice) -> str:
    """What to tell a contributor who has no permission for this text; empty when the school agreed."""
    standing = permission_of(practice)
    if standing is None:
        return _("The school must agree that this becomes public. Tell us who said so.")
    if not standing.holds:
        return _("Much has changed since the school agreed. Ask whether it still does.")
    return ""
