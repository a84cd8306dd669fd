"""The announcement pages of all networks in one list, beside the tree of pages."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView, PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet

from core.workplace.access import asked_by_wagtail
from core.workplace.filters import ListFilterSet
from core.workplace.menu import NETWORKS_MENU
from networks.models import NetworkPage


class PagesItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_write(request.user)


def may_write(user: Any) -> bool:
    """Has the person a right on some page of the tree?"""
    from wagtail.permissions import page_permission_policy

    return page_permission_policy.user_has_any_permission(user, ["add", "change", "publish"])


class AnnouncementFilterSet(ListFilterSet, PageFilterSet):
    pass


@asked_by_wagtail
class AnnouncementIndexView(IndexView):
    base_filterset_class = AnnouncementFilterSet
    page_title = _("Announcement pages")
    add_item_label = _("Add a page")


class AnnouncementViewSet(PageListingViewSet):
    model = NetworkPage
    index_view_class = AnnouncementIndexView
    icon = "doc-full"
    menu_label = _("Announcement pages")
    menu_hook = NETWORKS_MENU
    menu_order = 20
    menu_item_class = PagesItem
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
        Column("network", label=_("Network"), accessor="network", width="25%"),
        Column("locale", label=_("Language"), accessor="locale", width="12%"),
        PageStatusColumn("status", label=_("Status"), sort_key="live", width="12%"),
    ]
    list_filter = ["network"]
