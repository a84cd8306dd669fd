"""Opening a practice with quotes, whose authors are asked."""

import uuid
from collections.abc import Sequence

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.languages import without_language
from accounts.models import User
from core.errors import InvalidInput
from networks.models import Network
from networks.quoting import Draft, Passage
from resources.models import Practice, Quote
from resources.quotes.consent import ask, take_out
from resources.quotes.model import by_author
from resources.services import create_practice

MOST = 10


class Quotes:
    """The library, as `networks.quoting` knows it."""

    most = MOST

    @transaction.atomic
    def open_draft(
        self, *, by: User, network: Network, title: str, passages: Sequence[Passage], key: uuid.UUID | None = None
    ) -> Draft:
        """Open a draft with these quotes and ask their authors; one's own words need no consent.

        key: of the form; the same key again answers the same draft. Raises MayNotContribute, InvalidInput.
        """
        if not passages:
            raise InvalidInput(errors={"posts": [_("Choose at least one message.")]})
        if len(passages) > MOST:
            sentence = ngettext(
                "A practice has at most %(most)d quote.", "A practice has at most %(most)d quotes.", MOST
            )
            raise InvalidInput(errors={"posts": [sentence % {"most": MOST}]})
        practice = create_practice(contributor=by, key=key, title=title, network=network)
        if not practice.quotes.exists():
            _add(practice, passages)
        return Draft(practice.pk, practice.slug or "", reverse("resources:edit", args=[practice.slug]))

    @transaction.atomic
    def source_gone(self, source: models.Model) -> None:
        """Quotes of it go from what is not published; in what is published visitors see them no more."""
        take_out(list(Quote.objects.from_source(source).with_people()))


def _add(practice: Practice, passages: Sequence[Passage]) -> None:
    made = [_quote(practice, passage) for passage in passages]
    Quote.objects.bulk_create(made)
    for author, quotes in by_author(made).items():
        if author != practice.contributor:
            ask(author, quotes[0], "quote.asked")


def _quote(practice: Practice, passage: Passage) -> Quote:
    own = passage.author.pk == practice.contributor_id
    return Quote(
        practice=practice,
        author=passage.author,
        text=passage.text,
        content_type=ContentType.objects.get_for_model(passage.source),
        object_id=passage.source.pk,
        url=without_language(passage.url),
        state=Quote.State.NAMED if own else Quote.State.ASKED,
        answered_at=timezone.now() if own else None,
    )
