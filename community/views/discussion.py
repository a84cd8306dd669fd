"""The list of conversations, and starting one."""

from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from community import services
from community.care.conduct import must_accept_conduct, newest_wording
from community.forms import ThreadForm
from community.limits import require_pace
from community.models import EventCounter, Thread
from community.policies import may_announce
from community.reading import THREADS_A_PAGE
from community.views.common import after_sending, following_form, room_page
from core.access import guarded, signed_in
from core.errors import DomainError
from networks.policies import get_space_for


@require_safe
@signed_in
@guarded("networks.see_space")
def discussion(request: HttpRequest, slug: str) -> HttpResponse:
    network = get_space_for(request.user, slug)
    seq = EventCounter.objects.last_seq_of(network.pk)  # before the threads: what comes later is told by the socket
    threads = network.threads.pinned_first().select_related("author").with_counts(request.user)
    page = Paginator(threads, THREADS_A_PAGE).get_page(request.GET.get("page"))
    return room_page(
        request,
        "community/discussion.html",
        network,
        page_obj=page,
        seq=seq,
        blank=_blank_thread(request),
        following=following_form(request, network),
        conduct=newest_wording(),
    )


@require_http_methods(["GET", "POST"])
@signed_in
@guarded("networks.see_space")
def start(request: HttpRequest, slug: str) -> HttpResponse:
    network = get_space_for(request.user, slug)
    form = ThreadForm(request.POST or None, request.FILES or None, may_announce=may_announce(request.user, network))
    if request.method == "POST" and form.is_valid():
        try:
            require_pace(request.user)
            with transaction.atomic():
                fields = form.keep_files(network, request.user)
                made = services.start_thread(network=network, author=request.user, **fields)
            return after_sending(made.posts.in_order()[0], made.get_absolute_url())
        except DomainError as error:
            form.refuse(error)
    must_accept = must_accept_conduct(request.user)
    return room_page(request, "community/start.html", network, form=form, must_accept=must_accept)


def _blank_thread(request: HttpRequest) -> Thread:
    return Thread(pk=0, author=request.user, title="", last_activity_at=timezone.now())
