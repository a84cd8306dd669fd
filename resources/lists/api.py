"""Own reading lists for programs."""

from typing import Annotated, Any

from django.db.models import OuterRef, Subquery
from django.http import HttpRequest
from ninja import Path, Query, Router, Schema, Status
from ninja.decorators import decorate_view
from pydantic import Field

from core.access import guarded
from core.api import PageQuery, idempotent, page_of, paginate, problems
from resources.lists import services
from resources.lists.policies import get_list_for
from resources.models import Kept, Practice, ReadingList
from resources.policies import get_practice_by_id_for
from resources.schemas import Id, Text

router = Router(tags=["practices"])
ListId = Annotated[Id, Path()]


class ListIn(Schema):
    name: Annotated[Text, Field(min_length=1, max_length=100)]


class ListOut(Schema):
    id: int
    name: str
    number: int = 0


class ListedPracticeOut(Schema):
    """A practice on a list, as long as it is published."""

    id: int
    slug: str
    title: str
    url: str

    @staticmethod
    def resolve_url(obj: Practice) -> str:
        return obj.get_absolute_url()


@router.get("/me/reading-lists", response=page_of(ListOut), summary="My reading lists")
@guarded("own lists only")
def reading_lists(request: HttpRequest, page: Query[PageQuery]) -> dict[str, Any]:
    return paginate(ReadingList.objects.of(request.user), page)


@router.post("/me/reading-lists", response={201: ListOut, **problems(409)}, summary="Make a reading list")
@decorate_view(idempotent)
@guarded("own lists only")
def make(request: HttpRequest, body: ListIn) -> Status[ReadingList]:
    made = services.make_list(person=request.user, name=body.name)
    return Status(201, get_list_for(request.user, made.pk))


@router.delete("/me/reading-lists/{list}", response={204: None, **problems(404)}, summary="Throw a list away")
@guarded("resources.keep_list")
def drop(request: HttpRequest, list: ListId) -> Status[None]:
    services.drop_list(list_=get_list_for(request.user, list), by=request.user)
    return Status(204, None)


@router.get(
    "/me/reading-lists/{list}/practices",
    response={200: page_of(ListedPracticeOut), **problems(404)},
    summary="On a list",
)
@guarded("resources.keep_list")
def kept(request: HttpRequest, list: ListId, page: Query[PageQuery]) -> dict[str, Any]:
    """Those that are published now, the last kept first."""
    places = Kept.objects.filter(list=get_list_for(request.user, list), practice=OuterRef("pk")).values("pk")
    practices = Practice.objects.published().annotate(place=Subquery(places)).exclude(place=None).order_by("-place")
    return paginate(practices.select_related("revises"), page)


@router.put(
    "/me/reading-lists/{list}/practices/{practice}", response={204: None, **problems(403, 404, 409)}, summary="Keep one"
)
@guarded("resources.keep_list")
def keep(request: HttpRequest, list: ListId, practice: Annotated[str, Path()]) -> Status[None]:
    services.put_on(
        list_=get_list_for(request.user, list), by=request.user, practice=get_practice_by_id_for(request.user, practice)
    )
    return Status(204, None)


@router.delete(
    "/me/reading-lists/{list}/practices/{practice}", response={204: None, **problems(404)}, summary="Take one off"
)
@guarded("resources.keep_list")
def take_off(request: HttpRequest, list: ListId, practice: Annotated[str, Path()]) -> Status[None]:
    """Also one that is not in the library any more."""
    own = get_list_for(request.user, list)
    place = own.kept.filter(practice__in=Practice.objects.named(practice)).first()
    if place is None:
        get_practice_by_id_for(request.user, practice)
    else:
        services.take_off(list_=own, by=request.user, kept=place.pk)
    return Status(204, None)
