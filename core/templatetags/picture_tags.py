"""Pictures that editors choose: sharp on each screen, no larger than needed, and never shifting the text."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from wagtail.images.models import AbstractImage, Filter, Picture
from wagtail.images.shortcuts import get_renditions_or_not_found

register = template.Library()

# Where a picture stands: what to make of it (its focal point stays in view), and how wide it is shown.
PLACES = {
    "wide": ("width-{640,1040,1520}", "(min-width: 76rem) 71rem, 92vw"),
    "text": ("width-{480,800,1280}", "(min-width: 48rem) 43rem, 92vw"),
    "card": ("fill-{400x225,640x360,960x540}", "(min-width: 60rem) 24rem, (min-width: 42rem) 44vw, 92vw"),
    "aside": ("fill-{320x200,640x400}", "12rem"),
    "portrait": ("fill-{96x96,192x192}", "6rem"),
}
FORMATS = "format-{avif,webp}"  # every browser that shows this site's styles reads WebP


@register.simple_tag
def photo(image: AbstractImage | None, place: str = "text", **options: Any) -> SafeString | str:
    """A picture in its place: wide, text, card, aside or portrait. Nothing without an image.

    The text for who does not see it comes from the block or the image; `alt=""` makes it decoration.
    `caption` and `credit` stand below it. `eager=True` for the first picture of a page, which is seen at once.
    """
    if not image:
        return ""
    size, shown = PLACES[place]
    renditions = get_renditions_or_not_found(image, [Filter(spec) for spec in Filter.expand_spec([size, FORMATS])])
    attributes = {"sizes": shown, "decoding": "async"}
    attributes |= {"fetchpriority": "high"} if options.pop("eager", False) else {"loading": "lazy"}
    if "alt" in options:
        attributes["alt"] = options.pop("alt")
    context = {"picture": Picture(renditions, attributes), "place": place, **options}
    return render_to_string("core/components/picture.html", context)
