"""Asking, answering, leaving, and taking somebody off."""

from collections.abc import Collection

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.doors import found_in
from core.errors import Conflict, InvalidInput, NotAllowed
from notifications.services import mark_read_about_all, notify
from resources.coauthors.policies import can_invite, candidates_for, is_asked
from resources.models import CoAuthor, Practice
from resources.services.practices import lock
from search.services import refresh_many

MOST = 10
State = CoAuthor.State


@transaction.atomic
def invite_coauthor(*, practice: Practice, person: User, by: User) -> CoAuthor:
    """Ask somebody to be named as an author and to write along; nothing is shown before the person agrees.

    Asked again after a no or a leave, the question is asked anew. Raises NotAllowed, InvalidInput (`person`), Conflict.
    """
    original = lock(practice)
    if not can_invite.test(by, original):
        raise NotAllowed
    if original.coauthors.standing().filter(person=person).exists():
        return original.coauthors.get(person=person)
    if not candidates_for(original).filter(pk=person.pk).exists():
        raise InvalidInput(errors={"person": [_("Choose somebody of your networks or your school.")]})
    if original.coauthors.standing().count() >= MOST:
        raise Conflict(_("A practice has at most %(most)d co-authors.") % {"most": MOST})
    made, _is_new = CoAuthor.objects.update_or_create(
        practice=original, person=person, defaults={"state": State.ASKED, "asked_by": by, "answered_at": None}
    )
    notify(
        [person],
        "coauthor.asked",
        about=made,
        url=reverse("resources:write_along", args=[original.slug]),
        params={"title": original.latest.title, "name": by},
    )
    return made


@transaction.atomic
def answer_invitation(*, coauthor: CoAuthor, by: User, agrees: bool) -> CoAuthor:
    """Yes: named as an author, and writes along. No, or no longer: neither, whatever is answered after it.

    Raises NotAllowed, NotFound when the question was taken back.
    """
    if not is_asked.test(by, coauthor):
        raise NotAllowed
    original = lock(coauthor.practice)
    coauthor = found_in(CoAuthor.objects.select_related("person").filter(pk=coauthor.pk))
    wanted = State.AGREED if agrees else (State.LEFT if coauthor.has_agreed else State.DECLINED)
    if coauthor.state in {wanted, State.DECLINED, State.LEFT}:
        return coauthor
    is_named = State.AGREED in {wanted, coauthor.state}
    coauthor.state, coauthor.answered_at = wanted, timezone.now()
    coauthor.save(update_fields=["state", "answered_at"])
    mark_read_about_all(person=by, about=[coauthor])
    if is_named:
        name_anew([original])
    notify(
        [original.contributor],
        "coauthor.agreed" if agrees else "coauthor.declined",
        about=original,
        url=reverse("resources:coauthors", args=[original.slug]),
        params={"title": original.latest.title, "name": by},
    )
    return coauthor


@transaction.atomic
def remove_coauthor(*, coauthor: CoAuthor, by: User) -> None:
    """Take the question back, or the name off; a second click finds it gone. Raises NotAllowed."""
    original = lock(coauthor.practice)
    if not can_invite.test(by, original):
        raise NotAllowed
    mark_read_about_all(person=coauthor.person, about=[coauthor])
    was_named = CoAuthor.objects.agreed().filter(pk=coauthor.pk).exists()
    CoAuthor.objects.filter(pk=coauthor.pk).delete()
    if was_named:
        name_anew([original])


def name_anew(practices: Collection[Practice]) -> None:
    """Other people are named as authors: what is found says so, and harvesters hear it."""
    changed = Practice.objects.filter(pk__in=[it.pk for it in practices])
    changed.update(updated_at=timezone.now())
    refresh_many(changed)
