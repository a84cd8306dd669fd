"""The last place goes once, however many ask for it at the same moment."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from networks import services
from networks.agreements import KINDS
from networks.errors import AlreadyEnrolled
from networks.models import Enrolment
from tests.factories.networks import NetworkFactory
from tests.factories.people import EmploymentFactory

# On SQLite part of the suite, on PostgreSQL part of `make test-services`.
ON_POSTGRESQL = connection.vendor == "postgresql"
pytestmark = [pytest.mark.django_db(transaction=True), *([pytest.mark.services] if ON_POSTGRESQL else [])]

AT_ONCE = 8


def run_at_once(work, given):
    """Call `work` for each of these in a thread of its own, all starting together."""
    barrier = Barrier(len(given))

    def run(one):
        barrier.wait()
        try:
            return work(one)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(given)) as pool:
        return list(pool.map(run, given))


def enrol(network, job):
    try:
        enrolment = services.enrol(
            network=network, person=job.person, school=job.school, learning_question="Hoe?", agreements=KINDS
        )
    except AlreadyEnrolled:
        return "already"
    return enrolment.state


def test_the_last_seat_goes_once():
    network, jobs = NetworkFactory(page=False, places=1, approval=False), EmploymentFactory.create_batch(AT_ONCE)

    outcomes = run_at_once(lambda job: enrol(network, job), jobs)

    assert Counter(outcomes) == {"accepted": 1, "waiting": AT_ONCE - 1}


def test_one_person_signs_up_once_with_many_clicks():
    network, job = NetworkFactory(page=False), EmploymentFactory()

    outcomes = run_at_once(lambda job: enrol(network, job), [job] * AT_ONCE)

    assert Counter(outcomes) == {"requested": 1, "already": AT_ONCE - 1}
    assert Enrolment.objects.count() == 1


def test_places_that_come_free_together_go_to_as_many():
    network = NetworkFactory(page=False, places=4, approval=False)
    jobs = EmploymentFactory.create_batch(AT_ONCE)
    for job in jobs:
        enrol(network, job)
    leaving = list(Enrolment.objects.accepted())

    run_at_once(lambda enrolment: services.withdraw(enrolment=enrolment), leaving)

    assert Counter(Enrolment.objects.values_list("state", flat=True)) == {"withdrawn": 4, "accepted": 4}
