"""The head's words for search engines and for whoever shares a page."""

from typing import Any

from django import template

from core.sharing import SharedPicture, Sharing, picture_of

register = template.Library()


@register.inclusion_tag("core/components/sharing.html", takes_context=True)
def sharing(
    context: template.Context,
    title: str = "",
    description: str = "",
    type: str = "website",
    picture: Any = None,
    picture_alt: str = "",
) -> dict[str, Any]:
    """Canonical and other languages' addresses, Open Graph and a Twitter card.

    picture: an image, with what it shows in `picture_alt`; without one the platform's own is used. A Wagtail page says
    itself in which languages it can be read; every other page is there in all.
    """
    request, page = context.get("request"), context.get("page")
    facts = {"title": title, "description": description, "type": type, "picture": _shared(picture, picture_alt)}
    if request is None:
        return facts
    if page is None or not hasattr(page, "get_translations"):
        return facts | {"sharing": Sharing(request)}
    return facts | {"sharing": _of_page(request, page), "title": title or page.seo_title or page.title}


def _shared(image: Any, alt: str) -> SharedPicture:
    return picture_of(image, alt) if image else SharedPicture()


def _of_page(request: Any, page: Any) -> Sharing:
    """Where a Wagtail page can be read; an alias in another language is no translation, but repeats its original."""
    pages = page.get_translations(inclusive=True).live().filter(alias_of=None).select_related("locale")
    languages = {found.locale.language_code for found in pages}
    repeats = page.alias_of_id is not None and len(languages) > 0 and page.locale.language_code not in languages
    known = tuple(code for code in Sharing.languages if code in languages)
    return Sharing(request, languages=known, original=known[0] if repeats else "")


@register.simple_tag(takes_context=True)
def repeated_language(context: template.Context) -> str:
    """The language of a page that waits for its translation and repeats another language's; empty for all others."""
    page = context.get("page")
    if page is None or getattr(page, "alias_of_id", None) is None:
        return ""
    original = page.alias_of
    return original.locale.language_code if original.locale_id != page.locale_id else ""
