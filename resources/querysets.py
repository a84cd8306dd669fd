from datetime import timedelta
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User

MOST_USED_OVER = timedelta(days=90)


def used_lately() -> dict[str, Any]:
    """The filter of the days that count as lately."""
    today = timezone.localdate()
    return {"day__gte": today - MOST_USED_OVER, "day__lt": today}


class PracticeQuerySet(models.QuerySet[Any]):
    def originals(self) -> Self:
        """The practices as others know them, without the revisions that wait beside some."""
        return self.filter(revises=None)

    def named(self, given: str) -> Self:
        """The original with this id or address; none for what is neither."""
        if not (given.isascii() and given.isdigit()):
            return self.filter(slug=given)
        return self.originals().filter(pk=int(given)) if len(given) <= 18 else self.none()

    def published(self) -> Self:
        """What everybody may read."""
        return self.filter(state="published")

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        """Published ones; and the unpublished of the contributor, the network's facilitators and the editors."""
        from networks.policies import facilitated_by
        from resources.policies import is_editor

        if is_editor(user):
            return self
        if not user.is_authenticated:
            return self.published()
        return self.filter(Q(state="published") | self._by(user) | Q(network__in=facilitated_by(user)))

    def written_by(self, person: "User") -> Self:
        """What the person contributed, or agreed to be an author of."""
        return self.originals().filter(self._by(person))

    @staticmethod
    def _by(person: "User") -> Q:
        """Rows of which the person is an author; of a revision the original says so."""
        from resources.models import CoAuthor

        along = CoAuthor.objects.agreed().filter(person=person).values("practice")
        return Q(contributor=person) | Q(pk__in=along) | Q(revises__in=along)

    def contributed_by(self, person: "User") -> Self:
        return self.originals().filter(contributor=person)

    def quoting(self, person: "User") -> Self:
        """Practices of others with words of this person, those that wait for an answer first."""
        from resources.models import Quote

        own = Quote.objects.asked_of(person).filter(practice=OuterRef("pk"))
        found = self.annotate(waits=Exists(own.filter(state="asked")), quotes_person=Exists(own))
        return found.filter(quotes_person=True).select_related("contributor").order_by("-waits", "-updated_at", "-pk")

    def to_review(self, person: "User") -> Self:
        """Submitted practices and revisions that this person may decide upon, the longest waiting first."""
        from networks.policies import facilitated_by
        from resources.policies import is_editor

        waiting = self.filter(state="submitted").exclude(self._by(person)).order_by("submitted_at", "pk")
        return waiting if is_editor(person) else waiting.filter(network__in=facilitated_by(person))

    def most_used(self) -> Self:
        """Those that were read or downloaded in the last three months, most first.

        Today does not count yet, so that the order changes at midnight only: stored pages stay true until then.
        """
        return self.with_numbers().filter(used__gt=0).order_by("-used", "-published_at", "-pk")

    def with_numbers(self) -> Self:
        """How often it was used in the last three months, today not counted, and how many reports of trying it has."""
        from resources.models import PracticeUse, Trial

        lately = PracticeUse.objects.filter(practice=OuterRef("pk"), **used_lately()).order_by().values("practice")
        used = lately.annotate(times=Sum(F("reads") + F("downloads"))).values("times")
        told = Trial.objects.filter(practice=OuterRef("pk"), state="published").order_by().values("practice")
        tried = told.annotate(number=Count("pk")).values("number")
        return self.annotate(used=Coalesce(Subquery(used), 0), tried=Coalesce(Subquery(tried), 0))

    def with_facts(self) -> Self:
        """Everything a card or a page shows, in a fixed number of queries."""
        return self.select_related("network", "school", "contributor", "revises", "revision").prefetch_related(
            "themes", "tags"
        )

    def with_authors(self) -> Self:
        """With who agreed to be named beside the contributor."""
        return self.prefetch_related("coauthors__person")

    def with_materials(self) -> Self:
        return self.prefetch_related(Prefetch("materials"))

    def with_words_of_files(self) -> Self:
        return self.prefetch_related("materials__extracted")

    def counting_materials(self) -> Self:
        """The number of materials along; counting groups the rows, which undoes the model's own order."""
        counted = self.annotate(material_count=Count("materials"))
        return counted if self.query.order_by else counted.order_by("-published_at", "-pk")


class MaterialQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: "User | AnonymousUser") -> Self:
        """The materials of the practices that the user may see."""
        from resources.models import Practice

        return self.filter(practice__in=Practice.objects.visible_to(user))

    def with_pages(self) -> Self:
        """With the pictures of their first pages."""
        return self.select_related("first_page", "copied_from__first_page")

    def without_first_page(self) -> Self:
        """PDFs of which nobody has tried to draw the first page; kept files in revisions are copies and need none."""
        from resources.models import PDF

        return self.filter(content_type=PDF, first_page=None, copied_from=None).exclude(file="")
