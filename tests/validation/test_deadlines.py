"""Deadlines are told of before they pass, and when they did, each once."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from notifications.models import Notification
from validation import services
from validation.models import CaseEvent

pytestmark = pytest.mark.django_db


def told(person):
    return [it.kind for it in Notification.objects.filter(recipient=person, kind__startswith="validation.deadline")]


def test_a_deadline_is_told_of_before_it_passes_and_when_it_did(theme):
    sanne, due = theme.case.person, timezone.now() + timedelta(days=10)
    services.set_deadline(case=theme.case, person=sanne, kind="submit", due_at=due, theme=theme, remind_days=3)

    for day in (6, 8, 9, 11, 12):
        with time_machine.travel(timezone.now() + timedelta(days=day), tick=False):
            services.tell_of_deadlines()

    assert sorted(told(sanne)) == ["validation.deadline_near", "validation.deadline_passed"]
    assert CaseEvent.objects.filter(kind="deadline.pass").count() == 1


@pytest.mark.parametrize("step", ["pause", "withdraw"])
def test_nobody_is_told_of_a_theme_that_rests(theme, step):
    sanne, due = theme.case.person, timezone.now() + timedelta(days=10)
    services.set_deadline(case=theme.case, person=sanne, kind="submit", due_at=due, theme=theme)
    services.set_deadline(case=theme.case, person=sanne, kind="complete", due_at=due)
    services.move_theme(theme=theme, step=step, by=sanne)

    with time_machine.travel(due + timedelta(days=1), tick=False):
        services.tell_of_deadlines()

    assert [it.facts["deadline"] for it in CaseEvent.objects.filter(kind="deadline.pass")] == ["complete"]
