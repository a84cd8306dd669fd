"""What the pages of one submission share for its assessors: the door, the tabs, and where the reader stands."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from validation.assessing.assessed import Assessed, as_read_by
from validation.policies import get_assessed_for
from validation.views.frame import Tab

ASSESS = "validation.assess"


def assessed_for(request: HttpRequest, pk: int) -> Assessed:
    """What was handed in, as this assessor stands with it. Raises NotFound."""
    return as_read_by(request.user, get_assessed_for(request.user, pk))


def assessed_page(
    request: HttpRequest,
    row: Assessed,
    template: str,
    tab: str,
    context: dict[str, Any] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    """A page about the submission, with its tabs."""
    shown = {
        "row": row,
        "submission": row.submission,
        "theme": row.theme,
        "case": row.theme.case,
        "tabs": _tabs(row, tab),
    }
    return render(request, f"validation/assessing/{template}.html", shown | (context or {}), status=status)


def _tabs(row: Assessed, current: str) -> list[Tab]:
    """Deciding together has a tab once all assessments are in, and not before."""
    tabs = [
        ("assessed", _("What was handed in"), "file", True),
        ("assess", _("Your assessment"), "pencil", True),
        ("decide", _("Decision") if row.is_alone else _("Together"), "users", row.is_open),
        ("assessor_notes", _("Notes"), "message", True),
    ]
    return [
        Tab(label, reverse(f"validation:{name}", args=[row.submission.pk]), name == current, icon)
        for name, label, icon, is_there in tabs
        if is_there
    ]
