"""The editors' workplace keeps promoted results; its report of all searches stays empty here, so it goes."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem


@hooks.register("construct_reports_menu")
def without_search_terms(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """We count only queries that are promoted or found nothing, never what each person looks for."""
    menu_items[:] = [item for item in menu_items if item.name != "search-terms"]
