"""Saved searches for programs."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Path, Query, Router, Status
from ninja.decorators import decorate_view

from core.access import guarded
from core.api import PageQuery, idempotent, page_of, paginate, problems
from resources.models import SavedSearch
from resources.saved import services
from resources.saved.policies import get_saved_for
from resources.saved.schemas import SavedSearchChangeIn, SavedSearchIn, SavedSearchOut
from resources.schemas import Id

router = Router(tags=["practices"])
SavedId = Annotated[Id, Path()]


@router.get("/me/saved-searches", response=page_of(SavedSearchOut), summary="The searches that I keep")
@guarded("own searches only")
def saved_searches(request: HttpRequest, page: Query[PageQuery]) -> dict[str, Any]:
    return paginate(SavedSearch.objects.of(request.user), page)


@router.post("/me/saved-searches", response={201: SavedSearchOut, **problems(409)}, summary="Keep a search")
@decorate_view(idempotent)
@guarded("own searches only")
def keep(request: HttpRequest, body: SavedSearchIn) -> Status[SavedSearch]:
    """At most 20; news of it comes as the person chose. The same question again answers the one that is kept."""
    facets = body.chosen()
    return Status(201, services.keep_search(person=request.user, name=body.name, text=body.q.strip(), facets=facets))


@router.patch("/me/saved-searches/{search}", response={200: SavedSearchOut, **problems(404)}, summary="Pause or rename")
@guarded("resources.keep_search")
def change(request: HttpRequest, search: SavedId, body: SavedSearchChangeIn) -> SavedSearch:
    found = get_saved_for(request.user, search)
    return services.change_search(search=found, by=request.user, **body.dict(exclude_unset=True))


@router.delete("/me/saved-searches/{search}", response={204: None, **problems(404)}, summary="Throw a search away")
@guarded("resources.keep_search")
def drop(request: HttpRequest, search: SavedId) -> Status[None]:
    services.drop_search(search=get_saved_for(request.user, search), by=request.user)
    return Status(204, None)
