"""Columns of lists in the workplace that Wagtail has no like of."""

from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from core.clock import day_and_clock


class MomentColumn(Column):
    """A day, with its hour if it has one. Wagtail's says how long ago it was, so all that is to come is “just now”."""

    def get_value(self, instance: Any) -> str:
        value = super().get_value(instance)
        if isinstance(value, datetime):
            return day_and_clock(value)
        return date_format(value, "j F Y") if value else ""


class YesColumn(Column):
    """Says yes where it is so, and nothing where it is not: a red cross would say that something is wrong."""

    def get_value(self, instance: Any) -> Any:
        return _("yes") if super().get_value(instance) else ""
