"""Who may do what with a quote, and the doors to quotes."""

from typing import Any

import rules

from core.doors import found_in
from core.errors import NotFound
from resources.models import Practice, Quote
from resources.policies import can_withdraw


@rules.predicate
def said_it(user: Any, quote: Quote) -> bool:
    return quote.author_id is not None and quote.author_id == user.pk and quote.practice.contributor_id != user.pk


@rules.predicate
def works_on_it(user: Any, quote: Quote) -> bool:
    """Its contributor, the network's facilitators and the editors, who may also withdraw the practice."""
    return bool(can_withdraw.test(user, quote.practice))


rules.add_perm("resources.answer_quote", said_it)
rules.add_perm("resources.leave_out_quote", works_on_it)


def get_own_quotes_for(user: Any, slug: str) -> tuple[Practice, list[Quote]]:
    """What the user said that this practice of somebody else quotes, whoever else may see it. Raises NotFound."""
    quotes = list(Quote.objects.asked_of(user).with_people().filter(practice__slug=slug))
    if not quotes:
        raise NotFound
    return quotes[0].practice, quotes


def get_own_quote_for(user: Any, pk: int) -> Quote:
    """One of these. Raises NotFound."""
    return found_in(Quote.objects.asked_of(user).with_people().filter(pk=pk))


def get_quote_to_leave_out(user: Any, pk: int) -> Quote:
    """A quote of a practice that the user works on. Raises NotFound."""
    quote = Quote.objects.with_people().filter(pk=pk).first()
    if quote is None or not user.has_perm("resources.leave_out_quote", quote):
        raise NotFound
    return quote
