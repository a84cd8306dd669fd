"""Co-authors for programs: asking, answering, taking off."""

from typing import Annotated, Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Path, Query, Router, Status
from ninja.decorators import decorate_view

from core.access import guarded
from core.api import PageQuery, idempotent, page_of, paginate, problems
from core.errors import InvalidInput, NotAllowed, NotFound
from resources.coauthors import services
from resources.coauthors.policies import can_invite, candidates_for, get_coauthor_of, get_own_invitation_for
from resources.coauthors.schemas import AgreementIn, CoAuthorIn, CoAuthorOut
from resources.models import Practice
from resources.policies import can_discuss, get_practice_by_id_for
from resources.schemas import Id, PracticeKey

router = Router(tags=["practices"])


@router.get(
    "/practices/{practice}/coauthors", response={200: page_of(CoAuthorOut), **problems(404)}, summary="Co-authors"
)
@guarded("resources.discuss_practice")
def coauthors(request: HttpRequest, practice: PracticeKey, page: Query[PageQuery]) -> Any:
    """Who is asked, and who agreed; readers find the latter in the practice."""
    found = get_practice_by_id_for(request.user, practice)
    if not can_discuss.test(request.user, found):
        raise NotFound
    return paginate(found.coauthors.standing().select_related("person"), page)


@router.post(
    "/practices/{practice}/coauthors", response={201: CoAuthorOut, **problems(403, 404, 409)}, summary="Ask a co-author"
)
@decorate_view(idempotent)
@guarded("resources.invite_coauthor")
def invite(request: HttpRequest, practice: PracticeKey, body: CoAuthorIn) -> Any:
    """The person is told, and named after saying yes."""
    found = _inviting(request, practice)
    person = candidates_for(found).filter(email__iexact=body.email).first()
    asked = found.coauthors.standing().filter(person__email__iexact=body.email).select_related("person").first()
    if person is None and asked is None:
        raise InvalidInput(errors={"email": [_("Choose somebody of your networks or your school.")]})
    made = asked or services.invite_coauthor(practice=found, person=person, by=request.user)
    return Status(201, made)


@router.put(
    "/practices/{practice}/coauthors/me", response={200: CoAuthorOut, **problems(403, 404)}, summary="Agree, or not"
)
@guarded("resources.answer_invitation")
def answer(request: HttpRequest, practice: Annotated[str, Path(description="The slug")], body: AgreementIn) -> Any:
    """Yes: named, and writing along. No, or no longer: neither."""
    found = get_own_invitation_for(request.user, practice)
    return services.answer_invitation(coauthor=found, by=request.user, agrees=body.agrees)


@router.delete(
    "/practices/{practice}/coauthors/{coauthor}", response={204: None, **problems(403, 404)}, summary="Take off"
)
@guarded("resources.invite_coauthor")
def remove(request: HttpRequest, practice: PracticeKey, coauthor: Annotated[Id, Path()]) -> Any:
    """Take the question back, or the name off."""
    found = _inviting(request, practice)
    services.remove_coauthor(coauthor=get_coauthor_of(found, coauthor), by=request.user)
    return Status(204, None)


def _inviting(request: HttpRequest, key: str) -> Practice:
    found = get_practice_by_id_for(request.user, key)
    if not can_invite.test(request.user, found):
        raise NotAllowed
    return found
