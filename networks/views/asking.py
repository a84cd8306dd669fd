"""The facilitator's own questions at sign-up: the list, and what can be done with each."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.access import signed_in
from networks import services
from networks.errors import HasAnswers, QuestionDepends
from networks.forms.sign_up_questions import SignUpQuestionForm
from networks.models import Network, SignUpQuestion
from networks.policies import get_cockpit_for, get_cockpit_to_change, get_sign_up_question_in
from networks.services.sign_up_questions import condition_of
from networks.views.forms import form_page, stored


@require_safe
@signed_in
def sign_up_questions(request: HttpRequest, slug: str) -> HttpResponse:
    """What the network asks besides the learning question, in order."""
    network = get_cockpit_for(request.user, slug)
    questions = list(_questions(network).annotate(number_of_answers=Count("answers")))
    lines = [(it, condition_of(it, questions)) for it in questions]
    context = {"network": network, "room": "cockpit", "lines": lines}
    return render(request, "networks/sign_up_questions.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def add_sign_up_question(request: HttpRequest, slug: str) -> HttpResponse:
    """One more question, below the others."""
    network = get_cockpit_to_change(request.user, slug)
    form = SignUpQuestionForm(request.POST or None, questions=list(_questions(network)))
    if form.is_valid() and stored(
        form, lambda: services.add_sign_up_question(network=network, by=request.user, **form.facts)
    ):
        messages.success(request, _("The question is added. Who signs up from now on answers it."))
        return redirect(network.sign_up_questions_url)
    return _form_page(request, network, form, _("A new question at sign-up"))


@require_http_methods(["GET", "POST"])
@signed_in
def change_sign_up_question(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Other words, another kind of answer, or another moment to ask it."""
    network = get_cockpit_to_change(request.user, slug)
    question = get_sign_up_question_in(network, pk)
    form = SignUpQuestionForm(request.POST or None, questions=list(_questions(network)), question=question)
    if form.is_valid() and stored(
        form, lambda: services.change_sign_up_question(question=question, by=request.user, **form.facts)
    ):
        messages.success(request, _("The question is stored."))
        return redirect(network.sign_up_questions_url)
    return _form_page(request, network, form, _("Change the question"))


@require_POST
@signed_in
def move_sign_up_question(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One place up, or else down."""
    network = get_cockpit_to_change(request.user, slug)
    question = get_sign_up_question_in(network, pk)
    up = request.POST.get("direction") == "up"
    return _done(request, network, lambda: services.move_sign_up_question(question=question, by=request.user, up=up))


@require_POST
@signed_in
def remove_sign_up_question(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Asked no more; only while nobody has answered it."""
    network = get_cockpit_to_change(request.user, slug)
    question = get_sign_up_question_in(network, pk)
    return _done(
        request,
        network,
        lambda: services.remove_sign_up_question(question=question, by=request.user),
        _("The question is removed."),
    )


def _questions(network: Network) -> Any:
    return SignUpQuestion.objects.filter(network=network).order_by("sort_order", "pk")


def _done(request: HttpRequest, network: Network, do: Callable[[], None], said: str = "") -> HttpResponse:
    """Back at the list, with what was done or why it cannot be."""
    try:
        do()
    except (HasAnswers, QuestionDepends) as error:
        messages.error(request, str(error))
    else:
        if said:
            messages.success(request, said)
    return redirect(network.sign_up_questions_url)


def _form_page(request: HttpRequest, network: Network, form: SignUpQuestionForm, title: str) -> HttpResponse:
    back = network.sign_up_questions_url
    return form_page(request, network, form, room="cockpit", title=title, submit=_("Store"), back=back)
