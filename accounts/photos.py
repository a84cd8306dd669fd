"""People's own pictures: made small and clean when they come in, and shown to who may see them."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from accounts.models import User
from core.errors import NotFound
from core.files import FileRefused, check_upload, forget_stored

MAX_SIZE, MAX_PIXELS, SIDE = 8 * 1024 * 1024, 50_000_000, 320
TYPES = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}

Rule = Callable[[Any, User], bool]
_rules: list[Rule] = []


def register_viewers(rule: Rule) -> None:
    """Let those see a person's picture for whom `rule(viewer, person)` holds."""
    _rules.append(rule)


def get_photo_for(viewer: Any, pk: int) -> User:
    """The person whose picture the viewer may see. Raises NotFound, also for who has none."""
    person = User.objects.filter(pk=pk, is_active=True).exclude(photo="").first()
    if person is None or not (viewer == person or any(rule(viewer, person) for rule in _rules)):
        raise NotFound
    return person


def clean(file: UploadedFile) -> ContentFile[bytes]:
    """A square picture made anew from what was sent: nothing of what a camera wrote into it is left.

    Raises FileRefused, FileTooLarge.
    """
    _name, content_type = check_upload(file, max_size=MAX_SIZE)
    if content_type not in TYPES:
        raise FileRefused(_("Choose a picture: JPG, PNG or WebP."))
    try:
        with Image.open(file, formats=[TYPES[content_type]]) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise FileRefused(_("This picture has too many pixels. Make it smaller first."))
            square = ImageOps.fit(ImageOps.exif_transpose(picture).convert("RGB"), (SIDE, SIDE))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise FileRefused(_("We cannot read this picture. Choose another one.")) from error
    made = BytesIO()
    square.save(made, "WEBP", quality=82)
    return ContentFile(made.getvalue(), name="photo.webp")


@transaction.atomic
def change_photo(*, person: User, picture: ContentFile[bytes] | None) -> None:
    """Show this picture of the person from now on, or none; the file of the earlier one goes."""
    before = person.photo.name
    person.photo = picture or ""
    person.save(update_fields=["photo"])
    if before:
        forget_stored(person.photo.storage, before)


def exported(person: User) -> bytes | None:
    """The picture, for the export of own data."""
    if not person.photo:
        return None
    with person.photo.open("rb") as file:
        return bytes(file.read())
