"""From the question to the meeting, and back when it falls through."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail

from core.errors import InvalidInput
from networks import services
from networks.errors import (
    MeetingGoesOn,
    NotAsked,
    NotChoosable,
    NotTakingPart,
    PollClosed,
    PollDecided,
    RulesNotMet,
)
from networks.models import Meeting, Poll, PollVote
from networks.polling import people_asked, ranking
from tests.factories.networks import EnrolmentFactory, MeetingFactory
from tests.networks.polls.conftest import DAY, in_days, kinds_of, make_poll, new_options, open_poll, say

State = Poll.State


def best(poll):
    return ranking(Poll.objects.with_ballots().get(pk=poll.pk), people_asked(poll.network))


def test_only_opening_asks_people(network, bram, sanne):
    poll = make_poll(network, bram)
    assert kinds_of(sanne) == []

    services.open_poll(poll=poll, by=bram)
    services.open_poll(poll=poll, by=bram)

    assert (kinds_of(sanne), kinds_of(bram)) == (["poll.opened"], [])


def test_dates_times_places_make_the_options_and_share_the_places(poll):
    assert poll.places.count() == 2
    assert poll.options.count() == 4


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"title": "a\x00b"}, "title"),
        ({"quorum": 101}, "quorum"),
        ({"deadline": in_days(-1)}, "deadline"),
        ({"deadline": in_days(300)}, "deadline"),
        ({"deadline": in_days(4000)}, "deadline"),
        ({"options": []}, "options"),
        ({"options": new_options(days=(-3,))}, "options"),
        ({"options": new_options(days=(2000,))}, "options"),
        ({"options": new_options(days=range(20, 51), places=("A", "B"))}, "options"),
        ({"options": new_options(capacity=0)}, "options"),
        ({"options": new_options(places=("x" * 300,))}, "options"),
        ({"experts": [f"Expert {number}" for number in range(11)]}, "experts"),
        ({"experts": ["x" * 300]}, "experts"),
    ],
)
def test_what_cannot_be_asked_is_refused_at_the_field(facts, field, network, bram):
    with pytest.raises(InvalidInput) as refused:
        make_poll(network, bram, **facts)

    assert field in refused.value.errors


def test_a_poll_is_for_a_meeting_of_its_own_network(network, bram):
    with pytest.raises(InvalidInput) as refused:
        make_poll(network, bram, meeting=MeetingFactory())

    assert "meeting" in refused.value.errors


def test_an_answer_can_change_until_the_deadline_and_not_at_it(poll, sanne):
    say(poll, sanne, "yes", "no", "no", "no")
    with time_machine.travel(poll.deadline - timedelta(seconds=1), tick=False):
        say(poll, sanne, "no", "if_need_be")
    with time_machine.travel(poll.deadline, tick=False), pytest.raises(PollClosed):
        say(poll, sanne, "yes", "yes", "yes", "yes")

    assert list(PollVote.objects.values_list("answer", flat=True).order_by("option__starts_at", "option__place")) == [
        "no",
        "if_need_be",
    ]


@pytest.mark.parametrize(
    "votes", [[("other", "yes")], [(0, "yes"), (0, "no")], [(0, "perhaps")], [(0, "yes", "x" * 301)]]
)
def test_an_answer_that_does_not_fit_stores_nothing(votes, poll, options, sanne, bram):
    other = open_poll(poll.network, bram).options.first()
    given = [services.Vote(other.pk if which == "other" else options[which].pk, *rest) for which, *rest in votes]

    with pytest.raises(InvalidInput):
        services.vote(poll=poll, person=sanne, votes=given)

    assert not PollVote.objects.exists()


def test_outsiders_are_not_asked(poll, kees):
    with pytest.raises(NotAsked):
        say(poll, kees, "yes")


def test_all_have_answered_is_told_once_and_only_when_all_have(poll, sanne, mila, bram):
    say(poll, sanne, "yes", "yes", "yes", "yes")
    say(poll, mila, "yes", "yes", "yes")
    assert kinds_of(bram) == []

    say(poll, mila, "yes", "yes", "yes", "no")
    say(poll, mila, "no", "yes", "yes", "no")

    assert kinds_of(bram) == ["poll.complete"]


def test_reminders_go_to_those_who_did_not_answer_and_once_per_moment(poll, sanne, mila, bram):
    say(poll, sanne, "yes", "yes", "yes", "yes")
    for before in (4 * DAY, 2 * DAY, 2 * DAY, DAY / 2, DAY / 3):
        with time_machine.travel(poll.deadline - before, tick=False):
            services.remind_and_end()
    for _twice in range(2):
        with time_machine.travel(poll.deadline, tick=False):
            services.remind_and_end()

    assert kinds_of(sanne) == ["poll.opened"]
    assert kinds_of(mila) == ["poll.opened", "poll.reminder", "poll.reminder"]
    assert kinds_of(bram) == ["poll.reminder", "poll.reminder", "poll.ended"]


def test_moments_before_opening_remind_nobody(network, bram, mila):
    open_poll(network, bram, deadline=in_days(2))

    services.remind_and_end()

    assert kinds_of(mila) == ["poll.opened"]


def test_more_time_reminds_anew(poll, sanne, bram):
    with time_machine.travel(poll.deadline, tick=False):
        services.remind_and_end()
        services.change_poll(poll=poll, by=bram, deadline=in_days(7))
        say(Poll.objects.get(), sanne, "yes")
    with time_machine.travel(in_days(15), tick=False):
        services.remind_and_end()

    assert kinds_of(sanne) == ["poll.opened", "poll.reopened", "poll.reminder"]


def test_a_school_that_hosts_adds_the_dates_it_can(poll, options, sanne, mila, bram):
    say(poll, mila, "yes", "yes", "yes", "yes")
    date = (options[0].starts_at, options[0].ends_at)

    place = services.offer_school(poll=poll, enrolment=sanne.enrolments.get(), dates=[date], capacity=12)
    services.offer_school(poll=poll, enrolment=sanne.enrolments.get(), dates=[date], capacity=14, address="Kade 1")

    place.refresh_from_db()
    assert (place.host, place.capacity, place.address) == (sanne.enrolments.get().school, 14, "Kade 1")
    assert place.options.get().starts_at == date[0]
    assert kinds_of(bram) == ["poll.hosted"]
    assert kinds_of(mila) == ["poll.opened", "poll.offered"]
    assert list(Poll.objects.waiting_for(mila)) == [poll]

    services.take_back_offer(poll=poll, enrolment=sanne.enrolments.get())

    assert poll.options.count() == 4
    assert not Poll.objects.waiting_for(mila).exists()


def test_only_dates_of_the_poll_and_only_participants_offer(poll, network, sanne):
    with pytest.raises(InvalidInput):
        services.offer_school(
            poll=poll, enrolment=sanne.enrolments.get(), dates=[(in_days(3), in_days(3, 12))], capacity=9
        )
    waiting = EnrolmentFactory(network=network, state="waiting")
    with pytest.raises(NotTakingPart):
        services.offer_school(poll=poll, enrolment=waiting, dates=[], capacity=9)


def test_the_best_comes_first_with_who_would_miss_and_why(network, bram, sanne, mila):
    poll = open_poll(network, bram, quorum=100, experts=["Prof. Els Berg"])
    say(poll, sanne, "yes", "no", "yes", "yes")
    say(poll, mila, "yes", "yes", "if_need_be", "yes")
    say(poll, bram, "yes", "yes", "yes", "no")
    expert = poll.experts.get()
    votes = [services.Vote(option.pk, "yes") for option in poll.options.all()]
    services.vote_for_expert(expert=expert, by=bram, votes=votes)
    first, second, third, fourth = best(poll)
    options = list(poll.options.all())

    assert [first.option, second.option] == [options[0], options[2]]
    assert (first.fits, second.fits, [it.name for it in second.if_need_be]) == (True, True, [mila.name])
    assert {it.option for it in (third, fourth)} == {options[1], options[3]}
    assert [rule.text for it in (third, fourth) if it.option == options[1] for rule in it.broken] == [
        "Kunnen komen: 1 van de 2 deelnemers (50%); gevraagd is 100%."
    ]


def test_deciding_makes_a_meeting_and_tells_everybody(
    poll, options, sanne, mila, bram, django_capture_on_commit_callbacks
):
    for person in (sanne, mila, bram):
        say(poll, person, "yes", "no", "yes", "no")

    with django_capture_on_commit_callbacks(execute=True):
        meeting = services.decide_poll(poll=poll, option=options[2], by=bram)
        again = services.decide_poll(poll=poll, option=options[2], by=bram)

    poll.refresh_from_db()
    assert (meeting.starts_at, meeting.place) == (options[2].starts_at, "Waterdam")
    assert (again, Meeting.objects.count()) == (meeting, 1)
    assert (poll.state, poll.chosen, poll.meeting) == (State.DECIDED, options[2], meeting)
    assert sorted(message.to[0] for message in mail.outbox) == sorted([sanne.email, mila.email, bram.email])
    assert any(mimetype == "text/calendar; method=REQUEST" for _content, mimetype in mail.outbox[0].alternatives)
    with pytest.raises(PollDecided):
        services.decide_poll(poll=poll, option=options[0], by=bram, anyway=True)
    with pytest.raises(PollClosed):
        say(poll, sanne, "yes")


def test_deciding_fills_the_meeting_that_the_poll_is_for(network, sanne, bram):
    open_meeting = MeetingFactory(series__network=network, number=4, starts_at=None, ends_at=None, place="")
    poll = open_poll(network, bram, meeting=open_meeting, quorum=0, facilitator_must=False)

    services.decide_poll(poll=poll, option=poll.options.first(), by=bram)

    open_meeting.refresh_from_db()
    assert (open_meeting.place, open_meeting.sequence, Meeting.objects.count()) == ("Waterdam", 1, 1)
    assert kinds_of(sanne) == ["poll.opened", "meeting.dated"]


def test_rules_can_be_passed_over_only_knowingly(poll, options, bram):
    with pytest.raises(RulesNotMet) as refused:
        services.decide_poll(poll=poll, option=options[0], by=bram)

    assert len(refused.value.errors["option"]) == 2
    assert services.decide_poll(poll=poll, option=options[0], by=bram, anyway=True).pk


def test_a_room_that_is_too_small_and_a_date_that_passed_are_never_chosen(network, bram, sanne, mila):
    poll = open_poll(network, bram, quorum=0, facilitator_must=False, options=new_options(capacity=1))
    options = list(poll.options.all())
    for person in (sanne, mila):
        say(poll, person, "yes", "no", "no", "no")

    with pytest.raises(NotChoosable):
        services.decide_poll(poll=poll, option=options[0], by=bram, anyway=True)
    with time_machine.travel(in_days(21), tick=False), pytest.raises(NotChoosable):
        services.decide_poll(poll=poll, option=options[1], by=bram, anyway=True)


def test_an_option_of_another_poll_cannot_be_chosen(poll, bram):
    other = open_poll(poll.network, bram)

    with pytest.raises(NotChoosable):
        services.decide_poll(poll=poll, option=other.options.first(), by=bram, anyway=True)


def test_when_it_falls_through_the_poll_opens_again_with_all_answers(poll, options, sanne, bram):
    say(poll, sanne, "yes", "yes", "yes", "yes")
    meeting = services.decide_poll(poll=poll, option=options[0], by=bram, anyway=True)
    with pytest.raises(MeetingGoesOn):
        services.reopen_poll(poll=poll, by=bram, deadline=in_days(12))
    services.cancel_meeting(meeting=meeting, by=bram, reason="De zaal is dubbel verhuurd.")

    again = services.reopen_poll(poll=poll, by=bram, deadline=in_days(12))
    second = services.decide_poll(poll=poll, option=options[2], by=bram, anyway=True)

    assert (again.takes_votes, again.chosen, PollVote.objects.count()) == (True, None, 4)
    assert (second.pk, second.is_cancelled, second.starts_at) == (meeting.pk, False, options[2].starts_at)
    assert kinds_of(sanne)[-4:] == ["meeting.dated", "meeting.cancelled", "poll.reopened", "meeting.dated"]


def test_closing_and_discarding(network, bram, sanne):
    draft, poll = make_poll(network, bram), open_poll(network, bram)

    assert [services.close_poll(poll=poll, by=bram).state for _twice in range(2)] == [State.CLOSED] * 2
    with pytest.raises(PollClosed):
        say(poll, sanne, "yes")
    with pytest.raises(PollClosed):
        services.change_poll(poll=poll, by=bram, title="Anders")
    with pytest.raises(PollClosed):
        services.discard_poll(poll=poll, by=bram)
    services.discard_poll(poll=draft, by=bram)

    assert Poll.objects.get() == poll


def test_who_left_counts_no_more_and_their_offer_shows_it(poll, options, sanne, mila):
    say(poll, sanne, "yes", "yes", "yes", "yes")
    date = (options[0].starts_at, options[0].ends_at)
    services.offer_school(poll=poll, enrolment=sanne.enrolments.get(), dates=[date], capacity=12)

    services.withdraw(enrolment=sanne.enrolments.get())

    found = best(poll)
    assert all(sanne.name not in [it.name for it in [*each.coming, *each.silent]] for each in found)
    assert any("heeft deze plaats aangeboden" in rule.text for each in found for rule in each.broken)
    assert not Poll.objects.waiting_for(sanne).exists()
