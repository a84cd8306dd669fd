from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from core import periodic
from core.models import PeriodicJob

pytestmark = pytest.mark.django_db


@pytest.fixture
def runs(monkeypatch):
    """The times the one job there is was run."""
    monkeypatch.setattr(periodic, "jobs", {})
    done = []
    periodic.register("greeting", every=timedelta(hours=1), run=lambda: done.append("hello"))
    return done


def test_a_new_job_runs_at_once_and_then_waits(runs):
    call_command("scheduler", once=True)
    call_command("scheduler", once=True)

    assert runs == ["hello"]


def test_a_job_runs_again_when_its_time_has_come(runs):
    periodic.run_due()
    PeriodicJob.objects.update(due_at=timezone.now())

    assert periodic.run_due() == ["greeting"]
    assert len(runs) == 2


def test_a_failing_job_is_noted_and_keeps_no_other_from_running(runs):
    def fail():
        raise ValueError("no luck")

    periodic.jobs.clear()
    periodic.register("unlucky", every=timedelta(hours=1), run=fail)
    periodic.register("greeting", every=timedelta(hours=1), run=lambda: runs.append("hello"))

    periodic.run_due()

    assert runs == ["hello"]
    assert PeriodicJob.objects.get(name="unlucky").error == "ValueError: no luck"


def test_the_framework_tables_are_kept_small(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

    assert set(periodic.run_due()) >= {"idempotency_keys", "expired_sessions", "finished_tasks"}
    assert not PeriodicJob.objects.exclude(error="")
