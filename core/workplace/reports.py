"""Reports of the workplace: rows with the same columns on the screen and in the export."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import path, reverse
from django.utils.functional import Promise, cached_property
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from core.access import guarded


class Report(ReportView):
    """One report. Subclasses give `slug`, `page_title`, `fields`, `is_allowed()`, and `rows_of()` or a list of rows.

    fields: name and heading of each column; the name is an attribute of a row. The first column links to the row's
    `url`, if it has one.
    """

    slug = ""
    order = 100
    fields: Mapping[str, str | Promise] = {}
    any_permission_required = None
    default_ordering = None
    is_searchable = False

    @classmethod
    def is_allowed(cls, user: Any) -> bool:
        """May this person read the report at all? Nobody may, until the report says who."""
        return False

    def rows_of(self, objects: Sequence[Any]) -> list[Any]:
        """The rows for these objects of the queryset, which is narrowed and cut into pages before."""
        return list(objects)

    @guarded("is_allowed of the report")
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.is_allowed(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def headings(self) -> Mapping[str, str | Promise]:
        """The heading of each column: `fields`, unless what the report is about decides on more of them."""
        return self.fields

    @cached_property
    def columns(self) -> list[Column]:
        (first, label), *others = self.headings.items()
        title = TitleColumn(first, label=label, get_url=lambda row: getattr(row, "url", None))
        return [title, *(Column(name, label=label) for name, label in others)]

    @cached_property
    def list_export(self) -> list[str]:  # type: ignore[override]
        return list(self.headings)

    @cached_property
    def export_headings(self) -> dict[str, Any]:  # type: ignore[override]
        return dict(self.headings)

    def get_filename(self) -> str:
        return self.slug

    def get_table(self, object_list: Sequence[Any]) -> Any:
        return super().get_table(self.rows_of(object_list))

    def as_spreadsheet(self, queryset: Any, spreadsheet_format: str) -> Any:
        return super().as_spreadsheet(self.rows_of(queryset), spreadsheet_format)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]


def register_report(report: type[Report]) -> None:
    """Give the report its addresses and its line in the menu of reports."""
    name = f"report_{report.slug.replace('-', '_')}"

    def urls() -> list[Any]:
        view: Callable[..., Any] = report.as_view(index_url_name=name, index_results_url_name=f"{name}_results")
        results = report.as_view(index_url_name=name, index_results_url_name=f"{name}_results", results_only=True)
        base = f"reports/{report.slug}/"
        return [path(base, view, name=name), path(f"{base}results/", results, name=f"{name}_results")]

    def item() -> MenuItem:
        return ReportItem(report, reverse(name))

    hooks.register("register_admin_urls", urls)
    hooks.register("register_reports_menu_item", item)


class ReportItem(MenuItem):
    """Shown to whom the report is shown."""

    def __init__(self, report: type[Report], url: str):
        super().__init__(
            report.page_title, url, name=report.slug, icon_name=report.header_icon or "table", order=report.order
        )
        self.report = report

    def is_shown(self, request: HttpRequest) -> bool:
        return self.report.is_allowed(request.user)
