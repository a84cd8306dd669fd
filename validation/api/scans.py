from typing import Any

from django.http import HttpRequest
from ninja import Router

from core.access import guarded
from core.api import problems
from core.doors import found_in
from networks.schemas.types import RowId
from validation.scan.reading import report_of
from validation.scan_policies import get_own_scanned_case_for
from validation.schemas.scans import ScanReportOut

router = Router(tags=["validation"])


@router.get("/validation/cases/{pk}/scan", response={200: ScanReportOut, **problems(404)})
@guarded("validation.scan_policies.get_own_scanned_case_for")
def read_scan(request: HttpRequest, pk: RowId) -> Any:
    """The report of your latest 360° scan that is closed; while one is open nothing of it can be read."""
    case = get_own_scanned_case_for(request.user, pk)
    scan = found_in(case.scans.closed())
    shown = report_of(scan)
    return {
        "closed_at": scan.closed_at,
        "least": shown.least,
        "series": shown.series,
        "withheld": shown.withheld,
        "competencies": [
            {"label": competency.label, "means": competency.means, "statements": statements}
            for competency, statements in shown.competencies
        ],
        "remarks": [{"group": group, "strong": strong, "tip": tip} for group, strong, tip in shown.remarks],
    }
