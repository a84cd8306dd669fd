"""Asking, answering, thinking better of it, and leaving out."""

from collections.abc import Collection, Iterable, Mapping
from datetime import timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput, NotAllowed
from notifications.services import mark_read_about_all, notify
from resources.models import Practice, Quote
from resources.policies import reviewers_of
from resources.quotes.model import by_author
from resources.services.practices import lock

State = Quote.State
ANSWERS = (State.NAMED, State.UNNAMED, State.REFUSED)
REMIND_AFTER = timedelta(days=5)


def ask(author: User, quote: Quote, kind: str) -> None:
    """Tell the author that words wait for an answer; one notice for all in this practice."""
    practice = quote.practice
    params = {"name": practice.contributor, "network": practice.network.title if practice.network else ""}
    notify([author], kind, about=quote, url=reverse("resources:quotes", args=[practice.slug]), params=params)


@transaction.atomic
def answer_quotes(*, practice: Practice, by: User, answers: Mapping[int, str]) -> None:
    """Store what the author says of the own words, by the id of the quote; another answer later counts then.

    No after a yes takes the quote out of what is not published; in what is published visitors see it no more, and
    who reviews it hears so. Raises NotAllowed, InvalidInput (`answer`).
    """
    if set(answers.values()) - set(ANSWERS):
        raise InvalidInput(errors={"answer": [_("Choose your answer.")]})
    lock(practice)  # an answer and a publication do not pass each other unseen
    quotes = list(Quote.objects.with_people().filter(practice=practice, pk__in=answers))
    if len(quotes) != len(answers) or not all(by.has_perm("resources.answer_quote", it) for it in quotes):
        raise NotAllowed
    changed = [it for it in quotes if it.state != answers[it.pk]]
    take_out([it for it in changed if answers[it.pk] == State.REFUSED and it.has_consent])
    said = [it for it in changed if answers[it.pk] != State.REFUSED or it.state == State.ASKED]
    for quote in said:
        quote.state, quote.answered_at = State(answers[quote.pk]), timezone.now()
        quote.save(update_fields=["state", "answered_at"])
    _tell_contributor(said, by)
    mark_read_about_all(person=by, about=list(Quote.objects.filter(practice=practice, author=by)))


@transaction.atomic
def leave_out(*, quote: Quote, by: User) -> None:
    """Take the quote out of the practice, published or not; its author is asked nothing more. Raises NotAllowed."""
    if not by.has_perm("resources.leave_out_quote", quote):
        raise NotAllowed
    lock(quote.practice)
    if quote.author:
        mark_read_about_all(person=quote.author, about=[quote])
    Quote.objects.filter(pk=quote.pk).delete()


def take_out(quotes: Collection[Quote]) -> None:
    """The words were taken back: they go, or, where they are published, are hidden until somebody has looked."""
    published = [it for it in quotes if it.practice.is_published and it.state != State.WITHDRAWN]
    for quote in published:
        quote.state, quote.answered_at = State.WITHDRAWN, timezone.now()
        quote.save(update_fields=["state", "answered_at"])
    gone = [it for it in quotes if not it.practice.is_published]
    Quote.objects.filter(pk__in=[it.pk for it in gone]).delete()
    for practice in _practices(published):
        _tell({*reviewers_of(practice), practice.contributor}, "quote.withdrawn", practice)
    for practice in _practices(gone):
        _tell({practice.contributor}, "quote.gone", practice)


def forget(person: User) -> None:
    """Of an account that ends: published words stay under no name, all others go."""
    own = Quote.objects.filter(author=person)
    own.filter(practice__state=Practice.State.PUBLISHED).with_consent().update(author=None, state=State.UNNAMED)
    rest = list(own.with_people())
    Quote.objects.filter(pk__in=[it.pk for it in rest]).delete()
    for practice in _practices(it for it in rest if not it.practice.is_published):
        _tell({practice.contributor} - {person}, "quote.gone", practice)


def remind() -> None:
    """Ask once more who did not answer within some days; a periodic job."""
    waiting = Quote.objects.filter(state=State.ASKED, reminded_at=None, asked_at__lte=timezone.now() - REMIND_AFTER)
    for practice in Practice.objects.filter(quotes__in=waiting).exclude(state=Practice.State.WITHDRAWN).distinct():
        with transaction.atomic():
            lock(practice)
            due = list(waiting.filter(practice=practice).with_people())
            Quote.objects.filter(pk__in=[it.pk for it in due]).update(reminded_at=timezone.now())
            for author, quotes in by_author(due).items():
                ask(author, quotes[0], "quote.reminded")


def _tell_contributor(said: Collection[Quote], by: User) -> None:
    refused = any(it.state == State.REFUSED for it in said)
    for practice in _practices(said):
        _tell({practice.contributor}, "quote.refused" if refused else "quote.answered", practice, name=by)


def _practices(quotes: Iterable[Quote]) -> list[Practice]:
    return list({it.practice_id: it.practice for it in quotes}.values())


def _tell(people: Iterable[User], kind: str, practice: Practice, **named: User) -> None:
    url = reverse("resources:edit", args=[practice.slug]) if kind != "quote.withdrawn" else practice.get_absolute_url()
    notify(people, kind, about=practice, url=url, params={"title": practice.title, **named})
