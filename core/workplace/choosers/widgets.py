"""What stands in the form: the name of what is chosen, and a button that opens the list."""

from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import BaseChooser

LONGEST_KEY = 18  # digits; more does not fit the column of any key


def is_key(value: Any) -> bool:
    """Can this be the key of a row? Databases fail on what cannot."""
    return str(value).isdecimal() and len(str(value)) <= LONGEST_KEY


class ChoiceOfOne(BaseChooser):
    """One row. There is no link to its own form, which not everybody who may choose it may open."""

    show_edit_link = False
    clear_choice_text = _("Take away")

    def get_instance(self, value: Any) -> Any:
        if value is None or isinstance(value, self.model_class):
            return value
        return self.model_class._default_manager.filter(pk=value).first() if is_key(value) else None


class ChoiceOfSeveral(forms.Widget):
    """Some rows: a chooser for each, and one more to add the next (home/admin.css shows one empty one at a time)."""

    ROOM = 10

    def __init__(self, chooser: BaseChooser, attrs: dict[str, Any] | None = None):
        super().__init__(attrs)
        self.chooser = chooser

    @property
    def media(self) -> forms.Media:
        return self.chooser.media

    def id_for_label(self, id_: str) -> str:
        return ""  # there are several fields

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        return [key for key in data.getlist(name) if is_key(key)]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return False  # as for boxes: nothing sent is nothing chosen

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        base = (attrs or {}).get("id", f"id_{name}")
        chosen = list(self.chooser.model_class._default_manager.filter(pk__in=[it for it in value or [] if is_key(it)]))
        choosers = [
            (self.chooser.render(name, row, {"id": f"{base}-{number}"}),)
            for number, row in enumerate([*chosen, *[None] * self.ROOM])
        ]
        return format_html('<div class="ln-several">{}</div>', format_html_join("", "{}", choosers))
