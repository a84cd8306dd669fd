"""The devices on which one hears of news, through the API."""

from datetime import datetime
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Path, Router, Schema, Status
from pydantic import Field

from core.access import guarded
from core.api import problems
from notifications.push import devices, endpoints, keys

router = Router(tags=["notifications"])
Id = Annotated[int, Path(ge=1, le=2**63 - 1)]


class PushDeviceOut(Schema):
    id: int
    name: str
    created_at: datetime


class PushDevicesOut(Schema):
    key: str = Field(description="The site's public key (VAPID); empty where it sends no messages to devices")
    devices: list[PushDeviceOut]


class PushDeviceIn(Schema):
    """What a browser gives when it subscribes (PushSubscription)."""

    endpoint: str = Field(max_length=endpoints.LONGEST)
    p256dh: str = Field(max_length=100)
    auth: str = Field(max_length=50)


@router.get("/me/push-devices", response=PushDevicesOut, summary="The devices that show me that there is news")
@guarded("own devices only")
def own_devices(request: HttpRequest) -> Any:
    return {"key": keys.public_key() if keys.is_on() else "", "devices": devices.of(request.user)}


@router.post("/me/push-devices", response={201: PushDeviceOut, **problems()}, summary="Turn messages on for a device")
@guarded("own devices only")
def turn_on(request: HttpRequest, given: PushDeviceIn) -> Any:
    """The same endpoint again is the same device, of whoever turned it on last."""
    agent = request.headers.get("User-Agent", "")
    return Status(201, devices.turn_on(person=request.user, user_agent=agent, **given.dict()))


@router.delete("/me/push-devices/{device}", response={204: None, **problems()}, summary="Turn messages off")
@guarded("own devices only")
def turn_off(request: HttpRequest, device: Id) -> Any:
    """What is not there, or is somebody else's, stays as it is."""
    devices.turn_off(person=request.user, pk=device)
    return Status(204, None)
