"""Work that returns: each app registers its jobs in `AppConfig.ready()`, the `scheduler` command runs what is due."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

import structlog
from django.core.management import call_command
from django.utils import timezone

from core.idempotency import forget_old_keys
from core.models import PeriodicJob

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Job:
    name: str
    every: timedelta
    run: Callable[[], Any]


jobs: dict[str, Job] = {}


def register(name: str, *, every: timedelta, run: Callable[[], Any]) -> None:
    """Have `run` called once per `every`, by one scheduler; it must bear being called again after a failure."""
    jobs[name] = Job(name, every, run)


def register_own_jobs() -> None:
    """What the framework's tables need, whatever apps there are."""
    register("idempotency_keys", every=timedelta(hours=1), run=forget_old_keys)
    register("planned_publishing", every=timedelta(minutes=1), run=partial(call_command, "publish_scheduled"))
    register("expired_sessions", every=timedelta(days=1), run=partial(call_command, "clearsessions"))
    register("finished_tasks", every=timedelta(days=1), run=partial(call_command, "prune_db_task_results", verbosity=0))


def run_due() -> list[str]:
    """Run the jobs whose time has come and return their names; one that fails does not keep the others from running."""
    return [job.name for job in list(jobs.values()) if _claim(job) and _run(job)]


def _claim(job: Job) -> bool:
    """Whether this scheduler may run the job now: of two that try, the database lets one move the due time."""
    now = timezone.now()
    PeriodicJob.objects.get_or_create(name=job.name, defaults={"due_at": now})
    due = PeriodicJob.objects.filter(name=job.name, due_at__lte=now)
    return due.update(due_at=now + job.every) == 1


def _run(job: Job) -> bool:
    error = ""
    try:
        job.run()
        log.info("periodic_job_done", job=job.name)
    except Exception as failure:
        error = f"{type(failure).__name__}: {failure}"
        log.exception("periodic_job_failed", job=job.name)
    PeriodicJob.objects.filter(name=job.name).update(finished_at=timezone.now(), error=error)
    return True
