"""The sources at the own learning question: noting, changing and removing them, and the files that others get."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.access import signed_in
from core.errors import NotFound
from core.files import download
from networks import services
from networks.forms.sources import SourceForm
from networks.models import Network, Source
from networks.policies import get_own_place_in, get_space_to_change
from networks.source_policies import get_own_source_for, get_source_for
from networks.views.forms import form_page, stored


@require_http_methods(["GET", "POST"])
@signed_in
def add_source(request: HttpRequest, slug: str) -> HttpResponse:
    """A participant notes a source; a form that is sent twice notes one."""
    network = get_space_to_change(request.user, slug)
    own = get_own_place_in(request.user, network)
    form = SourceForm(request.POST or None, request.FILES or None, initial={"key": uuid.uuid4()})
    if form.is_valid() and stored(
        form, lambda: services.add_source(enrolment=own, key=form.cleaned_data["key"], **form.facts)
    ):
        messages.success(request, _("The source is noted. Everybody in the network can see it."))
        return redirect(_list_of(network))
    return _page(request, network, form, _("Note a source"))


@require_http_methods(["GET", "POST"])
@signed_in
def change_source(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change what was noted."""
    network = get_space_to_change(request.user, slug)
    source = get_own_source_for(request.user, pk, slug)
    form = SourceForm(request.POST or None, request.FILES or None, source=source)
    if form.is_valid() and stored(form, lambda: _change(source, form)):
        messages.success(request, _("The source is stored."))
        return redirect(_list_of(network))
    return _page(request, network, form, _("Change the source"))


@require_http_methods(["GET", "POST"])
@signed_in
def remove_source(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Asks before it goes."""
    network = get_space_to_change(request.user, slug)
    source = get_own_source_for(request.user, pk, slug)
    if request.method == "POST":
        services.remove_source(source=source)
        messages.success(request, _("The source is removed."))
        return redirect(_list_of(network))
    return render(request, "networks/sources/remove.html", {"source": source, "back": _list_of(network)})


@require_safe
@signed_in
def source_file(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Download the file of a source."""
    source = get_source_for(request.user, pk, slug)
    if not source.file:
        raise NotFound
    return download(request, source.file, name=source.name, content_type=source.content_type)


def _change(source: Source, form: SourceForm) -> Source:
    keep = not form.cleaned_data.get("without_file")
    return services.change_source(source=source, keep_file=keep, **form.facts)


def _list_of(network: Network) -> str:
    return f"{reverse('networks:learning_question', args=[network.slug])}#sources"


def _page(request: HttpRequest, network: Network, form: Any, title: str) -> HttpResponse:
    return form_page(request, network, form, room="space", title=title, submit=_("Store"), back=_list_of(network))
