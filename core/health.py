"""Is the platform alive, and can it serve? (CONTRACT: `/healthz/live`, `/healthz/ready`)"""

from collections.abc import Callable

import structlog
from django.conf import settings
from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache

from core.access import public

log = structlog.get_logger(__name__)
Check = Callable[[], None]


def _database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _redis() -> None:
    if settings.REDIS_URL:
        import redis

        with redis.Redis.from_url(settings.REDIS_URL, socket_timeout=2, socket_connect_timeout=2) as client:
            client.ping()


needed: dict[str, Check] = {"database": _database}
helpful: dict[str, Check] = {"redis": _redis}


def register_helpful(name: str, check: Check) -> None:
    """Name a dependency whose loss degrades the platform without stopping it; the check raises when it is away."""
    helpful[name] = check


@never_cache
@public
def live(request: HttpRequest) -> JsonResponse:
    """200 as long as this process answers at all."""
    return JsonResponse({"status": "ok"})


@never_cache
@public
def ready(request: HttpRequest) -> JsonResponse:
    """Names each dependency; 503 without the database, 200 and `degraded` without a helpful one."""
    needs, helps = _answers(needed), _answers(helpful)
    status = "unavailable" if "away" in needs.values() else "degraded" if "away" in helps.values() else "ok"
    return JsonResponse(
        {"status": status, "dependencies": needs | helps}, status=503 if status == "unavailable" else 200
    )


def _answers(checks: dict[str, Check]) -> dict[str, str]:
    return {name: _answer(name, check) for name, check in checks.items()}


def _answer(name: str, check: Check) -> str:
    try:
        check()
    except Exception as error:  # whatever a driver raises: the dependency does not answer
        log.warning("dependency_away", dependency=name, error=str(error))
        return "away"
    return "ok"
