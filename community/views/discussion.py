"""The list of conversations, and starting one."""

import re
from typing import Any

from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from community import services
from community.care.conduct import must_accept_conduct, newest_wording
from community.drafts import thread_begun
from community.forms import ThreadForm
from community.groups.policies import get_group_to_read
from community.limits import require_pace
from community.models import EventCounter, Thread
from community.policies import may_announce
from community.reading import THREADS_A_PAGE
from community.subjects import get_subject_in, subject_of
from community.views.common import after_sending, following_form, room_page
from core.access import guarded, signed_in
from core.errors import DomainError
from networks.models import Network
from networks.policies import get_space_for

ABOUT = re.compile(r"([a-z]+)-([0-9]{1,18})")
KINDS_SHOWN = {
    Thread.Kind.QUESTION: _("Questions"),
    Thread.Kind.EXPERIENCE: _("Experiences"),
    Thread.Kind.ANNOUNCEMENT: _("Messages to everybody"),
    Thread.Kind.DISCUSSION: _("Other conversations"),
}


@require_safe
@signed_in
@guarded("networks.see_space")
def discussion(request: HttpRequest, slug: str) -> HttpResponse:
    network = get_space_for(request.user, slug)
    seq = EventCounter.objects.last_seq_of(network.pk)  # before the threads: what comes later is told by the socket
    kind = request.GET.get("kind", "")
    threads = network.threads.for_everybody().living().of_kind(kind).pinned_first().to_show().with_counts(request.user)
    page = Paginator(threads, THREADS_A_PAGE).get_page(request.GET.get("page"))
    return room_page(
        request,
        "community/discussion.html",
        network,
        page_obj=page,
        seq=seq,
        tabs=_kinds(request.path, kind),
        following=following_form(request, network),
        conduct=newest_wording(),
    )


@require_http_methods(["GET", "POST"])
@signed_in
@guarded("networks.see_space")
def start(request: HttpRequest, slug: str, group_id: int | None = None) -> HttpResponse:
    """Start a conversation, for the whole network or in a small group."""
    network = get_space_for(request.user, slug)
    group = None if group_id is None else get_group_to_read(network, group_id, request.user)
    about = _about(request, network)
    form = ThreadForm(
        request.POST or None,
        request.FILES or None,
        may_announce=group is None and may_announce(request.user, network),
        begun=thread_begun(network, request.user, group),
    )
    if request.method == "POST" and form.is_valid():
        try:
            require_pace(request.user)
            with transaction.atomic():
                fields = form.keep_files(network, request.user)
                place = {"network": network, "group": group}
                made = services.start_thread(author=request.user, about=about, **place, **fields)
                services.forget_draft(person=request.user, **place)
            return after_sending(made.posts.in_order()[0], made.get_absolute_url())
        except DomainError as error:
            form.refuse(error)
    subject = subject_of(Thread(network=network, **services.hung_on(about)))
    must_accept = must_accept_conduct(request.user)
    context = {"form": form, "subject": subject, "must_accept": must_accept, "group": group}
    return room_page(request, "community/start.html", network, **context)


def _about(request: HttpRequest, network: Network) -> Any:
    """What the conversation will be about: `?about=meeting-12`. Raises NotFound."""
    asked = ABOUT.fullmatch(request.GET.get("about", ""))
    return get_subject_in(network, asked[1], int(asked[2])) if asked else None


def _kinds(path: str, chosen: str) -> list[dict[str, Any]]:
    """All conversations, or those of one kind."""
    kinds = [("", _("All"))] + [(Thread.Kind(kind), name) for kind, name in KINDS_SHOWN.items()]
    return [
        {"url": f"{path}?kind={kind}" if kind else path, "label": label, "current": kind == chosen}
        for kind, label in kinds
    ]
