"""Wagtail's views of a chooser, behind the rule of the chooser and with a search that needs no index."""

import operator
from functools import reduce
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import chooser

from core.access import guarded
from core.workplace.choosers.widgets import is_key

MOST_WORDS = 8


class SearchForm(BaseFilterForm):
    """Finds rows of which these fields together hold each word."""

    q = forms.CharField(
        label=_("Search"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"placeholder": _("Search")}),
    )

    def __init__(self, *args: Any, fields: list[str], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.searched = fields

    def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        query = self.cleaned_data["q"]
        for word in query.split()[:MOST_WORDS]:
            objects = objects.filter(reduce(operator.or_, [Q((f"{it}__icontains", word)) for it in self.searched]))
        self.is_searching, self.search_query = bool(query), query
        return objects


class Guarded:
    """Only for whom the chooser is, and of what it offers."""

    chooser: Any = None

    @guarded("is_allowed of the chooser")
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.chooser.is_allowed(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]


class Listing(Guarded):
    """What the list and its parts share."""

    request: HttpRequest

    @cached_property
    def details(self) -> dict[str, Any]:
        return dict(self.chooser.details_for(self.request.user))

    @property
    def columns(self) -> list[Column]:
        beside = [Column(name, label=label, accessor=name.replace("__", ".")) for name, label in self.details.items()]
        named = self.title_column  # type: ignore[attr-defined]
        named.label = _("Name")
        return [named, *beside]

    def get_object_list(self) -> QuerySet[Any]:
        return self.chooser.offered(self.request)

    def get_filter_form(self) -> SearchForm:
        return SearchForm(self.request.GET, fields=[*self.chooser.named_by, *self.details])

    def can_create(self) -> bool:
        return False


class ChooseView(Listing, chooser.ChooseView):
    pass


class ResultsView(Listing, chooser.ChooseResultsView):
    pass


class ChosenView(Guarded, chooser.ChosenView):
    def get_object(self, pk: str) -> Any:
        if not is_key(pk):
            raise Http404
        return self.chooser.offered(self.request).get(pk=pk)


class ChosenMultipleView(Guarded, chooser.ChosenMultipleView):
    def get_objects(self, pks: list[str]) -> QuerySet[Any]:
        return self.chooser.offered(self.request).filter(pk__in=[pk for pk in pks if is_key(pk)])
