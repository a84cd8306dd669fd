"""Where a page is said to live, in each language, and the picture it is shared with."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from wagtail.images.models import AbstractImage
from wagtail.images.shortcuts import get_rendition_or_not_found

from core.page_cache.marks import parameters_of
from core.structured_data import address

PICTURE = "core/img/social.png"
WIDTH, HEIGHT = 1200, 630  # what Open Graph's readers show whole
SIZE = f"fill-{WIDTH}x{HEIGHT}|format-jpeg|jpegquality-80"  # not each of them knows WebP


@dataclass(frozen=True)
class SharedPicture:
    """The picture of a page on another site; by itself the platform's own."""

    path: str = ""
    alt: str = "Leernetwerk"
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def url(self) -> str:
        return address(self.path or static(PICTURE))


def picture_of(image: AbstractImage, alt: str = "") -> SharedPicture:
    """An editor's picture as it is shared, its focal point in view. alt: what it shows, as its page says it."""
    made = get_rendition_or_not_found(image, SIZE)
    return SharedPicture(made.url, alt or image.default_alt_text, made.width, made.height)


@dataclass(frozen=True)
class Sharing:
    """The addresses of one page, without what others hang behind them."""

    request: HttpRequest
    languages: tuple[str, ...] = tuple(code for code, _name in settings.LANGUAGES)
    """Those in which the page can be read."""
    original: str = ""
    """The language that this page repeats, when it is no translation."""

    @property
    def canonical(self) -> str:
        """The page's own address; that of the original for a page that repeats it."""
        number = self.request.GET.get("page", "") if self._is_paged else ""
        query = f"?page={number}" if number.isascii() and number.isdigit() and number != "1" else ""
        return self._in(self.original or self._language) + query

    @property
    def _is_paged(self) -> bool:
        """Whether the view reads the number of a page; others are stored without it (ADR 0040)."""
        match = self.request.resolver_match
        if match is None or not hasattr(match.func, "visitors_parameters"):
            return False
        known = parameters_of(match.func, self.request)
        return known is None or "page" in known

    @property
    def alternates(self) -> list[tuple[str, str]]:
        """Language and address, when there is more than one; Dutch for whoever reads another language."""
        if len(self.languages) < 2:
            return []
        found = [(language, self._in(language)) for language in self.languages]
        return [*found, ("x-default", self._in(settings.LANGUAGE_CODE))]

    @property
    def locale(self) -> str:
        return {"nl": "nl_NL", "en": "en_GB"}.get(self.original or self._language, "nl_NL")

    def _in(self, language: str) -> str:
        path = self._path
        return settings.BASE_URL + (path if language == settings.LANGUAGE_CODE else f"/{language}{path}")

    @property
    def _language(self) -> str:
        return next((code for code in self._prefixed if self._is_under(code)), settings.LANGUAGE_CODE)

    @property
    def _path(self) -> str:
        path = self.request.path
        return next((path[len(code) + 1 :] or "/" for code in self._prefixed if self._is_under(code)), path)

    @property
    def _prefixed(self) -> list[str]:
        return [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]

    def _is_under(self, code: str) -> bool:
        return self.request.path == f"/{code}" or self.request.path.startswith(f"/{code}/")
