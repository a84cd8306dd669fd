"""A moment for a talk goes once, however many choose it together; agreeing together gives one certificate."""

from collections import Counter
from datetime import timedelta

import pytest
import time_machine
from django.db import connection

from core.errors import Conflict
from tests.factories.people import EmploymentFactory
from tests.factories.validation import ProgrammeRoleFactory, case_of, version_of
from tests.networks.test_last_seat import run_at_once
from tests.validation.talks import BUILDING, found_sufficient, fresh, in_days, offered, planned
from validation import services
from validation.models import Talk, ThemeCertificate
from validation.states import ThemeState

ON_POSTGRESQL = connection.vendor == "postgresql"
pytestmark = [pytest.mark.django_db(transaction=True), *([pytest.mark.services] if ON_POSTGRESQL else [])]


@pytest.fixture
def staff():
    """A coordinator and two assessors."""
    programme = version_of().programme
    roles = ("coordinator", "assessor", "assessor")
    return [ProgrammeRoleFactory(programme=programme, role=role).person for role in roles]


def sufficient_of(person, assessors):
    return found_sufficient(case_of(person).themes.get(), assessors)


def test_a_moment_goes_once_among_many(staff):
    _coordinator, *assessors = staff
    themes = [sufficient_of(EmploymentFactory().person, assessors) for _number in range(4)]
    (slot,) = offered(themes[0], assessors[0], 3)

    def pick(theme):
        try:
            services.pick_slot(slot=slot, theme=theme, by=theme.case.person)
        except Conflict:
            return "gone"
        return "picked"

    assert Counter(run_at_once(pick, themes)) == {"picked": 1, "gone": 3}
    assert Counter(fresh(it).state for it in themes) == {ThemeState.TALK_PLANNED: 1, ThemeState.SUFFICIENT: 3}


def test_many_clicks_choose_one_moment(staff):
    theme = sufficient_of(EmploymentFactory().person, staff[1:])
    (slot,) = offered(theme, staff[1], 3)

    talks = run_at_once(lambda it: services.pick_slot(slot=slot, theme=it, by=it.case.person).pk, [theme] * 4)

    assert len(set(talks)) == Talk.objects.count() == 1


def test_an_assessor_is_in_one_talk_though_two_are_planned_together(staff):
    coordinator, *assessors = staff
    themes = [sufficient_of(EmploymentFactory().person, assessors) for _number in range(3)]

    def plan(theme):
        try:
            services.plan_talk(theme=theme, by=coordinator, starts_at=in_days(3), spot=BUILDING)
        except Conflict:
            return "busy"
        return "planned"

    assert Counter(run_at_once(plan, themes)) == {"planned": 1, "busy": 2}


def test_both_agree_together_and_one_certificate_is_granted(staff):
    coordinator, *assessors = staff
    talk = planned(sufficient_of(EmploymentFactory().person, assessors), coordinator)
    about = talk.about.select_related("talk__case", "theme__theme").get()
    with time_machine.travel(talk.starts_at + timedelta(minutes=50), tick=True):
        row = services.propose_outcome(about=about, by=assessors[0], outcome="sufficient", feedback="Ja.", serial=0)

        def agree(person):
            try:
                services.agree_with_outcome(about=about, by=person, serial=row.serial)
            except Conflict:
                return "decided already"
            return "agreed"

        outcomes = Counter(run_at_once(agree, [*assessors, assessors[1]]))

    assert outcomes["agreed"] >= 1
    assert ThemeCertificate.objects.count() == 1
