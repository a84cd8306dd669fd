"""What validation brings its participant: talks, certificates, register points, and what it costs."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Status
from ninja.decorators import decorate_view

from core.access import guarded
from core.api import PageQuery, idempotent, page_of, paginate, problems
from networks.schemas.types import RowId
from validation import services
from validation.models import Due, FormalLearning, Talk, ThemeCertificate
from validation.schemas.outcomes import (
    DueOut,
    LearningIn,
    LearningOut,
    OwnTalkOut,
    PointsOut,
    RegistrationIn,
    ShownIn,
    ThemeCertificateOut,
)
from validation.talk_policies import get_own_certificate_for, get_own_learning_for
from validation.wallet import Wallet, wallet_of

router = Router(tags=["validation"])
SIGNED_IN = "signed in"


@router.get("/validation/talks", response={200: page_of(OwnTalkOut)})
@guarded(SIGNED_IN)
def list_own_talks(request: HttpRequest, page: Query[PageQuery]) -> Any:
    """Talks about your own portfolios, the newest first."""
    return paginate(Talk.objects.filter(case__person=request.user).with_people(), page)


@router.get("/validation/certificates", response={200: page_of(ThemeCertificateOut)})
@guarded(SIGNED_IN)
def list_own_certificates(request: HttpRequest, page: Query[PageQuery]) -> Any:
    """Your certificates, the newest first; revoked ones too."""
    return paginate(ThemeCertificate.objects.filter(theme__case__person=request.user), page)


@router.put("/validation/certificates/{pk}/shown", response={200: ThemeCertificateOut, **problems(403, 404)})
@guarded("validation.talk_policies.get_own_certificate_for")
def choose_shown(request: HttpRequest, pk: RowId, body: ShownIn) -> ThemeCertificate:
    """Choose what anybody sees who checks the number."""
    own = get_own_certificate_for(request.user, pk)
    return services.choose_shown(certificate=own, by=_person(request), shown=body.shown)


@router.get("/validation/points", response={200: PointsOut})
@guarded(SIGNED_IN)
def read_points(request: HttpRequest) -> Wallet:
    """Your register points, with where they come from."""
    return wallet_of(request.user)


@router.put("/validation/points/registration", response={200: PointsOut})
@guarded(SIGNED_IN)
def set_registration(request: HttpRequest, body: RegistrationIn) -> Wallet:
    """Note until when you are registered."""
    services.set_registration(by=_person(request), until=body.until)
    return wallet_of(request.user)


@router.post("/validation/points/learning", response={201: LearningOut})
@decorate_view(idempotent)
@guarded(SIGNED_IN)
def note_learning(request: HttpRequest, body: LearningIn) -> Status:
    """Note points from elsewhere."""
    return Status(201, services.note_learning(by=_person(request), **body.dict()))


@router.delete("/validation/points/learning/{pk}", response={204: None, **problems(403, 404)})
@guarded("validation.talk_policies.get_own_learning_for")
def remove_learning(request: HttpRequest, pk: RowId) -> Status:
    """Take what you noted off the list."""
    own: FormalLearning = get_own_learning_for(request.user, pk)
    services.remove_learning(learning=own, by=_person(request))
    return Status(204, None)


@router.get("/validation/costs", response={200: page_of(DueOut)})
@guarded(SIGNED_IN)
def list_costs(request: HttpRequest, page: Query[PageQuery]) -> Any:
    """What your portfolios cost, and how far each amount is."""
    return paginate(Due.objects.filter(case__person=request.user), page)


def _person(request: HttpRequest) -> Any:
    return request.user
