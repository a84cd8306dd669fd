"""For the templates of editorial pages."""

from typing import Any

from django import template
from django.utils.safestring import SafeString
from wagtail.models import Page

from core.structured_data import as_script
from core.templatetags.core_tags import crumbs
from home.structured_data import described_page

register = template.Library()


@register.inclusion_tag("core/components/breadcrumbs.html")
def page_breadcrumbs(page: Page) -> dict[str, Any]:
    """The way from the home page to this one, through the pages above it."""
    above = page.get_ancestors().filter(depth__gt=2).select_related("locale") if page.depth and page.depth > 3 else []
    return crumbs([*((each.title, each.url or "") for each in above), (page.title, "")])


@register.simple_tag(takes_context=True)
def page_data(context: template.Context, page: Page) -> SafeString:
    """What search engines are told of the page, if it is of a kind that they know."""
    known: dict[str, Any] = {str(name): value for name, value in context.flatten().items()}
    return as_script(described_page(page, known))
