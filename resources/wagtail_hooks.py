"""Where editors keep the library."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from core.workplace.menu import LIBRARY_MENU, Job
from core.workplace.reports import register_report
from networks.workplace.themes import ThemeViewSet
from resources.models import Practice
from resources.policies import reviews_anything
from resources.workplace import taking_along
from resources.workplace.checklist import CheckItemViewSet
from resources.workplace.collections import CollectionViewSet, choose_practices
from resources.workplace.panels import ReviewPanel
from resources.workplace.practices import Looking, PracticeViewSet
from resources.workplace.reports import PracticesReport
from resources.workplace.tags import TagViewSet
from search.workplace.synonyms import SynonymViewSet

register_permission_policy(Practice, Looking(Practice))


class LibraryGroup(SnippetViewSetGroup):
    items = (PracticeViewSet, CollectionViewSet, ThemeViewSet, TagViewSet, SynonymViewSet, CheckItemViewSet)
    submenu_hook = LIBRARY_MENU
    menu_label = _("Library")
    menu_name = "library"
    menu_icon = "doc-full-inverse"
    menu_order = Job.LIBRARY


register_snippet(LibraryGroup)
hooks.register("register_admin_urls", taking_along.urls)
hooks.register(LIBRARY_MENU, taking_along.ExportItem)
register_report(PracticesReport)


class ReviewItem(MenuItem):
    """Leads to the site, where facilitators and editors review with one form."""

    def is_shown(self, request: HttpRequest) -> bool:
        return reviews_anything(request.user)


@hooks.register(LIBRARY_MENU)
def review_queue() -> MenuItem:
    return ReviewItem(_("To review"), reverse("resources:reviews"), name="review", icon_name="tasks", order=0)


@hooks.register("register_admin_viewset")
def choosers() -> list[Any]:
    return [choose_practices]


@hooks.register("construct_homepage_panels")
def add_panels(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(ReviewPanel(request))
