"""Finding messages within a network."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from community.finding import Found, authors_in
from community.finding_form import FindingForm
from community.views.common import room_page
from core.access import guarded, signed_in
from networks.policies import get_space_for

PER_PAGE = 20


@require_safe
@signed_in
@guarded("networks.see_space")
def find(request: HttpRequest, slug: str) -> HttpResponse:
    network = get_space_for(request.user, slug)
    form = FindingForm(request.GET, authors=authors_in(network, request.user))
    asked = form.asked() if form.is_valid() else None
    page = None
    if asked and not asked.is_empty:
        page = Paginator(Found(network, request.user, asked), PER_PAGE).get_page(request.GET.get("page"))
    return room_page(request, "community/finding.html", network, form=form, page_obj=page)
