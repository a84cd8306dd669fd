"""What goes with a meeting, before and afterwards: files and links, which are the facilitator's to give."""

from collections.abc import Sequence
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput
from core.files import forget_stored
from core.texts import checked_text
from networks.material_policies import get_material_in
from networks.models import Meeting, MeetingMaterial
from networks.news import materials as news
from networks.services.attachments import attach_file, attach_link, check_fields, checked_link, detach, put_file
from networks.services.log import note, of_meeting
from networks.services.meeting_locks import locked_meeting

BEFORE = MeetingMaterial.Timing.BEFORE


@transaction.atomic
def add_materials(
    *,
    meeting: Meeting,
    by: User,
    timing: str = BEFORE,
    for_guests: bool = False,
    title: str = "",
    link: str = "",
    files: Sequence[UploadedFile] = (),
    key: UUID | None = None,
) -> list[MeetingMaterial]:
    """Give a web address, files or both along with the meeting; the participants hear of it once.

    title: of the one thing that is given; without it a file has its own name. for_guests: guests see it too.
    The same key again adds nothing. Raises InvalidInput, FileRefused, FileTooLarge, TooManyFiles, NetworkArchived.
    """
    meeting = locked_meeting(meeting)
    if key and (made := list(meeting.materials.filter(key=key))):
        return made
    _check_number(len(files) + bool(link.strip()), title)
    facts = {"timing": timing, "for_guests": for_guests}
    rows = [attach_file(MeetingMaterial, file=it, by=by, title=title, more=facts, meeting=meeting) for it in files]
    if link.strip():
        rows.append(attach_link(MeetingMaterial, link=link, by=by, title=title, more=facts, meeting=meeting))
    MeetingMaterial.objects.filter(pk=rows[0].pk).update(key=key)
    _note(meeting, "added", by)
    if for_guests:
        _note(meeting, "shared", by)
    news.were_added(meeting, by)
    return rows


@transaction.atomic
def change_material(
    *,
    material: MeetingMaterial,
    by: User,
    title: str,
    timing: str,
    for_guests: bool,
    link: str = "",
    file: UploadedFile | None = None,
) -> MeetingMaterial:
    """Write these. Another file, or another web address, takes the place of the one that was there; none, it stays.

    Raises NotFound, InvalidInput, FileRefused, FileTooLarge, NetworkArchived.
    """
    meeting = locked_meeting(material.meeting)
    row = get_material_in(meeting, material.pk)
    was_shared, old = row.for_guests, row.file.name
    row.title, row.timing, row.for_guests = checked_text("title", title, longest=200), timing, for_guests
    _replace(row, link, file)
    check_fields(row, "meeting")
    row.save()
    if old and row.file.name != old:
        forget_stored(row.file.storage, old)
    _note(meeting, "changed" if was_shared == for_guests else "shared" if for_guests else "unshared", by)
    return row


@transaction.atomic
def remove_material(*, material: MeetingMaterial, by: User) -> None:
    """Take a file or link of a meeting away, for guests too. Raises NotFound, NetworkArchived."""
    meeting = locked_meeting(material.meeting)
    detach(get_material_in(meeting, material.pk))
    _note(meeting, "removed", by)


def _check_number(number: int, title: str) -> None:
    if not number:
        raise InvalidInput(errors={"file": [_("Choose a file, or give a web address.")]})
    if number > 1 and title.strip():
        raise InvalidInput(errors={"title": [_("Leave the title empty when you add several at once.")]})


def _replace(row: MeetingMaterial, link: str, file: UploadedFile | None) -> None:
    if file and row.link:
        raise InvalidInput(errors={"file": [_("This is a web address. Add the file beside it.")]})
    if link.strip() and row.file:
        raise InvalidInput(errors={"link": [_("This is a file. Add the web address beside it.")]})
    if file:
        put_file(row, file)
    if link.strip():
        row.link = checked_link(link)


def _note(meeting: Meeting, what: str, by: User) -> None:
    note(meeting.series.network, f"meeting.material_{what}", by=by, **of_meeting(meeting))
