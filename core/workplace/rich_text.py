"""Wagtail's editor of rich text, of which everything can be stored."""

from typing import Any

from wagtail.admin.rich_text import DraftailRichTextArea


class RichTextArea(DraftailRichTextArea):
    """What it sends is JSON, which may hold half a character; a database and a page fail on that."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        html = super().value_from_datadict(data, files, name)
        return html and html.encode("utf-8", "replace").decode()  # as Django does with every other field
