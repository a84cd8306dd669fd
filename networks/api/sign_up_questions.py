from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Router, Status
from ninja.decorators import decorate_view

from core.access import guarded
from core.api import PageQuery, idempotent, page_of, problems
from core.errors import InvalidInput
from networks import services
from networks.models import Network, SignUpQuestion
from networks.policies import get_cockpit_for, get_network_for, get_sign_up_question_to_run
from networks.schemas.sign_up_questions import MoveIn, SignUpQuestionIn, SignUpQuestionOut
from networks.schemas.types import RowId
from networks.services.sign_up_questions import condition_of

router = Router(tags=["networks"])


@router.get("/networks/{slug}/sign-up-questions", response={200: page_of(SignUpQuestionOut), **problems(404)})
@guarded("networks.enrol")
def sign_up_questions(request: HttpRequest, slug: str, page: Query[PageQuery]) -> Any:
    """What this network asks at sign-up besides the learning question, in order."""
    items = _asked(get_network_for(request.user, slug))
    return {"total": len(items), "items": items[page.offset : page.offset + page.limit]}


@router.post("/networks/{slug}/sign-up-questions", response={201: SignUpQuestionOut, **problems(403, 404, 409)})
@decorate_view(idempotent)
@guarded("networks.facilitate")
def add_sign_up_question(request: HttpRequest, slug: str, body: SignUpQuestionIn) -> Status:
    """One more question, after the others."""
    network = get_cockpit_for(request.user, slug)
    made = services.add_sign_up_question(network=network, by=request.user, **_facts(network, body))
    return Status(201, _one(made))


@router.put("/sign-up-questions/{pk}", response={200: SignUpQuestionOut, **problems(403, 404, 409)})
@guarded("networks.facilitate")
def change_sign_up_question(request: HttpRequest, pk: RowId, body: SignUpQuestionIn) -> Any:
    """Answers that were given stay with the question as it was."""
    question = get_sign_up_question_to_run(request.user, pk)
    facts = _facts(question.network, body)
    return _one(services.change_sign_up_question(question=question, by=request.user, **facts))


@router.post("/sign-up-questions/{pk}/move", response={200: SignUpQuestionOut, **problems(403, 404, 409)})
@guarded("networks.facilitate")
def move_sign_up_question(request: HttpRequest, pk: RowId, body: MoveIn) -> Any:
    """Let it change places with the one before or after it; at the end of the list nothing changes."""
    question = get_sign_up_question_to_run(request.user, pk)
    services.move_sign_up_question(question=question, by=request.user, up=body.direction == "up")
    return _one(question)


@router.delete("/sign-up-questions/{pk}", response={204: None, **problems(403, 404, 409)})
@guarded("networks.facilitate")
def remove_sign_up_question(request: HttpRequest, pk: RowId) -> Status:
    """Only while nobody has answered it, and no other question depends on it."""
    services.remove_sign_up_question(question=get_sign_up_question_to_run(request.user, pk), by=request.user)
    return Status(204, None)


def _facts(network: Network, body: SignUpQuestionIn) -> dict[str, Any]:
    facts = body.dict(exclude={"options", "options_en"})
    facts |= {"choices": "\n".join(body.options), "choices_en": "\n".join(body.options_en)}
    if body.only_after is not None:
        facts["only_after"] = network.sign_up_questions.filter(pk=body.only_after).first()
        if facts["only_after"] is None:
            raise InvalidInput(errors={"only_after": [_("Choose an earlier question of this network.")]})
    return facts


def _one(question: SignUpQuestion) -> dict[str, Any]:
    return next(it for it in _asked(question.network) if it["id"] == question.pk)


def _asked(network: Network) -> list[dict[str, Any]]:
    questions = list(SignUpQuestion.objects.filter(network=network).order_by("sort_order", "pk"))
    return [_shown(question, condition_of(question, questions)) for question in questions]


def _shown(question: SignUpQuestion, earlier: SignUpQuestion | None) -> dict[str, Any]:
    return {
        "id": question.pk,
        "text": question.label,
        "help_text": question.explanation,
        "kind": question.kind,
        "options": question.options,
        "labels": [label for _kept, label in question.worded_options],
        "required": question.required,
        "only_after": earlier.pk if earlier else None,
        "only_after_answer": question.only_after_answer,
    }
