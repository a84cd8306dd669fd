"""What happens around a talk, in a few words, so that each test says what matters."""

from datetime import timedelta

import time_machine
from django.utils import timezone

from notifications.models import Notification
from tests.validation.assessing import assess, handed_in, propose
from tests.validation.portfolios import fill
from validation import services
from validation.models import CaseRole, CaseTheme
from validation.services import Spot
from validation.states import ThemeState

BUILDING = Spot("institute", "Marktplein 1, Lingedam", "")


def in_days(days, hours=0):
    """A whole hour in some days."""
    return timezone.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=days, hours=hours)


def found_sufficient(theme, people):
    """These two assess it and found it sufficient; without what was written and judged. Returns the theme as it is."""
    for person in people:
        CaseRole.objects.create(case=theme.case, theme=theme, person=person, role=CaseRole.Role.ASSESSOR)
    CaseTheme.objects.filter(pk=theme.pk).update(state=ThemeState.ASSESSING)
    services.move_theme(theme=theme, step="find_sufficient", by=None)
    return fresh(theme)


def made_sufficient(theme, carla, people):
    """Filled, handed in, assessed and found sufficient by these two. Returns the theme as it is now."""
    submission = handed_in(fill(theme))
    services.assign_assessors(theme=submission.theme, by=carla, people=people, reason="Voor de proef.")
    for person in people:
        assess(submission, person)
    first, second = people
    serial = propose(submission, first).serial
    services.agree_with_decision(submission=submission, by=second, serial=serial)
    return fresh(theme)


def fresh(theme):
    return CaseTheme.objects.select_related("theme", "case__version__programme", "case__person").get(pk=theme.pk)


def offered(theme, by, *days, themes=1, spot=BUILDING):
    return services.offer_slots(theme=theme, by=by, moments=[in_days(it) for it in days], spot=spot, themes=themes)


def planned(theme, carla, days=3, **facts):
    return services.plan_talk(theme=theme, by=carla, starts_at=in_days(days), spot=BUILDING, **facts)


def decided(talk, people, outcome="sufficient", feedback="U vertelde concreet wat u deed.", **facts):
    """Both agree, after the talk began. Returns what the talk was about."""
    about = talk.about.select_related("talk__case", "theme__theme").get()
    first, second = people
    with time_machine.travel(talk.starts_at + timedelta(minutes=50), tick=True):
        facts = {"about": about, "outcome": outcome, "feedback": feedback, "serial": 0, "told": True} | facts
        row = services.propose_outcome(by=first, **facts)
        return services.agree_with_outcome(about=about, by=second, serial=row.serial)


def told(kind):
    return {it.recipient for it in Notification.objects.filter(kind=f"validation.{kind}")}


def about_of(talk):
    return talk.about.select_related("talk__case", "theme__theme").get()


def during(talk):
    return time_machine.travel(talk.starts_at + timedelta(minutes=30), tick=True)
