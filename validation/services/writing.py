"""What the participant writes: kept while typing, saved as versions, linked to competencies."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput, NotAllowed
from core.texts import checked_text, storable
from validation.errors import NotWriting, TextElsewhere
from validation.models import (
    CaseTheme,
    Competency,
    CompetencyLink,
    PortfolioSection,
    SectionText,
    SectionVersion,
)
from validation.models.writing import LONGEST_PASSAGE, LONGEST_SECTION
from validation.portfolio.words import flat, from_word, words_in
from validation.services.moving import lock_case

LONGEST_WINDOW = 40  # characters
SET_ASIDE_AFTER = timedelta(minutes=30)
MOST_VERSIONS = 200
MOST_LINKS = 60


@dataclass(frozen=True)
class Kept:
    """row: the section as it is kept now. elsewhere: what another window wrote there; then nothing was kept."""

    row: SectionText
    elsewhere: str | None = None


@transaction.atomic
def keep_text(
    *, theme: CaseTheme, section: PortfolioSection, by: User, text: str, serial: int, window: str = ""
) -> Kept:
    """Keep what is typed so far, unless it would cover what another window kept meanwhile.

    serial: what this window has read; window: its name, as it chose that itself. After half an hour the text as it was
    is set aside as a version. Raises NotAllowed, NotWriting.
    """
    locked_own(theme, by)
    row = _row(theme, section)
    text = from_word(storable(text))[:LONGEST_SECTION]
    if _is_elsewhere(row, text, serial, window):
        return Kept(row, elsewhere=row.text)
    if text == row.text:
        return Kept(row)
    if row.text and not row.versions.filter(saved_at__gt=timezone.now() - SET_ASIDE_AFTER).exists():
        _set_aside(row)
    _store(row, text, window)
    return Kept(row)


@transaction.atomic
def save_text(
    *, theme: CaseTheme, section: PortfolioSection, by: User, text: str, serial: int, window: str = ""
) -> SectionText:
    """Save by hand: also a version. Raises TextElsewhere, NotAllowed, NotWriting, InvalidInput for what is too long."""
    locked_own(theme, by)
    row = _row(theme, section)
    text = from_word(storable(text))
    if len(text) > LONGEST_SECTION:
        raise InvalidInput(errors={"text": [_("Use at most %(number)s characters.") % {"number": LONGEST_SECTION}]})
    if _is_elsewhere(row, text, serial, window):
        raise TextElsewhere(row.text, row.serial)
    row.version += 1
    _store(row, text, window)
    _set_aside(row)
    return row


@transaction.atomic
def go_back_to(*, version: SectionVersion, by: User) -> SectionText:
    """Let the section read as it did then; how it read till now is set aside first. Raises NotAllowed, NotWriting."""
    locked_own(version.of.theme, by)
    row = SectionText.objects.select_for_update().get(pk=version.of_id)
    _set_aside(row)
    row.version += 1
    _store(row, version.text, "")
    _set_aside(row)
    return row


@transaction.atomic
def link_passage(
    *, theme: CaseTheme, by: User, competency: Competency, section: PortfolioSection, passage: str
) -> CompetencyLink:
    """Say that this passage of the section shows the competency; the same again is the same link.

    Raises NotAllowed, NotWriting, InvalidInput when the section does not say it.
    """
    locked_own(theme, by)
    quoted = checked_text("passage", from_word(passage), longest=LONGEST_PASSAGE)
    if competency.theme_id != theme.theme_id or section.version_id != theme.case.version_id:
        raise InvalidInput(errors={"competency": [_("This is not of your theme.")]})
    text = SectionText.objects.filter(theme=theme, section=section).values_list("text", flat=True).first() or ""
    if flat(quoted) not in flat(text):
        sentence = _("This passage is not in “%(section)s”. Copy it just as it stands there.")
        raise InvalidInput(errors={"passage": [sentence % {"section": section.label}]})
    if theme.links.count() >= MOST_LINKS:
        raise InvalidInput(errors={"passage": [_("You can link at most %(most)s passages.") % {"most": MOST_LINKS}]})
    which = {"theme": theme, "competency": competency, "section": section, "passage": quoted}
    return CompetencyLink.objects.filter(**which).first() or CompetencyLink.objects.create(**which)


@transaction.atomic
def unlink_passage(*, link: CompetencyLink, by: User) -> None:
    """Raises NotAllowed, NotWriting."""
    locked_own(link.theme, by)
    link.delete()


def locked_own(theme: CaseTheme, by: User) -> CaseTheme:
    """The theme as it is now, held until the transaction ends, for its participant to write in.

    Raises NotAllowed, NotWriting.
    """
    case = lock_case(theme.case)
    row = CaseTheme.objects.select_related("theme").get(pk=theme.pk)
    row.case = case
    if case.person_id != by.pk:
        raise NotAllowed
    if not row.is_being_written:
        raise NotWriting
    return row


def _row(theme: CaseTheme, section: PortfolioSection) -> SectionText:
    row, _is_new = SectionText.objects.get_or_create(theme=theme, section=section)
    row.theme = theme
    return row


def _is_elsewhere(row: SectionText, text: str, serial: int, window: str) -> bool:
    """Did another window write something else since this one has read it?"""
    if row.serial == serial or (window and row.window == window[:LONGEST_WINDOW]):
        return False
    return row.text.strip() != text.strip()


def _store(row: SectionText, text: str, window: str) -> None:
    row.text, row.words = text, words_in(text)
    row.serial, row.window = row.serial + 1, storable(window)[:LONGEST_WINDOW]
    row.save()


def _set_aside(row: SectionText) -> None:
    """The text as it is becomes a version, unless the newest one says the same; the oldest make room."""
    newest = row.versions.first()
    if newest and newest.text == row.text:
        return
    number = newest.number + 1 if newest else 1
    SectionVersion.objects.create(of=row, number=number, text=row.text, words=row.words)
    row.versions.filter(number__lte=number - MOST_VERSIONS).delete()
