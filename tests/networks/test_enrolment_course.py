"""What is true of places and the waiting list, whatever people do and in whatever order."""

from datetime import timedelta

import time_machine
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from core.errors import DomainError
from networks import services
from networks.agreements import KINDS
from networks.models import Enrolment, Network
from tests.factories.networks import NetworkFactory
from tests.factories.people import EmploymentFactory, UserFactory

State = Enrolment.State
anybody = st.integers(0, 30)


class Course(RuleBasedStateMachine):
    """One network from its first sign-up on, beside the order in which people were put on the waiting list."""

    @initialize(places=st.integers(0, 3), approval=st.booleans(), offer_hours=st.sampled_from([0, 24]))
    def announce(self, places, approval, offer_hours):
        self.clock = timezone.now()
        self.bram = UserFactory()
        self.people = [EmploymentFactory() for _ in range(5)]
        facts = {"places": places, "approval": approval, "offer_hours": offer_hours, "waiting_list": True}
        self.pk = NetworkFactory(page=False, facilitators=[self.bram], **facts).pk

    @property
    def network(self):
        return Network.objects.get(pk=self.pk)

    @property
    def enrolments(self):
        """Those of this network: earlier courses have left theirs behind."""
        return Enrolment.objects.filter(network=self.pk)

    def tried(self, work):
        """At the machine's own hour; what the rules refuse changes nothing."""
        with time_machine.travel(self.clock, tick=False):
            before = self.states()
            try:
                work()
            except DomainError:
                assert self.states() == before

    def states(self):
        return list(self.enrolments.order_by("pk").values_list("pk", "state", "confirm_by"))

    def with_one(self, which, work):
        enrolments = list(self.enrolments.select_related("network", "person", "school").order_by("pk"))
        if enrolments:
            self.tried(lambda: work(enrolments[which % len(enrolments)]))

    @rule(who=anybody)
    def sign_up(self, who):
        job = self.people[who % len(self.people)]
        facts = {"person": job.person, "school": job.school, "learning_question": "Hoe?", "agreements": KINDS}
        self.tried(lambda: services.enrol(network=self.network, **facts))

    @rule(which=anybody)
    def accept(self, which):
        self.with_one(which, lambda it: services.accept_enrolment(enrolment=it, by=self.bram))

    @rule(which=anybody)
    def decline(self, which):
        self.with_one(which, lambda it: services.decline_enrolment(enrolment=it, by=self.bram, reason="Te ver."))

    @rule(which=anybody)
    def withdraw(self, which):
        self.with_one(which, lambda it: services.withdraw(enrolment=it))

    @rule(which=anybody)
    def confirm(self, which):
        self.with_one(which, lambda it: services.confirm_place(enrolment=it))

    @rule(hours=st.integers(1, 30))
    def wait(self, hours):
        self.clock += timedelta(hours=hours)
        self.tried(services.end_offers)

    @rule(more=st.integers(1, 2))
    def add_places(self, more):
        Network.objects.filter(pk=self.pk).update(places=self.network.places + more)
        self.tried(lambda: services.move_up(network=self.network))

    @invariant()
    def no_place_is_given_twice(self):
        assert self.enrolments.filter(state__in=Enrolment.HOLDING_A_PLACE).count() <= self.network.places

    @invariant()
    def nobody_waits_while_a_place_is_free(self):
        assert self.network.places_left == 0 or not self.enrolments.waiting().exists()

    @invariant()
    def nobody_is_there_twice(self):
        running = list(self.enrolments.running().values_list("person", flat=True))
        assert len(running) == len(set(running))

    @invariant()
    def who_has_a_place_joined_and_who_left_ended(self):
        for enrolment in self.enrolments.all():
            assert (enrolment.state == State.ACCEPTED) <= (enrolment.joined_at is not None)
            assert enrolment.is_running == (enrolment.ended_at is None)


class EnrolmentCourse(TestCase):
    def test_the_rules_hold_in_any_order(self):
        limits = {"max_examples": 25, "stateful_step_count": 20, "deadline": None, "database": None}
        run_state_machine_as_test(Course, settings=settings(**limits, suppress_health_check=list(HealthCheck)))
