"""The facilitator puts messages where they belong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from community import services
from community.forms import MergeForm, MoveForm
from community.models import Thread
from community.policies import get_thread_in, get_thread_to_read
from community.reading import page_of_posts
from community.views.common import room_page
from core.access import guarded, signed_in
from core.errors import DomainError
from networks.policies import get_cockpit_to_change


@require_http_methods(["GET", "POST"])
@signed_in
@guarded("networks.facilitate")
def move(request: HttpRequest, slug: str, thread_id: int) -> HttpResponse:
    """Take messages of this conversation to another, or to a new one."""
    network = get_cockpit_to_change(request.user, slug)
    found = get_thread_to_read(network, thread_id, request.user)
    page = page_of_posts(found, reader=request.user, page=request.GET.get("page"))
    form = MoveForm(request.POST or None, thread=found, posts=list(page))
    if request.method == "POST" and form.is_valid():
        to = form.cleaned_data["to"]
        target = get_thread_in(network, to, request.user) if to else None
        try:
            return redirect(_move(request, found, target, form))
        except DomainError as error:
            form.refuse(error)
    return room_page(request, "community/move.html", network, thread=found, form=form, page_obj=page)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded("networks.facilitate")
def merge(request: HttpRequest, slug: str, thread_id: int) -> HttpResponse:
    """Take the whole conversation into another."""
    network = get_cockpit_to_change(request.user, slug)
    found = get_thread_in(network, thread_id, request.user)
    form = MergeForm(request.POST or None, thread=found)
    if request.method == "POST" and form.is_valid():
        target = get_thread_in(network, form.cleaned_data["to"], request.user)
        try:
            return redirect(services.merge_threads(origin=found, target=target, by=request.user))
        except DomainError as error:
            form.refuse(error)
    return room_page(request, "community/merge.html", network, thread=found, form=form)


def _move(request: HttpRequest, origin: Thread, target: Thread | None, form: MoveForm) -> Thread:
    posts, title = form.cleaned_data["posts"], form.cleaned_data["title"]
    return services.move_posts(origin=origin, posts=posts, by=request.user, target=target, title=title)
