from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Status

from core.access import guarded
from core.api import PageQuery, page_of, paginate, problems
from networks import services
from networks.evaluating import evaluation_of
from networks.models import Enrolment, EvaluationQuestion, Network
from networks.policies import get_cockpit_for, get_own_place_in, get_space_for
from networks.schemas.closing import EvaluationIn, EvaluationOut, EvaluationQuestionOut, shown

router = Router(tags=["networks"])


@router.get(
    "/networks/{slug}/evaluation/questions", response={200: page_of(EvaluationQuestionOut), **problems(403, 404)}
)
@guarded("networks.see_space")
def evaluation_questions(request: HttpRequest, slug: str, page: Query[PageQuery]) -> Any:
    """What participants are asked when the network ends, in order."""
    return paginate(EvaluationQuestion.objects.asked_in(get_space_for(request.user, slug)), page)


@router.get("/networks/{slug}/evaluation", response={200: EvaluationOut, **problems(403, 404)})
@guarded("networks.facilitate")
def show_evaluation(request: HttpRequest, slug: str) -> Any:
    """How many answered, and from four on what; never who gave which answer."""
    return _evaluation(get_cockpit_for(request.user, slug))


@router.post("/networks/{slug}/evaluation/open", response={200: EvaluationOut, **problems(403, 404, 409)})
@guarded("networks.facilitate")
def open_evaluation(request: HttpRequest, slug: str) -> Any:
    """Ask the participants; opening it twice asks nobody again."""
    network = get_cockpit_for(request.user, slug)
    return _evaluation(services.open_evaluation(network=network, by=request.user))


# Without Idempotency-Key: what it keeps would say who gave which answers. Answering twice is refused as it is.
@router.post("/networks/{slug}/evaluation/answers", response={204: None, **problems(403, 404, 409)})
@guarded("networks.see_space")
def evaluate(request: HttpRequest, slug: str, body: EvaluationIn) -> Status:
    """Answer once, without a name; what you answered cannot be changed. Takes no `Idempotency-Key`."""
    own = get_own_place_in(request.user, get_space_for(request.user, slug))
    services.evaluate(enrolment=own, answers={it.question: it.answer for it in body.answers})
    return Status(204, None)


def _evaluation(network: Network) -> dict[str, Any]:
    asked = Enrolment.objects.accepted().filter(network=network).count()
    return shown(network, evaluation_of(network), asked)
