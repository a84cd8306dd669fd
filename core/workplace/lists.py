"""How a list of the workplace is, whatever it holds."""

from wagtail.snippets.views.snippets import SnippetViewSet

from core.workplace.deleting import CarefulDeleteView


class KeptList(SnippetViewSet):
    """Rows that editors keep. Nothing is copied, what is in use stays, and it is chosen by a Chooser or not at all."""

    copy_view_enabled = False
    delete_view_class = CarefulDeleteView

    def register_chooser_viewset(self) -> None:
        """Not Wagtail's, which shows every row to everybody in the workplace."""
