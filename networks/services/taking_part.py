"""What a participant adds along the way."""

from django.db import transaction

from core.texts import checked_text
from networks.errors import NotTakingPart
from networks.models import Enrolment, LearningQuestion, ObligationNote
from networks.news import learning_questions as news
from networks.services.archiving import require_open
from networks.services.log import note


@transaction.atomic
def revise_learning_question(*, enrolment: Enrolment, text: str, what_changed: str) -> LearningQuestion:
    """Store a new version of the learning question, saying what changed and why; earlier versions stay.

    Raises NotTakingPart, InvalidInput.
    """
    enrolment = locked_place(enrolment)
    text, what_changed = checked_text("text", text), checked_text("what_changed", what_changed)
    newest = enrolment.learning_question
    if newest and newest.text == text:
        return newest
    version = newest.version + 1 if newest else 1
    revised = LearningQuestion.objects.create(
        enrolment=enrolment, version=version, text=text, what_changed=what_changed
    )
    note(enrolment.network, "question.revised", by=enrolment.person, about=enrolment.person, version=version)
    news.revised(revised)
    return revised


@transaction.atomic
def report_obligation(*, enrolment: Enrolment, kind: str, text: str) -> ObligationNote:
    """Tell how the answer is embedded in the school, or how time was freed. Raises NotTakingPart, InvalidInput."""
    enrolment = locked_place(enrolment)
    told = ObligationNote.objects.create(enrolment=enrolment, kind=kind, text=checked_text("text", text))
    note(enrolment.network, "obligation.reported", by=enrolment.person, about=enrolment.person, obligation=kind)
    return told


def locked_place(enrolment: Enrolment) -> Enrolment:
    """The place as it is now; nobody else changes what hangs on it until this transaction ends.

    Raises NetworkArchived, NotTakingPart.
    """
    enrolment = Enrolment.objects.select_for_update().get(pk=enrolment.pk)
    require_open(enrolment.network)
    if not enrolment.is_running:
        raise NotTakingPart
    return enrolment
