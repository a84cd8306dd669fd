"""Quotes for programs: what is asked of oneself, answering, leaving out."""

from typing import Annotated, Any

from django.http import HttpRequest
from django.urls import reverse
from ninja import Path, Query, Router, Status

from accounts.languages import without_language
from core.access import guarded
from core.api import PageQuery, page_of, paginate, problems
from resources.models import Quote
from resources.quotes import consent
from resources.quotes.policies import get_own_quote_for, get_quote_to_leave_out
from resources.quotes.schemas import OwnQuoteOut, QuoteAnswerIn
from resources.schemas import Id

router = Router(tags=["practices"])
QuoteId = Annotated[Id, Path()]


@router.get("/me/quotes", response=page_of(OwnQuoteOut), summary="My words in practices of others")
@guarded("own words only")
def own_quotes(request: HttpRequest, page: Query[PageQuery]) -> Any:
    """Newest first, those that wait for an answer among them."""
    found = paginate(Quote.objects.asked_of(request.user).with_people().order_by("-pk"), page)
    return found | {"items": [_own(it) for it in found["items"]]}


@router.put("/quotes/{quote}/answer", response={200: OwnQuoteOut | None, **problems(403, 404)}, summary="Answer")
@guarded("resources.answer_quote")
def answer(request: HttpRequest, quote: QuoteId, given: QuoteAnswerIn) -> Any:
    """Yes with one's name, yes without it, or no. Null when a no took it out of a practice that is not published."""
    found = get_own_quote_for(request.user, quote)
    consent.answer_quotes(practice=found.practice, by=request.user, answers={found.pk: given.answer})
    left = Quote.objects.with_people().filter(pk=found.pk).first()
    return _own(left) if left else None


@router.delete("/quotes/{quote}", response={204: None, **problems(403, 404)}, summary="Leave a quote out")
@guarded("resources.leave_out_quote")
def leave_out(request: HttpRequest, quote: QuoteId) -> Status[None]:
    """By who works on the practice; what is published loses it at once."""
    consent.leave_out(quote=get_quote_to_leave_out(request.user, quote), by=request.user)
    return Status(204, None)


def _own(quote: Quote) -> dict[str, Any]:
    kept = {name: getattr(quote, name) for name in ("id", "text", "state", "asked_at", "answered_at")}
    practice = quote.practice
    return kept | {
        "practice": practice.title,
        "contributor": practice.contributor.name,
        "url": without_language(reverse("resources:quotes", args=[practice.slug])),
    }
