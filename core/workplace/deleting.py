"""Deleting in the workplace: what others depend on stays, and the editor reads why."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction
from wagtail.snippets.views.snippets import DeleteView

from core.access import guarded

IN_USE = _("This is still in use elsewhere, and stays.")


class CarefulDeleteView(DeleteView):
    @guarded("the right to delete, which Wagtail asks")
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            with transaction.atomic():
                return super().dispatch(request, *args, **kwargs)
        except ProtectedError:
            messages.error(request, IN_USE)
            return redirect(self.index_url_name)


class CarefulDeletes(DeleteBulkAction):
    """Takes the place of Wagtail's action, which fails on what is protected and on what is no number."""

    @classmethod
    def get_queryset(cls, model: Any, object_ids: Any) -> Any:
        return super().get_queryset(model, [it for it in object_ids if str(it).isdecimal()])

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            with transaction.atomic():
                return super().form_valid(form)
        except ProtectedError as error:
            names = ", ".join(sorted({str(it) for it in self.actionable_objects}))
            messages.error(self.request, f"{names}: {IN_USE}" if len(names) < 300 else str(IN_USE))
            del error
            return redirect(self.next_url)
