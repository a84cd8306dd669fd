"""Whom a small group tells of what."""

from django.urls import reverse

from accounts.models import User
from community.models import SmallGroup
from community.policies import people_in
from notifications.services import mark_read_about, notify


def invited(group: SmallGroup, person: User, by: User) -> None:
    _tell(group, [person], "group.invited", by)


def placed(group: SmallGroup, person: User, by: User) -> None:
    """The person hears of it, and those who were there already hear who comes in."""
    _tell(group, [person], "group.placed", by)
    joined(group, person, but=by)


def joined(group: SmallGroup, person: User, but: User | None = None) -> None:
    """Who is in the group hears who else reads along from now on."""
    others = people_in(group.network, group).exclude(pk__in=[person.pk, but.pk if but else person.pk])
    started = group.threads.exists()
    if started:
        _tell(group, list(others), "group.joined", person)


def answered(group: SmallGroup, person: User) -> None:
    """The invitation is no news any more."""
    mark_read_about(person=person, about=group)


def declined(group: SmallGroup, person: User, inviter: User | None) -> None:
    if inviter and people_in(group.network, group).filter(pk=inviter.pk).exists():
        _tell(group, [inviter], "group.declined", person)


def removed(group: SmallGroup, person: User, by: User) -> None:
    url = reverse("community:groups", args=[group.network.slug])
    notify([person], "group.removed", url=url, params=_params(group, by))


def turned(group: SmallGroup, by: User) -> None:
    others = list(people_in(group.network, group).exclude(pk=by.pk))
    _tell(group, others, "group.closed" if group.is_closed else "group.reopened", by)


def _tell(group: SmallGroup, people: list[User], kind: str, name: User) -> None:
    notify(people, kind, about=group, url=group.get_absolute_url(), params=_params(group, name))


def _params(group: SmallGroup, name: User) -> dict[str, object]:
    return {"name": name, "group": group.name, "network": group.network.title}
