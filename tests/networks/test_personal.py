"""What somebody takes along, and what stays of who ends the account: hand-ins, votes, offers to host and support."""

import pytest

from accounts import export
from networks import personal, services
from networks.models import HandIn, PollVote
from networks.services import erasing
from tests.factories.assignments import AssignmentFactory, HandInFactory
from tests.networks.polls.conftest import open_poll, say


@pytest.fixture
def life(network, bram, sanne):
    """Sanne voted, offered her school, handed in for herself and her school, commented, and asked for support."""
    own = network.enrolments.get(person=sanne)
    poll = open_poll(network, bram)
    services.offer_school(
        poll=poll, enrolment=own, dates=list(poll.options.values_list("starts_at", "ends_at"))[:1], capacity=30
    )
    say(poll, sanne, *["yes"] * poll.options.count())
    mine = HandInFactory(assignment__network=network, enrolment=own, written_by=sanne)
    schools = HandInFactory(
        assignment=AssignmentFactory(network=network, per="school"), enrolment=None, school=own.school, written_by=sanne
    )
    services.comment_on_hand_in(hand_in=schools, by=sanne, text="Dit leerden wij.", by_owner=True)
    support = services.ask_for_support(enrolment=own, subject="Hulp", text="Wij lopen vast.")
    return {"poll": poll, "mine": mine, "schools": schools, "support": support}


def test_the_export_holds_votes_offers_and_what_was_done(life, sanne):
    polls, log = personal.exported_polls(sanne), personal.exported_log(sanne)

    assert {vote["answer"] for vote in polls["votes"]} == {"yes"}
    assert [offer["capacity"] for offer in polls["offers_to_host"]] == [30]
    assert [(line["by_me"], "ondersteuning" in line["what"]) for line in log] == [(True, True)]
    assert export.build(sanne)


def test_ending_the_account_takes_own_work_and_votes_along(life, sanne):
    erasing.forget(sanne)

    assert not PollVote.objects.filter(person=sanne).exists()
    assert not HandIn.objects.filter(pk=life["mine"].pk).exists()
    assert life["poll"].places.filter(offered_by=None).count() == life["poll"].places.count()


def test_what_is_of_the_school_stays_without_a_name(life, sanne, bram):
    services.handle_support(request=life["support"], by=bram, owner=bram, state="in_hand")

    erasing.forget(sanne)

    life["schools"].refresh_from_db()
    life["support"].refresh_from_db()
    assert (life["schools"].written_by, life["schools"].comments.get().author) == (None, None)
    assert (life["support"].filed_by, life["support"].owner) == (None, bram)
    assert [message.author for message in life["support"].messages.all()] == [None, bram]
