"""What was changed in a message."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from community.history import changes_in, texts_of
from community.policies import get_readable_post_for
from community.views.common import room_page
from core.access import guarded, signed_in
from networks.policies import get_space_for


@require_safe
@signed_in
@guarded("networks.see_space")
def history(request: HttpRequest, slug: str, post_id: int) -> HttpResponse:
    """Every change, newest first, and how the message began."""
    network = get_space_for(request.user, slug)
    post = get_readable_post_for(request.user, post_id)
    texts = texts_of(post)
    context = {"post": post, "thread": post.thread, "changes": changes_in(texts), "first": texts[0]}
    return room_page(request, "community/history.html", network, **context)
