from datetime import datetime
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from core.access import guarded
from core.api import PageQuery, page_of, paginate, problems
from notifications import choosing, services
from notifications.models import Notification
from notifications.planning import rest_of
from notifications.push.api import router as push_router

router = Router(tags=["notifications"])
router.add_router("", push_router)
Id = Annotated[int, Field(ge=1, le=2**63 - 1)]


class NotificationOut(Schema):
    """One piece of news; `url` leads, on this site, to what it is about."""

    id: int
    kind: str
    title: str
    text: str
    url: str
    created_at: datetime
    read_at: datetime | None


class NotificationQuery(PageQuery):
    """All of the person's notifications, or only the unread ones."""

    unread: bool = False


class ReadIn(Schema):
    """Which notifications to mark as read; without `ids` all of them."""

    ids: list[Id] | None = Field(None, max_length=1000)


class UnreadOut(Schema):
    """How many notifications are unread now."""

    unread: int


class MailRest(Schema):
    """When the person wants no mail. The hours are those of the clock in the Netherlands; both or none."""

    quiet_from: int | None = Field(None, ge=0, le=23)
    quiet_until: int | None = Field(None, ge=0, le=23)
    region: str = Field("", max_length=20, description="Whose school holidays are without mail: north, middle, south")


@router.get("/me/notifications", response=page_of(NotificationOut), summary="My notifications, unread ones first")
@guarded("own notifications only")
def own_notifications(request: HttpRequest, query: Query[NotificationQuery]) -> dict[str, Any]:
    own = Notification.objects.filter(recipient=request.user).to_read().unread_first()
    return paginate(own.unread() if query.unread else own, query)


@router.post("/me/notifications/read", response=UnreadOut, summary="Mark my notifications as read")
@guarded("own notifications only")
def read_notifications(request: HttpRequest, body: ReadIn) -> dict[str, int]:
    services.mark_read(person=request.user, notifications=body.ids)
    return {"unread": services.unread_count(request.user)}


@router.get("/me/notifications/rest", response=MailRest, summary="When I want no mail")
@guarded("own choices only")
def own_rest(request: HttpRequest) -> Any:
    return rest_of(request.user)


@router.put("/me/notifications/rest", response={200: MailRest, **problems(422)}, summary="Choose when I want no mail")
@guarded("own choices only")
def change_rest(request: HttpRequest, body: MailRest) -> Any:
    choosing.choose_rest(person=request.user, **body.dict())
    return rest_of(request.user)
