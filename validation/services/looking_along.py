"""Letting somebody look along for a while (tussentijds meekijken, DOMAIN.md 3a): read-only, with comments."""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput
from core.texts import checked_text
from validation.errors import LookAlongEnded, TooManyPieces
from validation.models import CaseEvent, CaseTheme, LookAlong, LookAlongComment, PortfolioSection
from validation.models.by_link import News
from validation.news import feedback as news
from validation.services.by_link import checked, end, tell
from validation.services.noting import note
from validation.services.writing import locked_own

MOST, MOST_COMMENTS = 10, 200
PRIVATE = CaseEvent.Audience.PARTICIPANT


@transaction.atomic
def let_look_along(
    *, theme: CaseTheme, by: User, name: str, email: str, sections: Collection[PortfolioSection], message: str = ""
) -> LookAlong:
    """Send somebody a link to these sections. Raises NotAllowed, NotWriting, InvalidInput, TooManyPieces."""
    own = locked_own(theme, by)
    version = own.case.version
    if not sections or any(it.version_id != version.pk for it in sections):
        raise InvalidInput(errors={"sections": [_("Choose what may be read.")]})
    until = timezone.now() + timedelta(days=version.look_along_days)
    row = LookAlong(theme=own, name=name, email=email, message=message, language=by.language, until=until)
    checked(row, by)
    if own.look_alongs.filter(withdrawn_at=None, until__gt=timezone.now()).count() >= MOST:
        raise TooManyPieces
    row.save()
    row.sections.set(sections)
    note(own.case, "look_along.share", theme=own, by=by, audience=PRIVATE, name=row.name)
    tell(row, News.ASKED)
    return row


@transaction.atomic
def end_look_along(*, look_along: LookAlong, by: User) -> None:
    """The link opens nothing any more; the comments stay. Raises NotAllowed."""
    case = look_along.theme.case
    if not by.has_perm("validation.write_portfolio", case):
        raise LookAlongEnded
    if end(look_along):
        note(case, "look_along.end", theme=look_along.theme, by=by, audience=PRIVATE, name=look_along.name)


@transaction.atomic
def comment_along(
    *, look_along: LookAlong, text: str, section: PortfolioSection | None = None, key: UUID | None = None
) -> LookAlongComment:
    """What somebody who looks along says; the same key again answers the first. Raises LookAlongEnded, InvalidInput."""
    row = LookAlong.objects.select_for_update(of=("self",)).select_related("theme__case__person").get(pk=look_along.pk)
    if not row.is_open:
        raise LookAlongEnded
    if key and (made := row.comments.filter(key=key).first()):
        return made
    if row.comments.count() >= MOST_COMMENTS:
        raise TooManyPieces
    if section is not None and not row.sections.filter(pk=section.pk).exists():
        raise InvalidInput(errors={"section": [_("Choose what may be read.")]})
    said = checked_text("text", text)
    comment = LookAlongComment.objects.create(look_along=row, section=section, text=said, key=key)
    note(row.theme.case, "look_along.comment", theme=row.theme, by=None, audience=PRIVATE, name=row.name)
    news.commented(row)
    return comment
