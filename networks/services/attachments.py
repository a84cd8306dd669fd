"""Files and links that go with something in a network."""

from collections.abc import Mapping
from typing import Any, TypeVar
from urllib.parse import urlsplit

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput
from core.files import check_upload, forget_file
from core.model_checks import refusing
from core.texts import readable, unstorable
from networks.errors import TooManyFiles
from networks.models.attachments import Attachment

MOST = 20
Row = TypeVar("Row", bound=Attachment)
Facts = Mapping[str, Any]
NOTHING: Facts = {}


def attach_file(
    model: type[Row], *, file: UploadedFile, by: User, title: str = "", more: Facts = NOTHING, **owner: Any
) -> Row:
    """Keep the file with its owner, which the caller has locked. more: other fields of the row.

    Raises FileRefused, FileTooLarge, TooManyFiles, InvalidInput.
    """
    row = model(added_by=by, **owner, **more)
    put_file(row, file)
    row.title = title.strip() or row.name.rpartition(".")[0].replace("_", " ").strip() or row.name
    return _store(row, owner)


def attach_link(model: type[Row], *, link: str, by: User, title: str = "", more: Facts = NOTHING, **owner: Any) -> Row:
    """Keep the web address with its owner, which the caller has locked. more: other fields of the row.

    Raises InvalidInput, TooManyFiles.
    """
    link = checked_link(link)
    title = title.strip() or (urlsplit(link).hostname or "") or link[:200]
    return _store(model(title=title, link=link, added_by=by, **owner, **more), owner)


def put_file(row: Attachment, file: UploadedFile) -> None:
    """Give the row this file, in the place of one that it had. Raises FileRefused, FileTooLarge."""
    row.name, row.content_type = check_upload(file)
    row.file, row.size = file, file.size or 0


def checked_link(link: str) -> str:
    """The web address without surrounding space. Raises InvalidInput when it is another kind of address."""
    link = link.strip()
    if not link.lower().startswith(("http://", "https://")) or unstorable(link):
        raise InvalidInput(errors={"link": [_("Enter a web address that starts with https://.")]})
    return link


def check_fields(row: Attachment, *but: str) -> None:
    """Each field but these holds what it may. Raises InvalidInput."""
    with refusing():
        row.clean_fields(exclude=["file", "added_by", *but])


def detach(row: Attachment) -> None:
    """Take the file or link away; the file itself goes when that is final."""
    row.delete()
    forget_file(row)


def forget_files(rows: Any) -> None:
    """Let the files of these rows go along with what they hang on, which the caller removes."""
    for row in list(rows):
        detach(row)


def _store(row: Row, owner: dict[str, Any]) -> Row:
    if type(row)._default_manager.filter(**owner).count() >= MOST:
        raise TooManyFiles
    readable("title", row.title)
    check_fields(row, *owner)
    row.save()
    return row
