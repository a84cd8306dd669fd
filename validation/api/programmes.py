from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Router, Status
from ninja.decorators import decorate_view

from core.access import guarded, public
from core.api import idempotent, problems
from core.errors import InvalidInput, NotFound
from schools.models import School
from validation import services
from validation.browsing import Offer, offers
from validation.models import Case
from validation.policies import get_programme_for
from validation.schemas.cases import CaseOut
from validation.schemas.programmes import CaseIn, ProgrammeOut

PARTS = ("themes", "sections", "requirements", "steps", "fees")
router = Router(tags=["validation"])


@router.get("/validation/programmes", auth=None, response=list[ProgrammeOut])
@public
def list_programmes(request: HttpRequest) -> list[dict[str, Any]]:
    """What can be validated, each with the rules under which somebody starts now."""
    return [_told(offer) for offer in offers()]


@router.get("/validation/programmes/{slug}", auth=None, response={200: ProgrammeOut, **problems(404)})
@public
def read_programme(request: HttpRequest, slug: str) -> dict[str, Any]:
    """One programme."""
    for offer in offers():
        if offer.programme.slug == slug:
            return _told(offer)
    raise NotFound


@router.post("/validation/programmes/{slug}/cases", response={201: CaseOut, **problems(403, 404, 409)})
@decorate_view(idempotent)
@guarded("signed in")
def start_case(request: HttpRequest, slug: str, body: CaseIn) -> Status:
    """Begin, under the newest rules; they stay those of this case."""
    programme = get_programme_for(request.user, slug)
    version = services.newest_published(programme)
    themes = list(version.themes.filter(pk__in=body.themes)) if version else []
    if len(themes) != len(set(body.themes)):
        raise InvalidInput(errors={"themes": [_("This theme is not of your programme.")]})
    school = School.objects.of(request.user).filter(brin=body.school).first()
    if school is None:
        raise InvalidInput(errors={"school": [_("Choose a school where you work.")]})
    facts: dict[str, Any] = {"purchase_number": body.purchase_number}
    case = services.start_case(programme=programme, person=request.user, school=school, themes=themes, **facts)
    return Status(201, Case.objects.with_facts().get(pk=case.pk))


def _told(offer: Offer) -> dict[str, Any]:
    programme, version = offer.programme, offer.version
    return {
        "slug": programme.slug,
        "route": programme.route,
        "title": programme.label,
        "organisation": programme.organisation,
        "open": programme.is_open,
        "version": version.number,
        "summary": version.worded_summary,
        "talk_minutes": version.talk_minutes,
        "themes_at_once": version.themes_at_once,
        **{name: list(getattr(version, name).all()) for name in PARTS},
    }
