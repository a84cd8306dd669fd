"""Showing a practice on other sites."""

from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from accounts.languages import without_language
from resources.models import Practice

CODE = '<iframe src="{}" title="{}" width="100%" height="320" loading="lazy"></iframe>'


def address_of_card(original: Practice) -> str:
    """Where the card is, in Dutch."""
    return settings.BASE_URL + without_language(reverse("resources:embedded", args=[original.slug]))


def code_of_card(original: Practice) -> SafeString:
    """What other sites put in their page: whatever the title is, it stays one frame."""
    return format_html(CODE, address_of_card(original), original.title)
