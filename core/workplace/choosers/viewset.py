"""The list that opens: searched by words, and only for who may choose."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.chooser import ChooserViewSet

from core.workplace.choosers import views
from core.workplace.choosers.widgets import ChoiceOfOne

_choosers: "dict[type[Model], Chooser]" = {}


def chooser_of(model: type[Model] | None) -> "Chooser | None":
    """The chooser of rows of this model."""
    return _choosers.get(model) if model else None


class Chooser(ChooserViewSet):
    """Subclasses give `model`, `named_by`, `needs` and their words; `details` and `offered` where useful.

    named_by: the fields that make its name, which are searched.
    details: field and heading of what stands beside the name, searched too; it tells apart what has the same name.
    needs: the permissions of the forms in which it is chosen, one of which suffices. Other apps may add theirs.
    """

    named_by: Sequence[str] = ()
    details: Mapping[str, str | Promise] = {}
    needs: set[str] = set()

    base_widget_class = ChoiceOfOne
    choose_view_class = views.ChooseView
    choose_results_view_class = views.ResultsView
    chosen_view_class = views.ChosenView
    chosen_multiple_view_class = views.ChosenMultipleView
    search_tab_label = _("Search")
    per_page = 15

    def on_register(self) -> None:
        super().on_register()
        _choosers[self.model] = self

    def is_allowed(self, user: Any) -> bool:
        """May this person choose one?"""
        return any(user.has_perm(permission) for permission in self.needs)

    def offered(self, request: HttpRequest) -> QuerySet[Any]:
        """The rows to choose from."""
        return self.model._default_manager.all()

    def details_for(self, user: Any) -> Mapping[str, str | Promise]:
        """Which of the details this person may see."""
        return self.details

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_common_view_kwargs(chooser=self, **kwargs)

    def get_urlpatterns(self) -> list[Any]:
        """Without making new ones on the way."""
        return [pattern for pattern in super().get_urlpatterns() if pattern.name != "create"]
