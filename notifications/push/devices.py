"""The devices on which a person wants to hear of news."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.devices import device_name
from accounts.models import User
from core.errors import InvalidInput
from notifications.models import PushDevice
from notifications.push import endpoints, keys

MOST = 10


@transaction.atomic
def turn_on(*, person: User, endpoint: str, p256dh: str, auth: str, user_agent: str = "") -> PushDevice:
    """Tell the person on this device too; a device that is known follows who uses it now. Raises InvalidInput."""
    refused = InvalidInput(errors={"endpoint": [_("This browser cannot receive messages of this site.")]})
    try:
        endpoints.host_of(endpoint)
    except endpoints.NotPublic as error:
        raise refused from error
    if not keys.is_on() or not keys.are_keys(p256dh, auth):
        raise refused
    facts = {"person": person, "p256dh": p256dh, "auth": auth, "name": device_name(user_agent)[:100]}
    device, _is_new = PushDevice.objects.update_or_create(endpoint=endpoint, defaults=facts)
    kept = PushDevice.objects.filter(person=person).order_by("-pk").values("pk")[:MOST]
    PushDevice.objects.filter(person=person).exclude(pk__in=list(kept.values_list("pk", flat=True))).delete()
    return device


def of(person: User) -> list[PushDevice]:
    """The person's devices; none where the site sends nothing to any."""
    return list(PushDevice.objects.filter(person=person)) if keys.is_on() else []


def turn_off(*, person: User, pk: int) -> None:
    """Tell the person nothing more on this device; twice is once."""
    PushDevice.objects.filter(person=person, pk=pk).delete()


def exported(person: User) -> list[dict[str, Any]]:
    """The devices, by name, for the export of own data."""
    own = PushDevice.objects.filter(person=person).order_by("pk")
    return [{"name": it.name, "created_at": it.created_at} for it in own]
