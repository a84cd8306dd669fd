"""Narrowing a list of the workplace by one of many."""

from typing import Any

import django_filters
from wagtail.admin.filters import WagtailFilterSet

from core.workplace.choosers.viewset import chooser_of

MOST_IN_A_SELECT = 15


class ListFilterSet(WagtailFilterSet):
    """Offers of networks, boards and so on those that the person may choose; of many one is searched, as in a form."""

    def __init__(self, *args: Any, request: Any = None, **kwargs: Any):
        super().__init__(*args, request=request, **kwargs)
        for filter_ in self.filters.values():
            if request and isinstance(filter_, django_filters.ModelChoiceFilter):
                self._offer(filter_, request)

    def _offer(self, filter_: Any, request: Any) -> None:
        chooser = chooser_of(getattr(filter_.queryset, "model", None))
        if chooser is None or not chooser.is_allowed(request.user):
            return
        filter_.queryset = chooser.offered(request)
        if len(filter_.queryset.values_list("pk")[: MOST_IN_A_SELECT + 1]) > MOST_IN_A_SELECT:
            filter_.extra["widget"] = chooser.widget_class()
            filter_.extra["widget"].template_name = "core/workplace/narrowing.html"
