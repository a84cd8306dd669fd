"""What a closed scan says about the competencies of a theme, taken over into its portfolio as frozen evidence."""

from uuid import NAMESPACE_URL, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import NotAllowed
from validation.errors import StepImpossible
from validation.models import CaseTheme, Evidence, Scan
from validation.portfolio.own_work import Piece
from validation.portfolio.provenance import provenance_of
from validation.scan.reading import as_text, report_of
from validation.services.materials import add_evidence


@transaction.atomic
def take_scan(*, scan: Scan, theme: CaseTheme, by: User) -> Evidence:
    """Add it once; taking it over again answers the piece that is there.

    Raises NotAllowed, NotWriting, StepImpossible while the scan is open or where it says nothing of this theme.
    """
    if scan.case_id != theme.case_id or theme.case.person_id != by.pk:
        raise NotAllowed
    shown = report_of(scan, {theme.theme.key})
    if scan.closed_at is None or not shown.competencies or not shown.groups:
        raise StepImpossible
    text = as_text(shown)
    provenance = provenance_of(_piece(scan, text), text) | {"report": scan.sha256}
    key = uuid5(NAMESPACE_URL, f"scan:{scan.pk}:{theme.pk}")
    perspective = Evidence.Perspective.COLLEAGUE
    return add_evidence(
        theme=theme,
        by=by,
        title=_("Results of the 360° scan"),
        frozen=text,
        provenance=provenance,
        key=key,
        perspective=perspective,
    )


def _piece(scan: Scan, text: str) -> Piece:
    """The report as something that is taken along; it never changes, so its hash stands for all of it."""
    at = scan.closed_at or scan.until
    title = _("360° scan")
    return Piece(
        kind="scan", pk=scan.pk, title=title, text=text, at=at, where="", url=scan.url, raw=scan.sha256, left_out=""
    )
