"""“At least so many posts”, as an editor may ask of participants."""

from collections.abc import Sequence

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from community.models import Post
from networks.models import Enrolment, ObligationRule
from networks.rules import RuleKind


def posts(rules: Sequence[ObligationRule], enrolments: Sequence[Enrolment]) -> dict[tuple[int, int], int]:
    """What each participant said in the discussion of the network."""
    said = Post.objects.filter(deleted_at=None, author__in={it.person_id for it in enrolments})
    counted = said.order_by().values("author", "thread__network").annotate(number=Count("pk"))
    numbers = {(it["author"], it["thread__network"]): it["number"] for it in counted}
    return {(rule.pk, it.pk): numbers.get((it.person_id, it.network_id), 0) for rule in rules for it in enrolments}


POSTS = RuleKind(
    key="posts",
    label=_("Write in the discussion"),
    count=posts,
    todo=_("Ask or answer something in the discussion."),
    url_name="community:discussion",
)
