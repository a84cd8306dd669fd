"""The sources that a participant notes at the own learning question, and what each gave."""

from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import InvalidInput
from core.files import forget_stored
from core.texts import checked_text
from networks.errors import TooManySources
from networks.models import Enrolment, Source
from networks.models.sources import ONE_LINE
from networks.services.attachments import check_fields, checked_link, detach, put_file
from networks.services.taking_part import locked_place

MOST = 100


@transaction.atomic
def add_source(
    *,
    enrolment: Enrolment,
    title: str,
    gave: str,
    authors: str = "",
    year: int | None = None,
    link: str = "",
    file: UploadedFile | None = None,
    key: UUID | None = None,
) -> Source:
    """Note a source with the present version of the question. The same key again answers the first.

    gave: what it gave, in one line. Raises NotTakingPart, NetworkArchived, InvalidInput, FileRefused,
    FileTooLarge, TooManySources.
    """
    own = locked_place(enrolment)
    if key and (made := own.sources.filter(key=key).first()):
        return made
    if own.sources.count() >= MOST:
        raise TooManySources
    row = Source(enrolment=own, question=own.learning_question, added_by=own.person, key=key)
    return _store(row, title, gave, authors, year, link, file)


@transaction.atomic
def change_source(
    *,
    source: Source,
    title: str,
    gave: str,
    authors: str = "",
    year: int | None = None,
    link: str = "",
    file: UploadedFile | None = None,
    keep_file: bool = True,
) -> Source:
    """Change what was noted. A file that was there stays, unless a link or another file takes its place.

    keep_file: false takes the file away. Raises as `add_source`.
    """
    locked_place(source.enrolment)
    row = Source.objects.select_related("enrolment__network", "question").get(pk=source.pk)
    old = row.file.name
    if not keep_file or link.strip():
        _without_file(row)
    _store(row, title, gave, authors, year, link, file)
    if old and row.file.name != old:
        forget_stored(row.file.storage, old)
    return row


@transaction.atomic
def remove_source(*, source: Source) -> None:
    """Take it away, with its file. Raises NotTakingPart, NetworkArchived."""
    locked_place(source.enrolment)
    detach(source)


def _store(
    row: Source, title: str, gave: str, authors: str, year: int | None, link: str, file: UploadedFile | None
) -> Source:
    row.title, row.gave = checked_text("title", title, longest=200), _line("gave", gave, ONE_LINE)
    row.authors, row.year = _line("authors", authors, 200, needed=False), year
    row.link = checked_link(link) if link.strip() else ""
    if file and row.link:
        raise InvalidInput(errors={"link": [_("Choose: a web address or a file.")]})
    if file:
        put_file(row, file)
    check_fields(row, "enrolment", "question")
    row.save()
    return row


def _line(field: str, text: str, longest: int, *, needed: bool = True) -> str:
    """The text in one line."""
    return checked_text(field, " ".join(text.split()), longest=longest, needed=needed)


def _without_file(row: Source) -> None:
    row.file, row.name, row.size, row.content_type = "", "", 0, ""
