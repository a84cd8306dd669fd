from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.access import public, signed_in
from home.dashboard import dashboard_for

ROBOTS = """\
User-agent: *
Disallow: /admin/
Disallow: /account/
Disallow: /mijn/
Disallow: /zoeken/

Sitemap: {base_url}/sitemap.xml
"""


@require_safe
@public
def robots(request: HttpRequest) -> HttpResponse:
    return HttpResponse(ROBOTS.format(base_url=settings.BASE_URL), content_type="text/plain; charset=utf-8")


@require_safe
@signed_in
def dashboard(request: HttpRequest) -> HttpResponse:
    """What is asked of me, what is new, what is next."""
    return render(request, "home/dashboard.html", {"dashboard": dashboard_for(request.user)})
