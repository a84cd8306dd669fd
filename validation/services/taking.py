"""Taking the own work on the platform into a portfolio, where it is frozen as evidence."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from community.harvest.words import GAP, is_passage
from core.doors import found_in
from core.errors import InvalidInput
from core.texts import readable
from validation.models import CaseTheme, Evidence
from validation.portfolio.own_work import KINDS, Piece
from validation.portfolio.provenance import provenance_of
from validation.services.materials import add_evidence

LONGEST = 20_000  # characters of one piece
SHORT = 500  # up to here all of it is the part that matters, until its owner chooses less


@transaction.atomic
def take_along(
    *, theme: CaseTheme, by: User, kind: str, pk: int, title: str = "", text: str = "", key: UUID | None = None
) -> Evidence:
    """Freeze something of the person's own as evidence. kind: of `own_work.KINDS`; pk: its id there.

    text: what of it, in its own words and order, with … where something is left out; empty for all of it. The same key
    again answers the first. Raises NotFound, NotAllowed, NotWriting, TooManyPieces, InvalidInput (`text`, `title`).
    """
    piece = own_piece(by, kind, pk)
    words = _part_of(piece, text)
    return add_evidence(
        theme=theme,
        by=by,
        title=title or piece.title,
        frozen=words,
        provenance=provenance_of(piece, words),
        perspective=Evidence.Perspective.OWN,
        part=Evidence.Part.QUOTE if len(words) <= SHORT else "",
        quote=words if len(words) <= SHORT else "",
        key=key,
    )


def own_piece(person: User, kind: str, pk: int) -> Piece:
    """What the person could take along. Raises NotFound, also for what is somebody else's."""
    own = KINDS[kind]
    return own.piece(found_in(own.rows(person).filter(pk=pk)))


def _part_of(piece: Piece, text: str) -> str:
    words = readable("text", text).replace("\r\n", "\n").strip() or piece.text.strip()
    if not GAP.sub("", words).strip():
        raise InvalidInput(errors={"text": [_("There are no words of your own in it.")]})
    if not is_passage(words, piece.text):
        raise InvalidInput(
            errors={"text": [_("Keep to the words as they stand. Write … where you leave something out.")]}
        )
    if len(words) > LONGEST:
        told = _("This is too long: keep at most %(most)s characters. Write … where you leave something out.")
        raise InvalidInput(errors={"text": [told % {"most": LONGEST}]})
    return words
