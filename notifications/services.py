"""Telling people: into the inbox at once, by mail after the transaction."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from accounts.languages import without_language
from accounts.models import User
from core.texts import storable
from notifications import kinds
from notifications.delivery import Delivery
from notifications.models import DigestMoment, MailPreference, NamedPerson, Notification, PushDevice, Rest
from notifications.planning import plan
from notifications.push.sending import wanted_by
from notifications.querysets import NotificationQuerySet
from notifications.tasks import push_news, send_mails

BATCH = 50


_quiet: ContextVar[bool] = ContextVar("quiet", default=False)


@contextmanager
def quietly() -> Iterator[None]:
    """Nobody is told of what happens inside; for filling a site with examples or imported history."""
    token = _quiet.set(True)
    try:
        yield
    finally:
        _quiet.reset(token)


def is_quiet() -> bool:
    """Whether somebody works `quietly`; for mail that goes to people without an account."""
    return _quiet.get()


def notify(
    recipients: Iterable[User],
    kind: str,
    *,
    about: models.Model | None = None,
    url: str,
    params: Mapping[str, object] | None = None,
    known_to: User | None = None,
) -> None:
    """Tell each active recipient once: a row in the inbox now, mail when the transaction has committed or in a digest.

    Call it inside the transaction of what the news is about; leave out the person who did it. known_to: who did it, and
    still gets the mail, as a calendar goes by that: it is read already, and no device rings.
    url: an address on this site, such as get_absolute_url(), in any language. params: fills the kind's texts; give a
    person rather than a name, which then goes when that person's account does.
    Raises ValueError for an address of another site, KeyError for a kind that nobody registered.
    """
    if _quiet.get():
        return
    url = without_language(url)
    if not url.startswith("/") or not url_has_allowed_host_and_scheme(url, allowed_hosts=None):
        raise ValueError(f"Not an address on this site: {url}")
    known = {registered.key: registered for registered in kinds.registered()}[kind]
    people = {person.pk: person for person in recipients if person.is_active}
    plans = plan(people, known)
    named, words = _parted(params or {})
    knows, now = known_to.pk if known_to else None, timezone.now()
    rows = Notification.objects.bulk_create(
        Notification(
            recipient=person,
            kind=kind,
            params=words,
            url=url,
            content_type=ContentType.objects.get_for_model(about) if about else None,
            object_id=str(about.pk) if about else None,
            delivery=plans[pk].delivery,
            mail_due_at=plans[pk].due_at,
            held=plans[pk].held,
            read_at=now if pk == knows else None,
        )
        for pk, person in people.items()
        if plans[pk].delivery != Delivery.OFF
    )
    NamedPerson.objects.bulk_create(
        NamedPerson(notification=row, param=param, person=person) for row in rows for param, person in named.items()
    )
    _enqueue([row.pk for row in rows if row.delivery == Delivery.AT_ONCE and not row.held])
    on_devices = wanted_by({row.recipient_id for row in rows} - {knows})
    _enqueue([row.pk for row in rows if row.recipient_id in on_devices], push_news)


def _parted(params: Mapping[str, object]) -> tuple[dict[str, User], dict[str, str]]:
    """The people among the params, and the words."""
    named = {key: value for key, value in params.items() if isinstance(value, User)}
    words = {key: storable(str(value)) for key, value in params.items() if key not in named}
    return named, words


def _enqueue(pks: list[int], task: Any = send_mails) -> None:
    for start in range(0, len(pks), BATCH):
        # robust: the news is in the inbox already; when the queue is away the scheduler sends the mail later.
        transaction.on_commit(partial(task.enqueue, pks[start : start + BATCH]), robust=True)


def unread_count(person: User) -> int:
    """How many notifications the person has not read."""
    return Notification.objects.filter(recipient=person).unread().count()


def mark_read(*, person: User, notifications: Collection[int] | None = None) -> int:
    """Mark these of the person's own notifications as read, or all; returns how many were unread."""
    unread = Notification.objects.filter(recipient=person).unread()
    if notifications is not None:
        unread = unread.filter(pk__in=notifications)
    return unread.update(read_at=timezone.now())


def mark_read_about(*, person: User, about: models.Model) -> None:
    """The person has seen the thing itself: what the inbox said of it is no longer new."""
    mark_read_about_all(person=person, about=[about])


def mark_read_about_all(*, person: User, about: Collection[models.Model]) -> None:
    """The same of several things of one model."""
    if about:
        _about(*about).filter(recipient=person).unread().update(read_at=timezone.now())


def with_unread_news_about(about: models.Model, people: Collection[int], *, kind: str = "") -> set[int]:
    """Which of these people (ids) have news about it that they have not read yet; of one kind, or of any."""
    news = _about(about).filter(recipient__in=people).unread()
    return set((news.filter(kind=kind) if kind else news).values_list("recipient", flat=True))


def told_about(about: Collection[models.Model]) -> set[User]:
    """Everybody whose inbox has news about one of these things of one model."""
    return {row.recipient for row in _about(*about).select_related("recipient")} if about else set()


def reword(*, about: Collection[models.Model], recipients: Collection[User], params: Mapping[str, str]) -> None:
    """Give these words to what the inboxes of these people, and mail that still has to go out, say about the things."""
    if not about:
        return
    rows = [row for row in _about(*about).filter(recipient__in=recipients) if params.keys() <= row.params.keys()]
    for row in rows:
        row.params |= params
    Notification.objects.bulk_update(rows, ["params"])


def withdraw(*, person: User, about: Collection[models.Model]) -> None:
    """Take back what one person was told about these things of one model, also mail that still has to go out."""
    if about:
        _about(*about).filter(recipient=person).delete()


def _about(*about: models.Model) -> NotificationQuerySet:
    kind = ContentType.objects.get_for_model(about[0])
    return Notification.objects.filter(content_type=kind, object_id__in=[str(it.pk) for it in about])


def forget(person: User) -> None:
    """For somebody who ends the account: the inbox and the choices go, and with them mail that still had to go out."""
    Notification.objects.filter(recipient=person).delete()
    MailPreference.objects.filter(person=person).delete()
    DigestMoment.objects.filter(person=person).delete()
    Rest.objects.filter(person=person).delete()
    PushDevice.objects.filter(person=person).delete()
