"""Files and links that go with something in a network."""

from typing import Any, TypeVar
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput
from core.files import check_upload, forget_file
from core.texts import readable, unstorable
from networks.errors import TooManyFiles
from networks.models.attachments import Attachment

MOST = 20
Row = TypeVar("Row", bound=Attachment)


def attach_file(model: type[Row], *, file: UploadedFile, by: User, title: str = "", **owner: Any) -> Row:
    """Keep the file with its owner, which the caller has locked. Raises FileRefused, FileTooLarge, TooManyFiles."""
    name, content_type = check_upload(file)
    title = title.strip() or name.rpartition(".")[0].replace("_", " ").strip() or name
    row = model(title=title, file=file, name=name, size=file.size or 0, content_type=content_type, added_by=by, **owner)
    return _store(row, owner)


def attach_link(model: type[Row], *, link: str, by: User, title: str = "", **owner: Any) -> Row:
    """Keep the web address with its owner, which the caller has locked. Raises InvalidInput, TooManyFiles."""
    link = checked_link(link)
    title = title.strip() or (urlsplit(link).hostname or "") or link[:200]
    return _store(model(title=title, link=link, added_by=by, **owner), owner)


def checked_link(link: str) -> str:
    """The web address without surrounding space. Raises InvalidInput when it is another kind of address."""
    link = link.strip()
    if not link.lower().startswith(("http://", "https://")) or unstorable(link):
        raise InvalidInput(errors={"link": [_("Enter a web address that starts with https://.")]})
    return link


def check_fields(row: Attachment, *but: str) -> None:
    """Each field but these holds what it may. Raises InvalidInput."""
    try:
        row.clean_fields(exclude=["file", "added_by", *but])
    except ValidationError as error:
        raise InvalidInput(errors=error.message_dict) from error


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
