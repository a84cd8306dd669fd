"""How small groups are read."""

from typing import Any

from django.db import models
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce


class SmallGroupQuerySet(models.QuerySet):
    def of(self, person: Any) -> "SmallGroupQuerySet":
        """Those in which the person is a member."""
        return self.filter(Exists(_places_of(person, OuterRef("pk"), state="member")))

    def inviting(self, person: Any) -> "SmallGroupQuerySet":
        """Those that wait for the person's answer."""
        return self.filter(Exists(_places_of(person, OuterRef("pk"), state="invited")), closed_at=None)

    def waiting_for(self, person: Any) -> "SmallGroupQuerySet":
        """Those that wait for the person: to answer an invitation, or to read what is new."""
        from community.models import Thread

        unread = Thread.objects.in_groups_of(person).unread_by(person).filter(group=OuterRef("pk"))
        invited = _places_of(person, OuterRef("pk"), state="invited")
        return self.filter(Exists(unread) | Exists(invited) & Q(closed_at=None))

    def with_news_for(self, person: Any) -> "SmallGroupQuerySet":
        """Adds `unread_count`: conversations with messages that the person has not read."""
        from community.models import Thread

        unread = Thread.objects.in_groups_of(person).unread_by(person).filter(group=OuterRef("pk"))
        counted = unread.order_by().values("group").annotate(n=Count("pk")).values("n")
        return self.annotate(unread_count=Coalesce(Subquery(counted), 0))

    def known_to(self, person: Any, *, facilitates: bool) -> "SmallGroupQuerySet":
        """Those that the person may know of: the own ones and invitations, or all for who facilitates the network."""
        return self if facilitates else self.filter(Exists(_places_of(person, OuterRef("pk"))))

    def with_people(self) -> "SmallGroupQuerySet":
        from community.models import GroupPlace

        return self.prefetch_related(Prefetch("places", GroupPlace.objects.select_related("person", "invited_by")))


def _places_of(person: Any, group: Any, **fields: Any) -> models.QuerySet[Any]:
    from community.models import GroupPlace

    return GroupPlace.objects.filter(group=group, person=person, **fields)


def of_own_groups(person: Any, group: str) -> Q:
    """For rows that may belong to a group: those of no group, and those of the person's own. group: the field's path.

    This is the one rule of who reads what is said in a small group.
    """
    return Q(**{group: None}) | Q(Exists(_places_of(person, OuterRef(group), state="member")))
