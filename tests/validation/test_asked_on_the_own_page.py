"""What assessing and coordinating ask stands on /mijn/, and leads to where it is done."""

import pytest

from tests.validation.assessing import assess, propose
from tests.validation.conftest import signed_in
from validation import services

pytestmark = pytest.mark.django_db
COORDINATE = "/mijn/coordineren/?programme=portfolio"


def asks(person, address):
    return f'href="{address}"' in signed_in(person).get("/mijn/").content.decode()


def test_the_coordinator_is_asked_for_assessors(submission, carla, noor, nadia):
    assert asks(carla, COORDINATE)

    services.assign_assessors(theme=submission.theme, by=carla, people=[noor, nadia])

    assert not asks(carla, COORDINATE)
    assert asks(carla, "/mijn/coordineren/")


def test_an_assessor_is_asked_until_the_own_assessment_is_in(given, noor, nadia):
    assert asks(noor, given.assess_url)

    assess(given, noor)

    assert not asks(noor, given.assess_url)
    assert not asks(noor, given.decide_url)
    assert asks(nadia, given.assess_url)
    assert asks(noor, "/mijn/beoordelen/")


def test_once_all_are_in_each_is_asked_to_decide_until_agreeing(given, noor, nadia):
    for person in (noor, nadia):
        assess(given, person)
    assert asks(noor, given.decide_url)

    propose(given, noor)

    assert not asks(noor, given.decide_url)
    assert asks(nadia, given.decide_url)


def test_while_a_third_is_awaited_only_the_third_and_the_coordinator_are_asked(given, noor, nadia, third, carla):
    for person in (noor, nadia):
        assess(given, person)
    services.ask_third_assessor(submission=given, by=noor, reason="Wij komen er niet uit.")
    assert asks(carla, COORDINATE)
    services.assign_third_assessor(theme=given.theme, by=carla, person=third)

    assert not asks(carla, COORDINATE)
    assert not asks(noor, given.decide_url)
    assert asks(third, given.assess_url)
    assess(given, third)
    assert asks(noor, given.decide_url)


def test_who_has_no_task_sees_none(given, kees):
    assert not asks(kees, "/mijn/beoordelen/")
    assert not asks(kees, "/mijn/coordineren/")


def test_who_has_a_task_is_not_shown_the_first_steps(given, carla, noor, kees):
    first_step = "/mijn/instellingen/scholen/"
    assert asks(kees, first_step)

    assert not asks(carla, first_step)
    assert not asks(noor, first_step)
