"""Sources, pieces of evidence and appendices of a portfolio."""

import hashlib
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.utils.translation import gettext as _

from accounts.models import User
from community.harvest.words import is_passage
from core.errors import InvalidInput
from core.files import forget_stored
from core.model_checks import check_characters, refusing
from core.texts import checked_text
from networks.services.attachments import check_fields, checked_link, put_file
from validation.errors import TooManyPieces
from validation.models import Appendix, CaseTheme, Evidence, PortfolioSource, Submission
from validation.portfolio.snapshots import stored_names
from validation.services.writing import locked_own

MOST_SOURCES, MOST_EVIDENCE, MOST_APPENDICES = 100, 30, 20
OF_SOURCE = {field.name for field in PortfolioSource._meta.fields if field.editable} - {"id", "theme"}
OF_EVIDENCE = {
    "supports",
    "section",
    "competency",
    "perspective",
    "part",
    "page_from",
    "page_to",
    "quote",
    "time_from",
    "time_to",
    "left",
    "top",
    "width",
    "height",
}


@transaction.atomic
def add_source(*, theme: CaseTheme, by: User, key: UUID | None = None, **facts: Any) -> PortfolioSource:
    """Note a source; the same key again answers the first. facts: by field.

    Raises NotAllowed, NotWriting, TooManyPieces, InvalidInput.
    """
    locked_own(theme, by)
    if key and (made := theme.sources.filter(key=key).first()):
        return made
    _check_room(theme.sources.all(), MOST_SOURCES)
    return _store_source(PortfolioSource(theme=theme, key=key), facts)


@transaction.atomic
def change_source(*, source: PortfolioSource, by: User, **facts: Any) -> PortfolioSource:
    """Raises NotAllowed, NotWriting, InvalidInput."""
    locked_own(source.theme, by)
    return _store_source(source, facts)


@transaction.atomic
def add_evidence(
    *,
    theme: CaseTheme,
    by: User,
    title: str = "",
    file: UploadedFile | None = None,
    link: str = "",
    frozen: str = "",
    provenance: dict[str, Any] | None = None,
    key: UUID | None = None,
    **facts: Any,
) -> Evidence:
    """Add a file, a web address or a text of the platform as evidence; what is not told yet may come later.

    frozen, provenance: only from validation.services.taking. facts: the fields about the relevant part.
    Raises NotAllowed, NotWriting, TooManyPieces, InvalidInput, FileRefused, FileTooLarge.
    """
    locked_own(theme, by)
    if key and (made := theme.evidence.filter(key=key).first()):
        return made
    _check_room(theme.evidence.all(), MOST_EVIDENCE)
    last = theme.evidence.order_by("-position").values_list("position", flat=True).first()
    row = Evidence(theme=theme, key=key, added_by=by, position=(last or 0) + 1)
    row.frozen, row.provenance = frozen, provenance or {}
    _put(row, title, file, link, needed=not frozen)
    return _store_evidence(row, facts)


@transaction.atomic
def change_evidence(
    *, evidence: Evidence, by: User, title: str, file: UploadedFile | None = None, link: str = "", **facts: Any
) -> Evidence:
    """Change a piece. A file stays unless another or a link takes its place; what was frozen stays as it was.

    Raises as `add_evidence`.
    """
    locked_own(evidence.theme, by)
    old = evidence.file.name
    if not evidence.frozen:
        _put(evidence, title, file, link, needed=True)
    else:
        evidence.title = checked_text("title", title, longest=200)
    _store_evidence(evidence, facts)
    if old and evidence.file.name != old:
        _forget_stored(evidence, old)
    return evidence


@transaction.atomic
def add_appendix(
    *,
    theme: CaseTheme,
    by: User,
    title: str = "",
    file: UploadedFile | None = None,
    link: str = "",
    key: UUID | None = None,
) -> Appendix:
    """Add something that goes along. Raises as `add_evidence`."""
    locked_own(theme, by)
    if key and (made := theme.appendices.filter(key=key).first()):
        return made
    _check_room(theme.appendices.all(), MOST_APPENDICES)
    row = Appendix(theme=theme, key=key, added_by=by)
    _put(row, title, file, link, needed=True)
    row.save()
    return row


