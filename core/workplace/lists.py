"""How a list of the workplace is, whatever it holds."""

from typing import Any

from wagtail.snippets.views.snippets import SnippetViewSet

from core.workplace.deleting import CarefulDeleteView
from core.workplace.filters import ListFilterSet


class KeptList(SnippetViewSet):
    """Rows that editors keep. Nothing is copied, what is in use stays, and it is chosen by a Chooser or not at all."""

    copy_view_enabled = False
    delete_view_class = CarefulDeleteView

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_index_view_kwargs(base_filterset_class=ListFilterSet, **kwargs)

    def register_chooser_viewset(self) -> None:
        """Not Wagtail's, which shows every row to everybody in the workplace."""
