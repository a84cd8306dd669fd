"""A small picture of a picture among the materials, made anew: nothing of what a camera wrote into it is left."""

from io import BytesIO

from django.core.cache import cache
from PIL import Image, ImageOps

from core.errors import NotFound
from resources.models import PracticeMaterial

TYPES = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP", "image/gif": "GIF"}
# How large a picture may be to be made small, in pixels. A JPEG is drawn small at once; all else is drawn whole first,
# in four bytes a pixel, twice over, and a WebP four times.
LARGEST = {"JPEG": 50_000_000, "PNG": 16_000_000, "GIF": 16_000_000, "WEBP": 9_000_000}
SMOOTH = {"L", "LA", "RGB", "RGBA", "CMYK", "YCbCr"}  # others become grainy when they are made small
SIDE = 480  # pixels
KEPT_FOR = 7 * 24 * 3600  # seconds


def small_picture(material: PracticeMaterial) -> bytes:
    """A WebP of at most SIDE pixels wide and high. Raises NotFound for what is no picture, or cannot be read."""
    if not material.has_picture:
        raise NotFound
    key = f"small-picture:{material.file.name}"
    made = cache.get(key)
    if made is None:
        made = _made_small(material)
        cache.set(key, made, KEPT_FOR)
    return bytes(made)


def _made_small(material: PracticeMaterial) -> bytes:
    try:
        with material.file.open("rb") as file, Image.open(file, formats=[TYPES[material.content_type]]) as picture:
            if picture.width * picture.height > _largest(picture, TYPES[material.content_type]):
                raise NotFound
            small = picture if picture.mode in SMOOTH else picture.convert("RGB")
            small.thumbnail((SIDE, SIDE))  # before anything else: each step on the whole picture takes its memory
            small = ImageOps.exif_transpose(small).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise NotFound from error
    buffer = BytesIO()
    small.save(buffer, "WEBP", quality=80)
    return buffer.getvalue()


def _largest(picture: Image.Image, kind: str) -> int:
    """A JPEG in passes is kept whole until the last of them. kind: as we asked for it; Pillow calls a JPEG with more
    pictures in it otherwise."""
    return LARGEST["PNG" if "progressive" in picture.info else kind]