@transaction.atomic
def remove_material(*, row: PortfolioSource | Evidence | Appendix, by: User) -> None:
    """Take it out. Its file goes, unless something that was handed in has it. Raises NotAllowed, NotWriting."""
    locked_own(row.theme, by)
    row.delete()
    if not isinstance(row, PortfolioSource) and row.file.name:
        _forget_stored(row, row.file.name)


@transaction.atomic
def move_to_appendices(*, evidence: Evidence, by: User) -> Appendix:
    """A piece too many goes along as an appendix. Raises NotAllowed, NotWriting, TooManyPieces, InvalidInput."""
    locked_own(evidence.theme, by)
    if evidence.frozen:
        raise InvalidInput(_("What comes from the platform can only be evidence."))
    _check_room(evidence.theme.appendices.all(), MOST_APPENDICES)
    names = ("theme", "title", "file", "link", "name", "size", "content_type", "sha256", "added_by")
    row = Appendix.objects.create(**{name: getattr(evidence, name) for name in names})
    evidence.delete()
    return row


def _check_room(rows: "models.QuerySet[Any]", most: int) -> None:
    if rows.count() >= most:
        raise TooManyPieces


def _store_source(row: PortfolioSource, facts: dict[str, Any]) -> PortfolioSource:
    for name in OF_SOURCE & facts.keys():
        value = facts[name]
        setattr(row, name, " ".join(value.split()) if isinstance(value, str) else value)
    row.doi = row.doi.removeprefix("https://doi.org/").removeprefix("http://dx.doi.org/").removeprefix("doi:").strip()
    row.link = checked_link(row.link) if row.link else ""
    with refusing():
        row.clean_fields(exclude=["theme"])
        check_characters(row)
    row.save()
    return row


def _store_evidence(row: Evidence, facts: dict[str, Any]) -> Evidence:
    for name in OF_EVIDENCE & facts.keys():
        setattr(row, name, facts[name])
    if row.competency and row.competency.theme_id != row.theme.theme_id:
        raise InvalidInput(errors={"competency": [_("This is not of your theme.")]})
    if row.section and row.section.version_id != row.theme.case.version_id:
        raise InvalidInput(errors={"section": [_("This is not of your theme.")]})
    check_fields(row, "theme", "section", "competency")
    _check_part(row)
    row.save()
    return row


def _check_part(row: Evidence) -> None:
    """That the relevant part ends after it begins, lies within the picture, and is in what was frozen."""
    if row.frozen and (row.part not in ("", row.Part.QUOTE) or not is_passage(row.quote, row.frozen)):
        raise InvalidInput(errors={"quote": [_("Quote from the text as it is frozen, word for word.")]})
    after = _("Choose an end that comes after the beginning.")
    if row.page_from and row.page_to and row.page_to < row.page_from:
        raise InvalidInput(errors={"page_to": [after]})
    if row.time_from is not None and row.time_to is not None and row.time_to <= row.time_from:
        raise InvalidInput(errors={"time_to": [after]})
    for start, size in (("left", "width"), ("top", "height")):
        if (getattr(row, start) or 0) + (getattr(row, size) or 0) > 100:
            raise InvalidInput(errors={size: [_("This reaches outside the picture.")]})


def _put(row: Evidence | Appendix, title: str, file: UploadedFile | None, link: str, *, needed: bool) -> None:
    """Give the row a file or a link, and a title."""
    link = link.strip()
    if file and link:
        raise InvalidInput(errors={"link": [_("Choose: a web address or a file.")]})
    if file:
        put_file(row, file)
        row.link, row.sha256 = "", _sha256(file)
    elif link:
        row.link = checked_link(link)
        row.file, row.name, row.size, row.content_type, row.sha256 = "", "", 0, "", ""
    elif needed and not (row.file or row.link):
        raise InvalidInput(errors={"file": [_("Add a file or a web address.")]})
    row.title = checked_text("title", title or row.name.rpartition(".")[0] or row.link[:200], longest=200)


def _sha256(file: UploadedFile) -> str:
    file.seek(0)
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def _forget_stored(row: Evidence | Appendix, name: str) -> None:
    """Delete the file, unless a snapshot or another row of this portfolio needs it."""
    frozen = Submission.objects.filter(theme=row.theme).values_list("content", flat=True)
    in_use = any(model.objects.filter(file=name).exists() for model in (Evidence, Appendix))
    if not in_use and name not in stored_names(frozen):
        forget_stored(row.file.storage, name)
