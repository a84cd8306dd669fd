"""What the pages of one theme share: the door, the tabs, and how complete the portfolio is."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from core.errors import NotFound
from validation.errors import NotWriting
from validation.models import CaseTheme
from validation.policies import get_own_theme_for
from validation.portfolio.completeness import Completeness, completeness_of
from validation.portfolio.content import Portfolio, portfolio_of
from validation.states import TALKING, Route


@dataclass(frozen=True)
class Tab:
    label: str
    url: str
    current: bool
    icon: str
    count: int = 0


def theme_for(request: HttpRequest, case: int, theme: int) -> CaseTheme:
    """A theme of the person's own. Raises NotFound."""
    return get_own_theme_for(request.user, case, theme)


def theme_to_write(request: HttpRequest, case: int, theme: int) -> CaseTheme:
    """The same, while it may be changed. Raises NotFound, NotWriting."""
    own = theme_for(request, case, theme)
    if not own.is_being_written:
        raise NotWriting
    return own


def row_of(rows: Any, pk: int, theme: CaseTheme) -> Any:
    """A row of the theme, which it knows. Raises NotFound."""
    row = rows.filter(pk=pk).first()
    if row is None:
        raise NotFound
    row.theme = theme
    return row


def theme_page(
    request: HttpRequest,
    theme: CaseTheme,
    template: str,
    tab: str,
    context: dict[str, Any] | None = None,
    *,
    portfolio: Portfolio | None = None,
    status: int = 200,
) -> HttpResponse:
    """A page of the theme, with its tabs and, beside it, what the portfolio still needs."""
    complete = completeness_of(portfolio or portfolio_of(theme))
    shown = {
        "theme": theme,
        "case": theme.case,
        "portfolio": complete.portfolio,
        "complete": complete,
        "tabs": tabs_of(theme, complete, tab),
        "tab": tab,
    }
    return render(request, f"validation/{template}.html", shown | (context or {}), status=status)


def tabs_of(theme: CaseTheme, complete: Completeness, current: str) -> list[Tab]:
    """The parts of a portfolio, as far as the programme asks for them."""
    portfolio = complete.portfolio
    kinds = {it.kind for it in portfolio.requirements}
    tabs = [
        ("theme", _("Overview"), "home", 0, True),
        ("write", _("Write"), "pencil", 0, True),
        ("competencies", _("Competencies"), "check", 0, "competencies" in kinds),
        ("sources", _("Sources"), "book", len(portfolio.sources), "sources_min" in kinds),
        ("evidence", _("Evidence"), "file", len(portfolio.evidence), "evidence_min" in kinds),
        ("feedback", _("Feedback"), "message", len(portfolio.feedback), "colleagues_min" in kinds),
        ("look_along", _("Look along"), "users", 0, theme.state not in TALKING or theme.look_alongs.exists()),
        ("own_talk", _("Talk"), "calendar", 0, theme.state in TALKING and theme.case.route != Route.DIALOGUE),
    ]
    return [
        Tab(label, _address(name, portfolio), name == current, icon, count)
        for name, label, icon, count, is_asked in tabs
        if is_asked
    ]


def _address(name: str, portfolio: Portfolio) -> str:
    theme = portfolio.theme
    args: list[int | str] = [theme.case_id, theme.pk]
    if name == "write":
        first = next((it for it in portfolio.sections if not it.text.strip()), portfolio.sections[0])
        return reverse("validation:section", args=[*args, first.section.key])
    return reverse(f"validation:{name}", args=args)
