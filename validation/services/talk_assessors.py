"""Who holds a talk besides who judged the portfolio: where one judged it, or one left, the coordinator adds another."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import NotAllowed
from core.texts import checked_text
from validation.assessing.fitness import proposals_for
from validation.errors import NotFitToAssess, StepImpossible
from validation.models import CaseEvent, CaseRole, CaseTheme
from validation.news import talks as news
from validation.services.moving import lock_case
from validation.services.noting import note
from validation.services.talks import theme_in_case
from validation.states import AWAITING_TALK
from validation.talking import has_enough_assessors


@transaction.atomic
def add_talk_assessor(*, theme: CaseTheme, by: User, person: User, reason: str = "") -> CaseRole:
    """Give a theme that has too few assessors for a talk one more; the same person twice is once.

    reason: needed where something stands against this person.
    Raises NotAllowed, StepImpossible, NotFitToAssess, InvalidInput.
    """
    row = theme_in_case(lock_case(theme.case), theme)
    if not by.has_perm("validation.coordinate_case", row.case):
        raise NotAllowed
    if earlier := row.roles.running().assessing().filter(person=person).first():
        return earlier
    if row.state not in AWAITING_TALK or not row.case.moves or has_enough_assessors(row):
        raise StepImpossible
    proposal = next((it for it in proposals_for(row) if it.person == person), None)
    if proposal is None:
        raise NotFitToAssess(errors={"person": [_("Choose people who are assessors in this programme.")]})
    if proposal.against and not reason.strip():
        told = [*proposal.against, _("Say why you choose so all the same.")]
        raise NotFitToAssess(errors={"reason": told})
    text = checked_text("reason", reason, needed=False)
    facts = {"role": CaseRole.Role.ASSESSOR, "given_by": by, "reason": text}
    role = CaseRole.objects.create(case=row.case, theme=row, person=person, **facts)
    note(row.case, "talk.assessor", theme=row, by=by, audience=CaseEvent.Audience.STAFF)
    news.asked_to_hold(row, person)
    return role
