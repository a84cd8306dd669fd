"""Telling devices that there is something new. What it is, one reads on this site."""

import json
from collections.abc import Collection, Iterable

import structlog
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.models import User
from notifications.delivery import MAILED
from notifications.mail import may_be_mailed
from notifications.models import Notification, PushDevice, Rest
from notifications.planning import rests_of
from notifications.push import endpoints, keys
from notifications.resting import after_rest, periods_for

log = structlog.get_logger(__name__)
GONE = {404, 410}


def wanted_by(people: Collection[int]) -> set[int]:
    """Which of these people (ids) hear of news on a device; nobody where the site has no keys."""
    if not keys.is_on():
        return set()
    return set(PushDevice.objects.filter(person__in=people).values_list("person", flat=True))


def push(pks: Iterable[int]) -> int:
    """Tell the devices of those whom these notifications are for; returns how many took it.

    Who rests now, has read it already, may not know of it any more, or wants it in the inbox alone is told nothing.
    """
    rows = list(
        Notification.objects.filter(pk__in=list(pks), read_at=None, delivery__in=MAILED).select_related("recipient")
    )
    resting = _resting({row.recipient_id for row in rows})
    told = [row for row in rows if row.recipient_id not in resting and may_be_mailed(row)]
    by_person: dict[int, list[PushDevice]] = {}
    for device in PushDevice.objects.filter(person__in={row.recipient_id for row in told}):
        by_person.setdefault(device.person_id, []).append(device)
    return sum(_send(device, row) for row in told for device in by_person.get(row.recipient_id, []))


def _resting(people: set[int]) -> set[int]:
    now, rests = timezone.now(), rests_of(people)
    periods = periods_for(rests.values(), now)
    return {pk for pk in people if after_rest(now, rests.get(pk) or Rest(), periods) > now}


def _send(device: PushDevice, row: Notification) -> bool:
    content = json.dumps(words_of(row, row.recipient)).encode()
    try:
        sealed = keys.sealed(content, device.endpoint, p256dh=device.p256dh, auth=device.auth)
        status = endpoints.post(device.endpoint, sealed.encrypted, dict(sealed.headers))
    except endpoints.NotPublic:
        status = 410  # it was public once; whoever moved it inwards gets nothing
    except OSError as error:
        log.warning("push_failed", device=device.pk, error=type(error).__name__)
        return False
    if status in GONE:
        PushDevice.objects.filter(pk=device.pk).delete()
    return 200 <= status < 300


def words_of(row: Notification, reader: User) -> dict[str, str]:
    """Nothing that others may not read over a shoulder: the network, and a link that asks to sign in."""
    network = row.params.get("network", "")
    with translation.override(reader.language):
        title = _("New in %(network)s") % {"network": network} if network else _("There is news for you")
        return {"title": title, "url": reverse("notifications:follow", args=[row.pk])}
