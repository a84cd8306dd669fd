"""The editors' workplace keeps promoted results; its report of all searches stays empty here, so it goes."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from core.workplace.reports import register_report
from search.workplace.failing import FailedSearchesPanel, FailedSearchesReport


@hooks.register("construct_reports_menu")
def without_search_terms(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """We count only queries that are promoted or found nothing, never what each person looks for."""
    menu_items[:] = [item for item in menu_items if item.name != "search-terms"]


@hooks.register("construct_homepage_panels")
def add_panels(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(FailedSearchesPanel(request))


register_report(FailedSearchesReport)
