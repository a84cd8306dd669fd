from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

if TYPE_CHECKING:
    from accounts.models import User


class QuoteQuerySet(models.QuerySet[Any]):
    def with_consent(self) -> Self:
        """What may be shown to everybody, in the order of the conversation."""
        return self.filter(state__in=Quote.CONSENTED)

    def without_consent(self) -> Self:
        """What keeps a practice from being handed in."""
        return self.exclude(state__in=Quote.CONSENTED)

    def with_people(self) -> Self:
        return self.select_related("author", "practice__contributor", "practice__network")

    def asked_of(self, person: "User") -> Self:
        """The person's words in practices of others."""
        return self.filter(author=person).exclude(practice__contributor=person)

    def from_source(self, source: models.Model) -> Self:
        kind = ContentType.objects.get_for_model(source)
        return self.filter(content_type=kind, object_id=source.pk)

    def taken_back_for(self, person: "User") -> Self:
        """Those in published practices whose author took the consent back, for who reviews the practices."""
        from networks.policies import facilitated_by
        from resources.policies import is_editor

        waiting = self.filter(state=Quote.State.WITHDRAWN).with_people().order_by("answered_at")
        return waiting if is_editor(person) else waiting.filter(practice__network__in=facilitated_by(person))


class Quote(models.Model):
    """Words of a member in a practice. Only resources.quotes writes it; of a revision the original has them.

    The text is what its author was asked about, whatever becomes of the message. Once the author's account is gone
    there is no author any more.
    """

    class State(models.TextChoices):
        ASKED = "asked", gettext_lazy("Waits for consent")
        NAMED = "named", gettext_lazy("Yes, with my name")
        UNNAMED = "unnamed", gettext_lazy("Yes, but without my name")
        REFUSED = "refused", gettext_lazy("No consent")
        WITHDRAWN = "withdrawn", gettext_lazy("Consent taken back")

    CONSENTED = (State.NAMED, State.UNNAMED)

    practice = models.ForeignKey("resources.Practice", models.CASCADE, related_name="quotes")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    text = models.TextField()
    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    url = models.CharField(max_length=1000, help_text="Where it was said.")
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    asked_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)

    objects = QuoteQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("quote")
        verbose_name_plural = gettext_lazy("quotes")
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["content_type", "object_id"], name="quotes_of_source"),
            models.Index(fields=["state", "asked_at"], name="quotes_by_state"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["practice", "content_type", "object_id"], name="one_quote_per_source")
        ]

    def __str__(self) -> str:
        return f"{self.practice_id} {self.author_id} {self.state}"

    @property
    def has_consent(self) -> bool:
        return self.state in self.CONSENTED

    @property
    def is_closed(self) -> bool:
        """Refused or taken back: nobody but its author reads the words any more."""
        return self.state in (self.State.REFUSED, self.State.WITHDRAWN)

    @property
    def words(self) -> str:
        """The text, as who works on the practice may read it."""
        return "" if self.is_closed else self.text

    @property
    def by(self) -> str:
        """Who said it, as readers of the practice may know."""
        return self.author.name if self.author and self.state == self.State.NAMED else _("A member of the network")


def by_author(quotes: Iterable[Quote]) -> dict["User", list[Quote]]:
    """The quotes of each author who still has an account."""
    found: dict[User, list[Quote]] = {}
    for quote in quotes:
        if quote.author:
            found.setdefault(quote.author, []).append(quote)
    return found
