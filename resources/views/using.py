"""Counting that a practice was read. The page itself comes from a cache, so the browser tells."""

from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from core.access import guarded
from resources import services
from resources.policies import get_practice_for


@csrf_exempt  # it changes nothing but a number, and visitors have no token
@require_POST
@guarded("resources.see_practice")
def read(request: HttpRequest, slug: str) -> HttpResponse:
    """Somebody had the practice before them for a while; sent from our own page, without cookie or name."""
    practice = get_practice_for(request.user, slug)
    if request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin":
        services.count_read(practice=practice, reader=get_adapter().get_client_ip(request))
    return HttpResponse(status=204)
