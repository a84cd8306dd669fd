from collections import defaultdict
from collections.abc import Iterable

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.access import signed_in
from core.errors import DomainError, NotFound
from networks import services
from networks.agreements import agreed_by
from networks.forms.learning_questions import LearningQuestionForm
from networks.forms.obligations import NoteForm
from networks.hanging import things_at_questions
from networks.models import Agreement, Certificate, Enrolment, Network, Source, SupportRequest
from networks.obligations import ledger
from networks.policies import enrolment_of, get_own_place_in, get_space_for

REPORTED = {Agreement.Kind.EMBEDDING, Agreement.Kind.TIME}


@require_safe
@signed_in
def space(request: HttpRequest, slug: str) -> HttpResponse:
    """What participants come for: the next meeting, each other, the own question and what is asked."""
    network = get_space_for(request.user, slug)
    own = enrolment_of(request.user, network)
    prefetch_related_objects([network], "series__meetings")
    if own:
        own.network = network
    return render(
        request,
        "networks/space.html",
        {
            "network": network,
            "room": "space",
            "members": Enrolment.objects.accepted().filter(network=network).with_people().by_name(),
            "facilitators": network.facilitators.all(),
            "enrolment": own,
            "certificate": Certificate.objects.filter(enrolment=own).first() if own and network.is_archived else None,
            "obligations": ledger([own])[own.pk] if own else [],
        },
    )


@require_http_methods(["GET", "POST"])
@signed_in
def learning_question(request: HttpRequest, slug: str) -> HttpResponse:
    """The versions of the own learning question, and the form for the next one."""
    network, own = _own_place(request, slug)
    colleagues = Enrolment.objects.colleagues_of(own).with_question().by_name()
    form = LearningQuestionForm(request.POST or None, initial=_to_begin_with(own, colleagues, request))
    if form.is_valid():
        try:
            services.revise_learning_question(enrolment=own, **form.cleaned_data)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Your learning question is stored."))
            return redirect("networks:learning_question", slug)
    context = {
        "network": network,
        "room": "space",
        "enrolment": own,
        "form": form,
        "colleagues": colleagues,
        "sources": own.sources.with_address(),
        "things": things_at_questions(network, request.user).get(own.pk, []),
        "requests": SupportRequest.objects.filter(learning_question__enrolment=own).with_facts(),
    }
    return render(request, "networks/learning_question.html", context, status=422 if form.is_bound else 200)


def _to_begin_with(own: Enrolment, colleagues: Iterable[Enrolment], request: HttpRequest) -> dict[str, str]:
    """The own question as it is; or that of a colleague of the same school, to work on together."""
    taken = next((it for it in colleagues if str(it.pk) == request.GET.get("van")), None)
    if taken and taken.question:
        why = _("At our school we work on one question: %(name)s wrote it.") % {"name": taken.person.name}
        return {"text": taken.question, "what_changed": why}
    return {"text": own.learning_question.text if own.learning_question else ""}


@require_safe
@signed_in
def learning_questions(request: HttpRequest, slug: str) -> HttpResponse:
    """How every participant's question grew: the first and the present one side by side, and what changed between."""
    network = get_space_for(request.user, slug)
    members = Enrolment.objects.accepted().filter(network=network).with_people().by_name()
    sources: dict[int, list[Source]] = defaultdict(list)
    for source in Source.objects.of_participants().filter(enrolment__network=network).with_address():
        sources[source.enrolment_id].append(source)
    context = {
        "network": network,
        "room": "space",
        "members": members,
        "sources": sources,
        "things": things_at_questions(network, request.user),
    }
    return render(request, "networks/learning_questions.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def report(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Tell how one of the agreements is kept."""
    if kind not in REPORTED:
        raise NotFound
    network, own = _own_place(request, slug)
    form = NoteForm(request.POST or None)
    if form.is_valid():
        services.report_obligation(enrolment=own, kind=kind, text=form.cleaned_data["text"])
        messages.success(request, _("Thank you, your note is stored."))
        return redirect(network.space_url)
    obligation = next(each for each in ledger([own])[own.pk] if each.kind == kind)
    context = {
        "network": network,
        "room": "space",
        "obligation": obligation,
        "agreement": next((it.wording for it in agreed_by(own) if it.wording.point.kind == kind), None),
        "notes": own.obligation_notes.filter(kind=kind).order_by("-pk"),
        "form": form,
    }
    return render(request, "networks/report.html", context, status=422 if form.is_bound else 200)


def _own_place(request: HttpRequest, slug: str) -> tuple[Network, Enrolment]:
    network = get_space_for(request.user, slug)
    own = get_own_place_in(request.user, network)
    return network, own
