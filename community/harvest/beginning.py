"""Kept posts, as what a practice can begin with."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.translation import ngettext

from community.models import Post
from networks.beginning import Elsewhere
from networks.models import Network


def kept_in(person: Any, networks: QuerySet[Network]) -> Iterator[Elsewhere]:
    """Per network how many posts the person keeps, and the page to choose from them."""
    kept = Post.objects.standing().for_everybody().filter(marks__person=person, thread__network__in=networks)
    counted = kept.order_by("thread__network__title").values_list("thread__network__slug", "thread__network__title")
    for slug, title, number in counted.annotate(number=Count("pk", distinct=True)):
        words = ngettext(
            "%(number)d kept message from %(network)s", "%(number)d kept messages from %(network)s", number
        )
        yield Elsewhere(
            title=words % {"number": number, "network": title}, url=reverse("community:kept_posts", args=[slug])
        )
