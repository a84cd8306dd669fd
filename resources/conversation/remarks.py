"""Saying something of a part, answering, and settling it."""

import uuid
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput, NotAllowed
from core.texts import checked_text
from notifications.services import notify, with_unread_news_about
from resources.conversation.model import LONGEST_REMARK
from resources.models import Practice, Remark, RemarkAnswer
from resources.parts import DISCUSSED
from resources.policies import authors_of, can_discuss, is_author, reviewers_of


@transaction.atomic
def add_remark(*, practice: Practice, by: User, text: str, field: str = "", key: uuid.UUID | None = None) -> Remark:
    """Say something of one part, or of the whole when field is empty; the authors hear of it, or the reviewers.

    key: of the form; the same key again answers the first remark. Raises NotAllowed, InvalidInput (`text`, `field`).
    """
    original = practice.original
    if not can_discuss.test(by, original):
        raise NotAllowed
    if field and field not in DISCUSSED:
        raise InvalidInput(errors={"field": [_("A practice has no such part.")]})
    text = checked_text("text", text, longest=LONGEST_REMARK)
    said = {"practice": original, "field": field, "text": text, "version": original.latest.version}
    made, is_new = Remark.objects.get_or_create(by=by, key=key or uuid.uuid4(), defaults=said)
    if is_new:
        _tell(made, by)
    return made


@transaction.atomic
def answer_remark(*, remark: Remark, by: User, text: str, key: uuid.UUID | None = None) -> RemarkAnswer:
    """Say something back; the same key again answers the first answer. Raises NotAllowed, InvalidInput (`text`)."""
    if not can_discuss.test(by, remark.practice):
        raise NotAllowed
    text = checked_text("text", text, longest=LONGEST_REMARK)
    said = {"remark": remark, "text": text}
    answer, is_new = RemarkAnswer.objects.get_or_create(by=by, key=key or uuid.uuid4(), defaults=said)
    if is_new:
        _tell(remark, by, is_answer=True)
    return answer


@transaction.atomic
def settle_remark(*, remark: Remark, by: User, settled: bool = True) -> Remark:
    """Note that it is done, or that it is open again; twice is once. Raises NotAllowed."""
    if not can_discuss.test(by, remark.practice):
        raise NotAllowed
    if remark.is_resolved != settled:
        remark.resolved_at, remark.resolved_by = (timezone.now(), by) if settled else (None, None)
        remark.save(update_fields=["resolved_at", "resolved_by"])
    return remark


def _tell(remark: Remark, by: User, *, is_answer: bool = False) -> None:
    """The other side, once until they have looked: a reviewer who says five things sends one message.

    What an author answers is told to who took part; what an author begins, to everybody who reviews.
    """
    practice = remark.practice
    if not is_author(by, practice):
        people, url = set(authors_of(practice)) - {by}, reverse("resources:edit", args=[practice.slug])
    else:
        url = reverse("resources:review", args=[practice.slug])
        people = _spoken(remark, by) if is_answer else set(reviewers_of(practice))
    waiting = with_unread_news_about(practice, [it.pk for it in people])
    notify(
        [it for it in people if it.pk not in waiting],
        "practice.remarked",
        about=practice,
        url=f"{url}#opmerkingen",
        params={"title": practice.latest.title, "name": by},
    )


def _spoken(remark: Remark, by: User) -> set[Any]:
    """Who reviews this and said something here; not who reviewed it once."""
    said = {it for it in (remark.by, *(answer.by for answer in remark.answers.all())) if it}
    others = said - {by} - set(authors_of(remark.practice))
    return {it for it in others if can_discuss.test(it, remark.practice)}
