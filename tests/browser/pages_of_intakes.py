"""The pages of the route with an intake, for `tests/browser/pages.py`: by who sees them, as in its lines."""

from typing import Any

from tests.browser import states

INTAKE, HELD, BEGUN = (f"/mijn/begeleiding/{{{name}}}/" for name in ("intake", "held_intake", "begun_intake"))
PLAN = "/mijn/coordineren/{applied_case}/begeleiding/intake/"
SCAN, OPEN_SCAN = "/mijn/portfolio/{running_case}/360-scan/", "/mijn/portfolio/{scan_case}/360-scan/"
REPORT = "/mijn/360/{closed_scan}/"
EMPTY: dict[str, Any] = {"reach": states.submit_empty}

OF_NEWCOMERS: list[tuple[Any, ...]] = [("guidance-none", "/mijn/begeleiding/")]
OF_WHO_APPLIED: list[tuple[Any, ...]] = [("intake-applied", "/mijn/portfolio/{applied_case}/")]
OF_PARTICIPANTS: list[tuple[Any, ...]] = [
    ("intake-of-case", "/mijn/portfolio/{running_case}/"),
    ("intake-read", HELD),
    ("scan-to-begin", SCAN),
]
OF_WHO_SCANS: list[tuple[Any, ...]] = [
    ("scan-open", OPEN_SCAN),
    ("scan-ask", f"{OPEN_SCAN}vragen/"),
    ("scan-ask-errors", f"{OPEN_SCAN}vragen/", EMPTY),
    ("scan-ask-no-longer", f"{OPEN_SCAN}gevraagd/{{asked_in_scan}}/intrekken/"),
    ("scan-own", f"{OPEN_SCAN}zelf/"),
    ("scan-own-errors", f"{OPEN_SCAN}zelf/", EMPTY),
    ("scan-close", f"{OPEN_SCAN}sluiten/"),
]
OF_WHO_WAS_SCANNED: list[tuple[Any, ...]] = [
    ("scan-report", REPORT),
    ("scan-closed", "/mijn/portfolio/{closed_case}/360-scan/"),
]
OF_VISITORS: list[tuple[Any, ...]] = [
    ("scan-answer", "/360/{scan_token}/"),
    ("scan-answer-errors", "/360/{scan_token}/", EMPTY),
    ("scan-decline", "/360/{scan_token}/niet/"),
    ("scan-thanks", "/360/{scan_used_token}/"),
    ("scan-over", "/360/{scan_over_token}/", {"status": 410}),
]
OF_HOSTS: list[tuple[Any, ...]] = [
    ("guidance", "/mijn/begeleiding/"),
    ("intake-to-hold", INTAKE),
    ("intake-report", f"{BEGUN}verslag/"),
    ("intake-report-errors", f"{BEGUN}verslag/", EMPTY),
    ("intake-correct", f"{HELD}verslag/"),
    ("intake-reported", HELD),
]
OF_COORDINATORS: list[tuple[Any, ...]] = [
    ("intake-plan", PLAN),
    ("intake-plan-errors", PLAN, EMPTY),
    ("intake-coordinated", "/mijn/coordineren/{applied_case}/{applied_theme}/"),
    ("intake-planned", INTAKE),
    ("intake-move", f"{INTAKE}verplaatsen/"),
    ("intake-cancel", f"{INTAKE}afzeggen/"),
    ("intake-cancel-errors", f"{INTAKE}afzeggen/", EMPTY),
]
