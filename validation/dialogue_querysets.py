"""Which dialogues, places and reflections somebody may know of."""

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User


class DialogueQuerySet(models.QuerySet[Any]):
    def planned(self) -> Self:
        return self.filter(state=self.model.State.PLANNED)

    def reflected_on(self) -> Self:
        """Held, and the final reflections are not all in."""
        return self.filter(state=self.model.State.HELD, opened_at=None)

    def attended_by(self, person: Any) -> Self:
        """Those in which the person has a place; not any more who left, nor when it was called off."""
        from validation.models import DialoguePlace

        places = DialoguePlace.objects.filter(dialogue=OuterRef("pk"), person=person, left_at=None)
        return self.filter(Exists(places)).exclude(state=self.model.State.CANCELLED)

    def guided_by(self, person: Any) -> Self:
        return self.filter(facilitator=person).exclude(state=self.model.State.CANCELLED)

    def coordinated_by(self, person: Any) -> Self:
        """Those of programmes that the person coordinates; never one in which that person has or had a place."""
        from validation.models import DialoguePlace, Programme

        own = DialoguePlace.objects.filter(dialogue=OuterRef("pk"), person=person)
        programmes = Programme.objects.coordinated_by(person).values("pk")
        return self.filter(~Exists(own), version__programme__in=programmes)

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        """Those in which the person takes part, that the person guides or that the person coordinates."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        found = [rows(user).values("pk") for rows in (self.attended_by, self.guided_by, self.coordinated_by)]
        return self.filter(Q(pk__in=found[0]) | Q(pk__in=found[1]) | Q(pk__in=found[2]))

    def with_people(self) -> Self:
        """What news, calendars and pages tell of a dialogue, in a fixed number of queries."""
        from validation.models import DialoguePlace

        facts = ("person", "theme__theme", "theme__case__school__board", "theme__case__version__programme")
        places = DialoguePlace.objects.select_related(*facts)
        return self.select_related("version__programme", "facilitator").prefetch_related(Prefetch("places", places))

    def overlapping(self, starts_at: Any, ends_at: Any) -> Self:
        """Those that are planned for some of this time."""
        return self.planned().filter(starts_at__lt=ends_at, ends_at__gt=starts_at)


class PlaceQuerySet(models.QuerySet[Any]):
    def taken(self) -> Self:
        """Of who is still in it."""
        return self.filter(left_at=None)


class ReflectionQuerySet(models.QuerySet[Any]):
    def readable_by(self, reader: "User | AnonymousUser") -> Self:
        """The reader's own; all that were handed in, once they are opened, for the three and the facilitator.

        Nobody else reads any, the coordinator neither.
        """
        from validation.models import Dialogue, DialoguePlace

        if not reader.is_authenticated or not reader.is_active:
            return self.none()
        of_same = DialoguePlace.objects.filter(dialogue=OuterRef("place__dialogue"), person=reader, left_at=None)
        opened = Q(place__dialogue__opened_at__isnull=False) & Q(handed_in_at__isnull=False, place__left_at=None)
        there = Exists(of_same) | Q(place__dialogue__facilitator=reader)
        rows = self.exclude(place__dialogue__state=Dialogue.State.CANCELLED)
        return rows.filter(Q(place__person=reader, place__left_at=None) | (opened & there))
