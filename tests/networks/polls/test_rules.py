"""What is true of every ranking and every course of a poll, whatever people answer."""

from collections import namedtuple
from datetime import timedelta

from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from core.errors import DomainError
from networks import services
from networks.models import Meeting, Poll, PollVote
from networks.polling import Asked, ranking
from tests.factories.networks import EnrolmentFactory, NetworkFactory
from tests.factories.people import UserFactory
from tests.networks.polls.conftest import in_days, new_options

SAID = (None, "yes", "if_need_be", "no")
Vote = namedtuple("Vote", "person_id expert_id answer note")
Option = namedtuple("Option", "pk place place_id starts_at ends_at votes")
Place = namedtuple("Place", "capacity offered_by")
Question = namedtuple("Question", "quorum facilitator_must experts options network")
Setting = namedtuple("Setting", "guests_allowed")


class Rows(list):
    all = list.copy


NOW = timezone.now()
PEOPLE = [Asked(key=(pk, None), name=f"P{pk}", participant=pk > 0, facilitator=pk == 0) for pk in range(5)]


def question(ballots, quorum, facilitator_must, capacities, guests_allowed):
    options = Rows()
    for pk, capacity in enumerate(capacities):
        votes = Rows(
            Vote(person, None, ballot[pk % len(ballot)], "")
            for person, ballot in enumerate(ballots)
            if ballot[pk % len(ballot)]
        )
        starts = NOW + timedelta(days=pk % 3 + 1)
        options.append(Option(pk, Place(capacity, None), pk % 2, starts, starts + timedelta(hours=3), votes))
    return Question(quorum, facilitator_must, Rows(), options, Setting(guests_allowed))


ballots = st.lists(st.lists(st.sampled_from(SAID), min_size=6, max_size=6), min_size=5, max_size=5)
capacities = st.lists(st.none() | st.integers(1, 6), min_size=1, max_size=6)
any_question = st.builds(question, ballots, st.integers(0, 100), st.booleans(), capacities, st.booleans())


@given(any_question)
def test_everybody_is_in_exactly_one_group(asked):
    for it in ranking(asked, PEOPLE):
        groups = [*it.able, *it.if_need_be, *it.missing, *it.silent]
        assert sorted(each.key for each in groups) == sorted(each.key for each in PEOPLE)


@given(any_question)
def test_good_ones_come_before_others_and_among_good_ones_the_most_people(asked):
    ranked = ranking(asked, PEOPLE)

    assert len(ranked) == len(asked.options)
    possible = [it.is_possible for it in ranked]
    assert possible == sorted(possible, reverse=True)
    within = [it.fits for it in ranked if it.is_possible]
    assert within == sorted(within, reverse=True)
    good = [(-len(it.coming), len(it.if_need_be)) for it in ranked if it.fits]
    assert good == sorted(good)
    assert all(len(it.coming) <= (it.option.place.capacity or 99) for it in ranked if it.is_possible)


@given(any_question, st.randoms())
def test_the_order_in_which_answers_came_does_not_matter(asked, random):
    shuffled = asked._replace(options=Rows(it._replace(votes=Rows(it.votes)) for it in asked.options))
    random.shuffle(shuffled.options)
    for option in shuffled.options:
        random.shuffle(option.votes)

    assert [it.option.pk for it in ranking(shuffled, PEOPLE)] == [it.option.pk for it in ranking(asked, PEOPLE)]


@given(any_question)
def test_a_good_one_keeps_its_rules(asked):
    for it in ranking(asked, PEOPLE):
        participants = [each for each in it.coming if each.participant]
        keeps = len(participants) * 100 >= asked.quorum * 4 and (
            not asked.facilitator_must or any(each.facilitator for each in it.coming)
        )
        with_guests = len(it.coming) + (len(participants) if asked.network.guests_allowed else 0)
        guests_fit = with_guests <= (it.option.place.capacity or 99) or not participants
        assert it.fits == (keeps and it.is_possible and guests_fit)


class Course(RuleBasedStateMachine):
    """A poll in the hands of people who do anything at any time, beside what should be true of it."""

    def __init__(self):
        super().__init__()
        self.bram = UserFactory()
        network = NetworkFactory(page=False, facilitators=[self.bram])
        self.people = [EnrolmentFactory(network=network).person, EnrolmentFactory(network=network).person, self.bram]
        facts = {"title": "Wanneer?", "deadline": in_days(5), "options": new_options((8, 9), capacity=2)}
        self.pk = services.make_poll(network=network, by=self.bram, **facts).pk
        self.open, self.said = False, {}

    @property
    def poll(self):
        return Poll.objects.get(pk=self.pk)

    def tried(self, work):
        try:
            return work()
        except DomainError:
            return None

    @rule()
    def open_it(self):
        if self.tried(lambda: services.open_poll(poll=self.poll, by=self.bram)):
            self.open = True

    @rule()
    def close_it(self):
        if self.tried(lambda: services.close_poll(poll=self.poll, by=self.bram)):
            self.open = False

    @rule(who=st.integers(0, 2), answers=st.lists(st.sampled_from(SAID[1:]), min_size=4, max_size=4))
    def vote(self, who, answers):
        options = list(self.poll.options.all())
        votes = [services.Vote(option.pk, answer) for option, answer in zip(options, answers, strict=True)]
        stored = self.tried(lambda: services.vote(poll=self.poll, person=self.people[who], votes=votes))
        assert bool(stored) == self.open
        if stored:
            self.said |= {(self.people[who].pk, it.option): it.answer for it in votes}

    @rule(which=st.integers(0, 3), anyway=st.booleans())
    def decide(self, which, anyway):
        option = self.poll.options.all()[which]
        if self.tried(lambda: services.decide_poll(poll=self.poll, option=option, by=self.bram, anyway=anyway)):
            self.open = False
            coming = [said for (_who, pk), said in self.said.items() if pk == option.pk and said != "no"]
            assert len(coming) <= 2

    @precondition(lambda self: self.poll.state == Poll.State.DECIDED)
    @rule()
    def fall_through(self):
        services.cancel_meeting(meeting=self.poll.meeting, by=self.bram, reason="Ziekte")

    @rule()
    def open_again(self):
        if self.tried(lambda: services.reopen_poll(poll=self.poll, by=self.bram, deadline=in_days(6))):
            self.open = True

    @invariant()
    def answers_are_kept(self):
        rows = PollVote.objects.filter(option__poll=self.pk).values_list("person", "option", "answer")
        assert {(person, option): answer for person, option, answer in rows} == self.said

    @invariant()
    def there_is_at_most_one_meeting_and_decided_means_there_is_one(self):
        poll = self.poll
        assert Meeting.objects.filter(series__network=poll.network).count() <= 1
        assert (poll.state == Poll.State.DECIDED) == bool(poll.chosen and poll.meeting)
        assert poll.takes_votes == self.open


class TestCourse(TestCase):
    def test_whatever_people_do(self):
        run_state_machine_as_test(
            Course,
            settings=settings(
                max_examples=12, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
            ),
        )
