"""Practices for programs: the same doors and services as the pages."""

from typing import Annotated, Any

from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import File, Form, Path, Query, Router, Status
from ninja.decorators import decorate_view
from ninja.files import UploadedFile

from accounts.api_auth import optional
from core.access import guarded, public
from core.api import PageQuery, idempotent, paginate, problems
from core.errors import InvalidInput
from networks.models import Network, Theme
from resources import services
from resources.browsing import main_school, ordered, usual_sort
from resources.coauthors.api import router as coauthors_router
from resources.conversation.api import router as conversation_router
from resources.lists.api import router as lists_router
from resources.models import Practice, PracticeMaterial
from resources.permission.services import record_permission
from resources.policies import can_change, can_review, get_material_for, get_practice_by_id_for
from resources.quotes.api import router as quotes_router
from resources.saved.api import router as saved_router
from resources.schemas import (
    Id,
    LibraryOut,
    LibraryQuery,
    MaterialIn,
    MaterialOut,
    OwnPage,
    PracticeChangeIn,
    PracticeContentIn,
    PracticeIn,
    PracticeKey,
    PracticeOut,
    ReviewIn,
    SubmitIn,
)
from resources.searchable import PracticeSearchable
from resources.services.content import NOT_YOURS
from resources.tried.api import router as tried_router
from schools.models import School
from search.services import note_failed, search

router = Router(tags=["practices"])
for part in (quotes_router, conversation_router, coauthors_router, lists_router, saved_router, tried_router):
    router.add_router("", part)


@router.get("/practices", response=LibraryOut, auth=optional, summary="Search the library")
@public
def library(request: HttpRequest, query: Query[LibraryQuery]) -> dict[str, Any]:
    """Published practices only, whoever asks."""
    sort = query.sort or usual_sort(query.q)
    results = search(
        user=request.user,
        text=query.q,
        kinds=["practice"],
        facets=query.chosen(),
        limit=query.limit,
        offset=query.offset,
        **ordered(sort, query.q, main_school(request.user) if sort == "mine" else None),
    )
    if not results.total and query.q and not query.chosen() and not query.offset:
        note_failed(query.q)
    published = Practice.objects.published().filter(pk__in=[hit.object_id for hit in results.items])
    practices = {str(practice.pk): practice for practice in published.only(*HIT_FIELDS)}
    items = [_hit(hit, practices[hit.object_id]) for hit in results.items if hit.object_id in practices]
    facets = {name: results.facets.get(name, []) for name in PracticeSearchable.facets}
    return {"total": results.total, "items": items, "facets": facets, "engine": results.engine}


HIT_FIELDS = ("slug", "sector", "school_type", "published_at", "state", "revises_id")


def _hit(hit: Any, practice: Practice) -> dict[str, Any]:
    return {
        "id": practice.pk,
        "slug": practice.slug,
        "title": hit.title,
        "summary": hit.summary,
        "highlight": hit.highlight,
        "url": practice.get_absolute_url(),
        "sector": practice.sector,
        "school_type": practice.school_type,
        "tried": hit.data.get("tried", 0),
        "published_at": practice.published_at,
    }


@router.get("/practices/mine", response=OwnPage, summary="My own practices, in whatever state")
@guarded("own practices only")
def own_practices(request: HttpRequest, page: Query[PageQuery]) -> dict[str, Any]:
    own = Practice.objects.written_by(request.user).with_facts().order_by("-updated_at", "-pk")
    found = paginate(own, page)
    return found | {"items": [practice.latest for practice in found["items"]]}


@router.get(
    "/practices/{practice}", response={200: PracticeOut, **problems(404)}, auth=optional, summary="One practice"
)
@guarded("resources.see_practice")
def practice(request: HttpRequest, practice: PracticeKey) -> Practice:
    """What readers see; who works on it sees the newest text."""
    found = get_practice_by_id_for(request.user, practice)
    works_on_it = can_change.test(request.user, found) or can_review.test(request.user, found)
    return found.latest if works_on_it else found


@router.post("/practices", response={201: PracticeOut, **problems(403, 409)}, summary="Start a practice")
@decorate_view(idempotent)
@guarded("resources.contribute")
def create(request: HttpRequest, body: PracticeIn) -> Status[Practice]:
    """A draft may be incomplete: `missing` says what submitting asks."""
    made = services.create_practice(contributor=request.user, **_content(body))
    return Status(201, _fresh(made))


