"""Extra support: confidential between the school, the facilitators and the organisation."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.access import signed_in
from core.errors import NotFound
from core.files import download
from networks import services
from networks.forms.support import AskForSupportForm, EvaluateSupportForm, HandleSupportForm, SupportMessageForm
from networks.models import Enrolment, SupportRequest
from networks.policies import enrolment_of, get_own_place_in, get_space_for, get_space_to_change
from networks.services.archiving import require_open
from networks.support_policies import (
    get_support_file_for,
    get_support_request_for,
    get_support_request_to_run,
    handles,
)
from networks.views.forms import form_page, status_of, stored


@never_cache
@require_safe
@signed_in
def support(request: HttpRequest, slug: str) -> HttpResponse:
    """What the reader may know of, open ones first: those of the own school, or all for who handles them."""
    network = get_space_for(request.user, slug)
    own = enrolment_of(request.user, network)
    known = SupportRequest.objects.visible_to(request.user).filter(network=network).with_facts()
    found = sorted(known, key=lambda it: it.is_done)
    takes_part = own is not None and own.state == Enrolment.State.ACCEPTED
    context = {
        "network": network,
        "room": "support",
        "requests": found,
        "handles": handles(request.user, network),
        "may_ask": own is not None
        and takes_part
        and not any(it.school_id == own.school_id and not it.is_done for it in found),
    }
    return render(request, "networks/support/list.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
def ask_for_support(request: HttpRequest, slug: str) -> HttpResponse:
    """A participant asks for the own school."""
    network = get_space_to_change(request.user, slug)
    own = get_own_place_in(request.user, network)
    form = AskForSupportForm(request.POST or None, request.FILES or None, initial={"key": uuid.uuid4()})
    made = (
        stored(
            form,
            lambda: services.ask_for_support(enrolment=own, subject=form.cleaned_data["subject"], **form.message),
        )
        if form.is_valid()
        else None
    )
    if made:
        messages.success(request, _("Your request is filed. You hear from us."))
        return redirect(made.url)
    context = {"network": network, "room": "support", "form": form, "school": own.school}
    return render(request, "networks/support/ask.html", context, status=status_of(form))


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
def support_request(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One request with all that was said; posting the form adds a message."""
    found = _request(request, slug, pk)
    form = SupportMessageForm(request.POST or None, request.FILES or None, initial={"key": uuid.uuid4()})
    by_school = not handles(request.user, found.network)
    if form.is_valid() and stored(
        form,
        lambda: services.write_about_support(request=found, by=request.user, by_school=by_school, **form.message),
    ):
        messages.success(request, _("Your message is stored, and who it concerns is told."))
        return redirect(found.url)
    return _page(request, found, form)


@never_cache
@require_POST
@signed_in
def handle_support(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Who has it in hand, and how it stands."""
    found = get_support_request_to_run(request.user, _request(request, slug, pk).pk)
    form = HandleSupportForm(request.POST, request=found)
    if form.is_valid() and stored(
        form, lambda: services.handle_support(request=found, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("Stored."))
        return redirect(found.url)
    return _page(request, found, SupportMessageForm(initial={"key": uuid.uuid4()}), form)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
def evaluate_support(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Close the request, with what it brought."""
    found = _request(request, slug, pk)
    require_open(found.network)
    initial = {"helped": found.helped, "evaluation": found.evaluation}
    form = EvaluateSupportForm(request.POST or None, initial=initial)
    if form.is_valid() and stored(
        form, lambda: services.evaluate_support(request=found, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("Thank you. The request is closed."))
        return redirect(found.url)
    title, submit = _("Close the request"), _("Close with this evaluation")
    return form_page(request, found.network, form, room="support", title=title, submit=submit, back=found.url)


@never_cache
@require_safe
@signed_in
def support_file(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Download a file that goes with a message."""
    found = get_support_file_for(request.user, pk)
    return download(request, found.file, name=found.name, content_type=found.content_type)


def _request(request: HttpRequest, slug: str, pk: int) -> SupportRequest:
    found = get_support_request_for(request.user, pk)
    if found.network.slug != slug:
        raise NotFound
    return found


def _page(
    request: HttpRequest, found: SupportRequest, form: SupportMessageForm, handling: HandleSupportForm | None = None
) -> HttpResponse:
    said = list(found.messages.select_related("author").prefetch_related("files"))
    for message in said:
        message.request = found
    may_handle = handles(request.user, found.network)
    context = {
        "network": found.network,
        "room": "support",
        "support": found,
        "said": said,
        "form": form,
        "handling": (handling or HandleSupportForm(request=found)) if may_handle else None,
    }
    bound = handling or form
    return render(request, "networks/support/request.html", context, status=status_of(bound))
