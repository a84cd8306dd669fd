from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Status
from ninja.decorators import decorate_view

from core.access import guarded
from core.api import PageQuery, idempotent, page_of, paginate, problems
from networks import services
from networks.models import Enrolment
from networks.policies import get_own_place_in, get_space_for
from networks.schemas.learning_questions import GrownQuestionOut, LearningQuestionIn, LearningQuestionOut

router = Router(tags=["networks"])


@router.get("/networks/{slug}/learning-questions", response={200: page_of(GrownQuestionOut), **problems(403, 404)})
@guarded("networks.see_space")
def list_learning_questions(request: HttpRequest, slug: str, page: Query[PageQuery]) -> Any:
    """Of each participant all versions: the first and the newest show how the question grew."""
    network = get_space_for(request.user, slug)
    return paginate(Enrolment.objects.accepted().filter(network=network).with_people().by_name(), page)


@router.post("/networks/{slug}/learning-questions", response={201: LearningQuestionOut, **problems(403, 404, 409)})
@decorate_view(idempotent)
@guarded("networks.see_space")
def revise_learning_question(request: HttpRequest, slug: str, body: LearningQuestionIn) -> Status:
    """Store the next version of your own question; the same text again makes none."""
    own = get_own_place_in(request.user, get_space_for(request.user, slug))
    return Status(201, services.revise_learning_question(enrolment=own, **body.dict()))
