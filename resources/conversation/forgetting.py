"""What the history of a practice keeps says nothing of somebody whose account is gone."""

import re
from collections.abc import Callable

from django.db.models import Q

from accounts.models import User
from resources.models import Practice, PracticeEvent, Review

GONE = "…"
Clean = Callable[[str, str], str]


def forget_in_history(person: User) -> None:
    """Of the practices that the person contributed or wrote along: take the name and the mail address out of the texts
    that were decided upon or changed; of those contributed the whole contact.
    """
    contributed = Practice.objects.contributed_by(person)
    along = Practice.objects.originals().filter(coauthors__person=person).exclude(contributor=person)
    for practices, clean in ((contributed, _without(person, "contact")), (along, _without(person))):
        for practice in practices.distinct():
            _clean(practice, clean)


def _clean(practice: Practice, clean: Clean) -> None:
    for review in Review.objects.filter(Q(practice=practice) | Q(practice__revises=practice)).exclude(content={}):
        review.content = {field: clean(field, text) for field, text in review.content.items()}
        review.save(update_fields=["content"])
    for event in PracticeEvent.objects.filter(practice=practice).exclude(changes=[]):
        cleaned = [(field, clean(field, before), clean(field, after)) for field, before, after in event.changes]
        event.changes = [it for it in cleaned if it[1] != it[2]]
        event.save(update_fields=["changes"])


def _without(person: User, *emptied: str) -> Clean:
    """Texts without what the person was known as; these fields are emptied."""
    known = re.compile("|".join(rf"(?<!\w){re.escape(it)}(?!\w)" for it in person.known_as) or r"(?!)", re.IGNORECASE)
    return lambda field, text: "" if field in emptied else known.sub(GONE, text)
