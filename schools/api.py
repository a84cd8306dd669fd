from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field, Query, Router, Schema, Status

from accounts.api_auth import optional
from accounts.models import User
from core.access import guarded, public
from core.api import PageQuery, page_of, paginate, problems
from core.doors import found_in
from schools import services
from schools.models import Employment, School

router = Router(tags=["schools"])


class SchoolOut(Schema):
    """A school of the person: the facts that `GET me` names."""

    brin: str
    name: str
    sector: str


class SchoolDetail(SchoolOut):
    """A school or a location of one."""

    place: str
    board: str | None = Field(None, alias="board.name")


class SchoolQuery(PageQuery):
    """Words that BRIN, name, place or board must hold; without them all schools."""

    q: str = Field("", max_length=100)


class EmploymentIn(Schema):
    """What the person does there."""

    job: str = Field("", max_length=100)


class EmploymentOut(Schema):
    """Where a person works now."""

    school: SchoolOut
    job: str
    primary: bool


def own_schools(person: User) -> QuerySet[School]:
    """For `GET me`, the primary one first."""
    return School.objects.of(person)


@router.get("/schools", auth=optional, response=page_of(SchoolDetail), summary="Find schools")
@public
def schools(request: HttpRequest, query: Query[SchoolQuery]) -> dict[str, Any]:
    found = School.objects.matching(query.q) if query.q.strip() else School.objects.all()
    return paginate(found.select_related("board"), query)


@router.put("/me/schools/{brin}", response={200: EmploymentOut, **problems(404, 409)}, summary="I work at this school")
@guarded("oneself only")
def start_employment(request: HttpRequest, brin: str, body: EmploymentIn) -> Employment:
    return services.start_employment(person=request.user, school=services.get_school(brin), job=body.job)


@router.put(
    "/me/schools/{brin}/primary", response={200: EmploymentOut, **problems(404)}, summary="This is my main school"
)
@guarded("oneself only")
def choose_primary(request: HttpRequest, brin: str) -> Employment:
    chosen = _running(request.user, brin)
    services.choose_primary(employment=chosen)
    return chosen


@router.delete("/me/schools/{brin}", response={204: None, **problems(404)}, summary="I no longer work at this school")
@guarded("oneself only")
def end_employment(request: HttpRequest, brin: str) -> Status:
    services.end_employment(employment=_running(request.user, brin))
    return Status(204, None)


def _running(person: User, brin: str) -> Employment:
    """The person's own employment at this school. Raises NotFound, SchoolUnknown."""
    return found_in(Employment.objects.running().filter(person=person, school=services.get_school(brin)))
