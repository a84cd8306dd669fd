"""Files and links that go with a practice."""

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from accounts.models import User
from core.errors import InvalidInput, NotFound
from core.files import MAX_SIZE, FileRefused, FileTooLarge, check_upload, forget_file
from resources.choices import MaterialKind
from resources.errors import MaterialRefused, MaterialTooLarge, TooManyMaterials
from resources.models import Practice, PracticeMaterial
from resources.previews.videos import host_of
from resources.services.practices import changed, open_for_change

MAX_MATERIALS = 20
GUESSED = {
    "pptx": MaterialKind.PRESENTATION,
    "ppt": MaterialKind.PRESENTATION,
    "odp": MaterialKind.PRESENTATION,
    "xlsx": MaterialKind.FORMAT,
    "xls": MaterialKind.FORMAT,
    "ods": MaterialKind.FORMAT,
    "csv": MaterialKind.FORMAT,
    "png": MaterialKind.IMAGE,
    "jpg": MaterialKind.IMAGE,
    "jpeg": MaterialKind.IMAGE,
    "gif": MaterialKind.IMAGE,
    "webp": MaterialKind.IMAGE,
    "mp3": MaterialKind.SOUND,
    "m4a": MaterialKind.SOUND,
    "mp4": MaterialKind.VIDEO,
    "webm": MaterialKind.VIDEO,
}


def check_file(file: UploadedFile) -> tuple[str, str]:
    """The file's cleaned name and its content type. Raises MaterialRefused, MaterialTooLarge."""
    try:
        return check_upload(file, max_size=MAX_SIZE)
    except FileTooLarge as error:
        raise MaterialTooLarge from error
    except FileRefused as error:
        raise MaterialRefused(str(error)) from error


@transaction.atomic
def add_material(
    *, practice: Practice, file: UploadedFile, by: User, title: str = "", kind: str = ""
) -> PracticeMaterial:
    """Add a file of an allowed type, at most 25 MB; the kind is guessed from the type when it is not given.

    Raises NotAllowed, MaterialRefused, MaterialTooLarge, TooManyMaterials, InvalidInput.
    """
    name, content_type = check_file(file)
    material = PracticeMaterial(
        title=title.strip() or name.rpartition(".")[0].replace("_", " ").strip() or name,
        kind=kind or GUESSED.get(name.rpartition(".")[2].lower(), MaterialKind.LESSON),
        file=file,
        name=name,
        size=file.size or 0,
        content_type=content_type,
    )
    return _add(material, practice, by)


@transaction.atomic
def add_link(*, practice: Practice, link: str, by: User, title: str = "", kind: str = "") -> PracticeMaterial:
    """Add a web address. Raises NotAllowed, TooManyMaterials, InvalidInput."""
    host = host_of(link)
    guessed = MaterialKind.VIDEO if host.is_video else MaterialKind.LINK
    named = title.strip() or host.site or link[:200]
    return _add(PracticeMaterial(title=named, kind=kind or guessed, link=link), practice, by)


@transaction.atomic
def change_material(*, material: PracticeMaterial, by: User, title: str, kind: str) -> PracticeMaterial:
    """Give a material another title or kind. Raises NotAllowed, NotFound, InvalidInput."""
    row = open_for_change(material.practice, by=by)
    own = _in(row, material)
    own.title, own.kind = title.strip(), kind
    _validate(own)
    own.save()
    changed(row, by=by)
    return own


@transaction.atomic
def remove_material(*, material: PracticeMaterial, by: User) -> None:
    """Take a file or link away; of a published practice only once the change is reviewed.

    Raises NotAllowed, NotFound.
    """
    row = open_for_change(material.practice, by=by)
    own = _in(row, material)
    own.delete()
    forget_file(own)
    changed(row, by=by)


def _add(material: PracticeMaterial, practice: Practice, by: User) -> PracticeMaterial:
    row = open_for_change(practice, by=by)
    if row.materials.count() >= MAX_MATERIALS:
        raise TooManyMaterials
    material.practice, material.added_by = row, by
    _validate(material)
    material.save()
    changed(row, by=by)
    return material


def _in(row: Practice, material: PracticeMaterial) -> PracticeMaterial:
    """The material as the row has it; in a revision that may be the copy. Raises NotFound."""
    own = row.materials.filter(pk=material.pk).first() or row.materials.filter(copied_from=material).first()
    if own is None:
        raise NotFound
    return own


def _validate(material: PracticeMaterial) -> None:
    try:
        material.clean_fields(exclude=["file", "practice", "added_by", "copied_from"])
    except ValidationError as error:
        raise InvalidInput(errors=error.message_dict) from error
