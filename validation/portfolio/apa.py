"""A source as APA writes it (7th edition), in runs, so that a page and a PDF each set the slanted ones."""

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _

from validation.models import PortfolioSource

Kind = PortfolioSource.Kind
# What stands slanted: the title of what stands on its own; otherwise the title of what it appeared in.
ON_ITS_OWN = {Kind.BOOK, Kind.REPORT, Kind.WEB, Kind.MEDIA, Kind.EVENT}
DOI = "https://doi.org/"


class Run(NamedTuple):
    text: str
    slanted: bool = False


def as_apa(source: PortfolioSource) -> list[Run]:
    """The line of the list of sources."""
    return list(_runs(source))


def as_text(source: PortfolioSource) -> str:
    return "".join(run.text for run in as_apa(source))


def address_of(source: PortfolioSource) -> str:
    """Where it can be found; a DOI before another address."""
    return f"{DOI}{source.doi}" if source.doi else source.link


def _runs(source: PortfolioSource) -> Iterator[Run]:
    year = f"({source.year or _('n.d.')}). "
    if source.authors:
        yield Run(f"{_ended(source.authors)} {year}")
        yield from _title(source, end=". ")
    else:  # without an author the title comes first
        yield from _title(source, end=". ")
        yield Run(year)
    yield from _where(source)
    if address := address_of(source):
        yield Run(address)


def _title(source: PortfolioSource, *, end: str) -> Iterator[Run]:
    title = source.title.strip().removesuffix(".")
    pages = f" ({_pages(source)})" if source.kind == Kind.REPORT and source.pages else ""
    described = f" [{source.get_kind_display()}]" if source.kind in {Kind.MEDIA, Kind.EVENT, Kind.PERSONAL} else ""
    yield Run(title, slanted=source.kind in ON_ITS_OWN)
    yield Run(("" if title.endswith(("?", "!")) and not pages + described else f"{pages}{described}.").rstrip() + " ")


def _where(source: PortfolioSource) -> Iterator[Run]:
    if source.kind == Kind.CHAPTER and source.container:
        yield Run(_("In") + " ")
        yield Run(source.container, slanted=True)
        yield Run(f" ({_pages(source)}). " if source.pages else ". ")
    elif source.container:
        yield Run(source.container, slanted=source.kind == Kind.ARTICLE)
        if source.volume:
            yield Run(", ")
            yield from _volume(source.volume)
        yield Run(f", {source.pages}. " if source.pages and source.kind == Kind.ARTICLE else ". ")
    if source.publisher and source.publisher.casefold() != source.authors.casefold():
        yield Run(_ended(source.publisher) + " ")


def _volume(volume: str) -> Iterator[Run]:
    """“12(3)”: the volume is slanted, its number is not."""
    number, bracket, issue = volume.partition("(")
    yield Run(number, slanted=True)
    if bracket:
        yield Run(bracket + issue)


def _pages(source: PortfolioSource) -> str:
    return _("pp. %(pages)s") % {"pages": source.pages}


def _ended(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "?", "!")) else f"{text}."
