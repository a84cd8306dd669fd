"""One line per event: JSON for machines in production, readable in development; every line with its request's id."""

import sys
from typing import Any

import structlog
from structlog.tracebacks import ExceptionDictTransformer

from core.log_lines import LineFormatter, rendered_by, with_request_id

SHARED: list[Any] = [
    with_request_id,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def logging_config(*, machine_readable: bool, level: str) -> dict[str, Any]:
    """The LOGGING setting; also makes structlog's loggers write through it."""
    *others, renderer = renderers(machine_readable=machine_readable)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *SHARED,
            *others,
            rendered_by(renderer),
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {
                "()": LineFormatter,
                "foreign_pre_chain": [*SHARED, structlog.stdlib.ExtraAdder()],
                "processors": [
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    *others,
                    renderer,
                ],
            }
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            # Django's own handlers would say everything twice.
            "django": {"handlers": [], "propagate": True},
            "django.server": {"handlers": [], "propagate": True},
            # The development server says it already.
            "core.request_log": {"level": "INFO" if machine_readable else "WARNING"},
            # Who edited what stands in Wagtail's own history.
            "wagtail": {"level": "WARNING"},
            # Each task's start and end, each call to Elasticsearch.
            "django_tasks": {"level": "WARNING"},
            "elastic_transport": {"level": "WARNING"},
            # Each socket that comes and goes, each port opened.
            "uvicorn.error": {"level": "WARNING"},
            "daphne": {"level": "WARNING"},
            # Every 404 is in the request log already.
            "django.request": {"level": "ERROR"},
        },
    }


def renderers(*, machine_readable: bool) -> list[Any]:
    """Where an error came from, without the values that were at hand there: they hold passwords and words of people."""
    if machine_readable:
        rendering = structlog.processors.ExceptionRenderer(ExceptionDictTransformer(show_locals=False))
        return [rendering, structlog.processors.JSONRenderer(default=str)]
    formatter = structlog.dev.RichTracebackFormatter(show_locals=False)
    return [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=formatter)]
