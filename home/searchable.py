"""What can be found of the pages that editors write. Registered in home.apps."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from home.models import StandardPage
from search.pages import PageSearchable


class StandardPageSearchable(PageSearchable):
    """A page of text, questions and answers included."""

    model = StandardPage
    kind = "page"
    label = _("Page")
    plural = _("Pages")
    dated = False

    def summary(self, page: Any) -> str:
        return str(page.search_description or page.lead)

    def body(self, page: Any) -> str:
        return "\n".join(page.body.stream_block.get_searchable_content(page.body))
