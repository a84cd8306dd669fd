"""The doors to 360° scans: one's own while it is open, the report of a closed one, and the link of a respondent."""

from typing import Any

from core.doors import found_in
from core.errors import NotFound
from validation.models import Case, Scan, ScanRespondent
from validation.policies import get_own_case_for
from validation.states import Route


def get_own_scanned_case_for(user: Any, pk: int) -> Case:
    """The person's own case in a route that has a scan. Raises NotFound."""
    case = get_own_case_for(user, pk)
    if case.route != Route.INTAKE:
        raise NotFound
    return case


def get_open_scan_for(user: Any, case: int) -> Scan:
    """The scan of the person's own case that is open. Raises NotFound."""
    own = get_own_scanned_case_for(user, case)
    scan: Scan = found_in(own.scans.filter(closed_at=None))
    scan.case = own
    return scan


def get_scan_report_for(user: Any, pk: int) -> Scan:
    """A closed scan of which the person may read something. Raises NotFound, also where it was emptied."""
    scan = found_in(Scan.objects.visible_to(user).filter(pk=pk, case__emptied_at=None))
    scan.case = found_in(Case.objects.with_facts().filter(pk=scan.case_id))
    return scan


def get_scan_respondent_for(token: str) -> ScanRespondent:
    """Who is asked, for whoever holds the link. Raises NotFound."""
    facts = ("scan__case__person", "scan__case__version")
    return found_in(ScanRespondent.objects.select_related(*facts).filter(token=token))
