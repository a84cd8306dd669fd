"""`/metrics` for Prometheus: not for the public."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django_prometheus.exports import ExportToDjangoView

from core.access import guarded

LOOPBACK = {"127.0.0.1", "::1"}


@never_cache
@guarded("METRICS_TOKEN, or loopback without a proxy")
def metrics(request: HttpRequest) -> HttpResponse:
    """Counts and durations of this process group; absent for who may not know."""
    if not may_see_metrics(request):
        raise Http404
    return ExportToDjangoView(request)


def may_see_metrics(request: HttpRequest) -> bool:
    """The bearer of METRICS_TOKEN; when that is empty, programs on the same machine that come without a proxy."""
    if settings.METRICS_TOKEN:
        return constant_time_compare(request.headers.get("Authorization", ""), f"Bearer {settings.METRICS_TOKEN}")
    return request.META.get("REMOTE_ADDR") in LOOPBACK and "X-Forwarded-For" not in request.headers
