"""Pictures in posts: made anew when they come in, so that a page may show them and nothing of the camera is left."""

from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from core.files import FileRefused

TYPES = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}
SIDE, MAX_PIXELS = 1600, 50_000_000
MADE = "image/webp"


def made_anew(file: UploadedFile, content_type: str) -> tuple[ContentFile[bytes], int, int]:
    """The picture with its longest side at most 1,600 pixels, its width and its height. Raises FileRefused."""
    try:
        with Image.open(file, formats=[TYPES[content_type]]) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise FileRefused(_("This picture has too many pixels. Make it smaller first."))
            upright = ImageOps.exif_transpose(picture)
            small = upright.convert("RGBA" if "A" in upright.getbands() or "transparency" in upright.info else "RGB")
            small.thumbnail((SIDE, SIDE))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise FileRefused(_("We cannot read this picture. Choose another one.")) from error
    made = BytesIO()
    small.save(made, "WEBP", quality=85)
    return ContentFile(made.getvalue(), name="picture.webp"), small.width, small.height
