"""How the editors' workplace wears our name, and what its first page tells."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from home.workplace.summary import use_figures
from home.workplace.translations import MissingTranslationsPanel

hooks.register("construct_homepage_summary_items", use_figures, order=1000)  # after Wagtail's own


@hooks.register("insert_global_admin_css")
def our_colours() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("home/admin.css"))


@hooks.register("insert_global_admin_js")
def our_script() -> SafeString:
    return format_html('<script type="module" src="{}"></script>', static("home/workplace.js"))


@hooks.register("construct_help_menu")
def without_release_notes(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """What is new in Wagtail is said in English, to who maintains this site; its guide for editors stays."""
    menu_items[:] = [item for item in menu_items if not item.name.startswith("whats-new")]


@hooks.register("construct_homepage_panels")
def add_panels(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(MissingTranslationsPanel(request))