@router.patch(
    "/practices/{practice}", response={200: PracticeOut, **problems(403, 404, 409)}, summary="Change a practice"
)
@guarded("resources.rewrite_practice")
def change(request: HttpRequest, practice: PracticeKey, body: PracticeChangeIn) -> Practice:
    """Of a published practice the published text stays until the change is reviewed."""
    found = get_practice_by_id_for(request.user, practice)
    return _fresh(services.update_practice(practice=found, by=request.user, version=body.version, **_content(body)))


@router.post(
    "/practices/{practice}/submit", response={200: PracticeOut, **problems(403, 404, 409)}, summary="Submit for review"
)
@decorate_view(idempotent)
@guarded("resources.rewrite_practice")
def submit(request: HttpRequest, practice: PracticeKey, body: SubmitIn | None = None) -> Practice:
    """Answers 422 with `missing` while something compulsory is empty."""
    found = get_practice_by_id_for(request.user, practice)
    with transaction.atomic():
        submitted = services.submit_practice(practice=found, by=request.user)
        if body and body.permission_by.strip():
            record_permission(practice=submitted, by=request.user, given_by=body.permission_by)
    return _fresh(submitted)


@router.post("/practices/{practice}/review", response={200: PracticeOut, **problems(403, 404, 409)}, summary="Decide")
@decorate_view(idempotent)
@guarded("resources.judge_practice")
def review(request: HttpRequest, practice: PracticeKey, body: ReviewIn) -> Practice:
    """By a facilitator of its network or an editor, never by its contributor."""
    found = get_practice_by_id_for(request.user, practice)
    return _fresh(services.review_practice(practice=found, by=request.user, **body.dict()))


@router.post(
    "/practices/{practice}/withdraw", response={200: PracticeOut, **problems(403, 404, 409)}, summary="Withdraw"
)
@decorate_view(idempotent)
@guarded("resources.withdraw_practice")
def withdraw(request: HttpRequest, practice: PracticeKey) -> Practice:
    """Take it out of the library; the text is kept."""
    found = get_practice_by_id_for(request.user, practice)
    return _fresh(services.withdraw_practice(practice=found, by=request.user))


@router.post(
    "/practices/{practice}/materials",
    response={201: MaterialOut, **problems(403, 404, 409, 413)},
    summary="Add a file",
)
@decorate_view(idempotent)
@guarded("resources.rewrite_practice")
def add_material(
    request: HttpRequest,
    practice: PracticeKey,
    file: File[UploadedFile],
    about: Form[MaterialIn],
) -> Status[PracticeMaterial]:
    """A document, picture, sound or video of at most 25 MB."""
    found = get_practice_by_id_for(request.user, practice)
    return Status(201, services.add_material(practice=found, file=file, by=request.user, **about.dict()))


@router.delete(
    "/practices/{practice}/materials/{material}",
    response={204: None, **problems(403, 404)},
    summary="Remove a material",
)
@guarded("resources.rewrite_practice")
def remove_material(request: HttpRequest, practice: PracticeKey, material: Annotated[Id, Path()]) -> Status[None]:
    """Of a published practice it goes once the change is reviewed."""
    found = get_practice_by_id_for(request.user, practice)
    services.remove_material(material=get_material_for(request.user, material, of=found), by=request.user)
    return Status(204, None)


def _fresh(practice: Practice) -> Practice:
    return Practice.objects.with_facts().with_authors().with_materials().get(pk=practice.pk)


def _content(body: PracticeContentIn) -> dict[str, Any]:
    """The fields that were sent, with objects for slugs and BRIN numbers. Raises InvalidInput for unknown ones."""
    given = body.dict(exclude_unset=True, exclude={"version"})
    content = {name: value for name, value in given.items() if value is not None or name in {"first_year", "last_year"}}
    if "network" in given:
        content["network"] = _one(Network.objects.filter(slug=given["network"]), given["network"], "network")
    if "school" in given:
        content["school"] = _one(School.objects.filter(brin=given["school"]), given["school"], "school")
    if "themes" in content:
        content["themes"] = _themes(content["themes"])
    return content


def _one(found: Any, value: str | None, field: str) -> Any:
    """The object, or None for null. What is unknown is refused in the words used for what is not one's own."""
    if not value:
        return None
    if (one := found.first()) is None:
        raise InvalidInput(errors={field: [str(NOT_YOURS[field])]})
    return one


def _themes(slugs: list[str]) -> list[Theme]:
    themes = {theme.slug: theme for theme in Theme.objects.filter(slug__in=slugs)}
    if unknown := [slug for slug in slugs if slug not in themes]:
        raise InvalidInput(errors={"themes": [_("There is no theme %(slug)s.") % {"slug": slug} for slug in unknown]})
    return list(themes.values())
