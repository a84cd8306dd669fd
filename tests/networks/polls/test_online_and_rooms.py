"""A place can be online, and a room has seats: for participants, experts and the guests that participants bring."""

import pytest
from django.urls import reverse

from networks import services
from networks.errors import GuestsNotAllowed, NotChoosable, RoomFull, RulesNotMet
from networks.models import Attendance, GuestPass, Meeting, Network, Poll, PollPlace
from networks.polling import people_asked, ranking
from tests.factories.networks import EnrolmentFactory, MeetingFactory
from tests.networks.conftest import Caller, signed_in
from tests.networks.polls.conftest import in_days, new_options, open_poll, say
from tests.networks.polls.test_pages import asked

ROOM = "https://video.leernetwerk.example/kamer"


@pytest.fixture
def online(network, bram, sanne):
    """One date, online; both can come."""
    poll = open_poll(network, bram, options=new_options((20,), ("",), online_url=ROOM))
    for person in (sanne, bram):
        say(poll, person, "yes")
    return poll


def test_deciding_carries_the_online_address_to_the_meeting(online, network, bram, sanne):
    meeting = services.decide_poll(poll=online, option=online.options.get(), by=bram)

    assert (meeting.place, meeting.online_url) == ("", ROOM)
    shown = signed_in(sanne).get(meeting.url).text
    assert ROOM in shown
    assert "Plaats nog te bepalen" not in shown


def test_an_online_place_reads_as_such_and_keeps_its_address_for_members(online, network, sanne, bram, kees):
    assert str(online.options.get().place) == "Online"
    assert "Online" in signed_in(sanne).get(online.url).text
    [option] = Caller(sanne)("get", f"polls/{online.pk}").json()["options"]
    assert (option["place"], option["online_url"], option["rules"][-1]["met"]) == ("", ROOM, True)
    assert Caller(kees)("get", f"polls/{online.pk}").status_code == 403


def test_choosing_a_room_afterwards_takes_the_online_address_away(network, bram, sanne):
    options = [*new_options((20,), ("",), online_url=ROOM), *new_options((21,), ("Waterdam",))]
    poll = open_poll(network, bram, options=options)
    for person in (sanne, bram):
        say(poll, person, "yes", "yes")
    first, second = poll.options.all()
    meeting = services.decide_poll(poll=poll, option=first, by=bram)
    services.cancel_meeting(meeting=meeting, by=bram, reason="Toch liever samen.")
    services.reopen_poll(poll=poll, by=bram, deadline=poll.deadline)

    meeting = services.decide_poll(poll=poll, option=second, by=bram)

    assert (meeting.place, meeting.online_url) == ("Waterdam", "")


def test_a_facilitator_asks_for_a_room_and_for_online_on_the_page(network, bram):
    filled = asked(**{"places-0-name": "", "places-0-online_url": ROOM})
    browser = signed_in(bram)

    answer = browser.post(reverse("networks:make_poll", args=[network.slug]), filled, follow=True)

    assert answer.status_code == 200
    poll = Poll.objects.get()
    places = {place.name: place.online_url for place in poll.places.all()}
    assert places[""] == ROOM
    place = poll.places.get(name="")
    change = reverse("networks:change_place", args=[network.slug, poll.pk, place.pk])
    browser.post(change, {"name": "Videogesprek", "online_url": "javascript:x()"})
    browser.post(change, {"name": "Videogesprek", "online_url": f"{ROOM}2", "capacity": "40"})
    place.refresh_from_db()
    assert (place.name, place.online_url, place.capacity) == ("Videogesprek", f"{ROOM}2", 40)


def test_a_date_that_is_added_later_is_asked_online_too(online, network, bram):
    filled = asked(dates=(40,), places=(), title=online.title)

    assert (
        signed_in(bram).post(reverse("networks:change_poll", args=[network.slug, online.pk]), filled).status_code == 302
    )

    assert online.options.count() == 2
    assert PollPlace.objects.get().online_url == ROOM
    assert {it.place_id for it in online.options.all()} == {PollPlace.objects.get().pk}


def test_an_online_place_through_the_api(network, bram):
    option = {"starts_at": in_days(20).isoformat(), "ends_at": in_days(20, 12).isoformat()}
    body = {"title": "Wanneer?", "deadline": in_days(9).isoformat(), "options": [option | {"online_url": ROOM}]}

    assert Caller(bram)("post", f"networks/{network.slug}/polls", body).json()["options"][0]["online_url"] == ROOM
    place = Caller(bram)("get", f"polls/{Poll.objects.get().pk}").json()["options"][0]["place_id"]
    path = f"polls/{Poll.objects.get().pk}/places/{place}"
    assert Caller(bram)("put", path, {"online_url": f"{ROOM}2"}).json()["options"][0]["online_url"] == f"{ROOM}2"
    body["options"][0]["online_url"] = "javascript:x()"
    assert Caller(bram)("post", f"networks/{network.slug}/polls", body).status_code == 422


def rules(poll):
    poll = Poll.objects.with_ballots().get(pk=poll.pk)
    return {it.text: it.met for it in ranking(poll, people_asked(poll.network))[0].rules}


@pytest.fixture
def small(network, bram, sanne):
    """A poll about one date in a room for so many; Sanne and Bram can come."""

    def small(capacity):
        poll = open_poll(network, bram, options=new_options((20,), ("Lokaal 3",), capacity=capacity))
        for person in (sanne, bram):
            say(poll, person, "yes")
        return poll

    return small


def test_a_room_is_weighed_with_the_guest_that_each_participant_may_bring(small, bram):
    roomy, tight, full = small(3), small(2), small(1)

    assert rules(roomy)["Er is ook ruimte voor ieders gast: dat maakt 3 mensen."] is True
    assert rules(tight)["Als iedereen een gast meeneemt, komen er 3 mensen, en er is ruimte voor 2."] is False
    with pytest.raises(RulesNotMet):
        services.decide_poll(poll=tight, option=tight.options.get(), by=bram)
    with pytest.raises(NotChoosable):
        services.decide_poll(poll=full, option=full.options.get(), by=bram, anyway=True)
    meeting = services.decide_poll(poll=tight, option=tight.options.get(), by=bram, anyway=True)
    assert meeting.capacity == 2


def test_without_guests_only_who_comes_counts(small, network, bram):
    Network.objects.filter(pk=network.pk).update(guests_allowed=False)
    tight = small(2)

    assert len(rules(tight)) == 3
    assert services.decide_poll(poll=tight, option=tight.options.get(), by=bram).capacity == 2


@pytest.fixture
def meeting(network):
    return MeetingFactory(series__network=network, number=1, capacity=4)


def bring(meeting, person, number):
    facts = {"name": f"Gast {number}", "email": f"gast{number}@scholen.example"}
    return services.invite_guest(meeting=meeting, enrolment=person.enrolments.get(), **facts)


def test_a_guest_is_refused_kindly_when_the_room_is_full(meeting, network, sanne, bram):
    mila = EnrolmentFactory(network=network).person
    bring(meeting, sanne, 1)  # Sanne, Mila, Bram and one guest: four

    with pytest.raises(RoomFull):
        bring(meeting, mila, 2)
    answer = Caller(mila)("put", f"meetings/{meeting.pk}/guest", {"name": "Mo", "email": "mo@scholen.example"})
    assert (answer.status_code, answer.json()["code"]) == (409, "room_full")
    shown = signed_in(mila).get(reverse("networks:guest", args=[network.slug, meeting.pk]))
    assert "is vol" in shown.text
    assert 'name="email"' not in shown.text

    assert bring(meeting, sanne, 3).pk  # in the place of the first
    assert GuestPass.objects.filter(withdrawn_at=None).count() == 1


def test_who_is_absent_makes_room_and_an_expert_takes_it(meeting, network, sanne, bram):
    mila = EnrolmentFactory(network=network).person
    services.invite_expert(meeting=meeting, by=bram, name="Els", email="els@hogeschool.example")
    with pytest.raises(RoomFull):
        bring(meeting, sanne, 1)

    services.announce_absence(meeting=meeting, enrolment=mila.enrolments.get(), reason="Examens.")

    assert bring(meeting, sanne, 1).pk
    assert Attendance.objects.count() == 1


def test_a_meeting_without_a_number_has_room_for_all(meeting, sanne):
    Meeting.objects.update(capacity=None)
    meeting.refresh_from_db()

    assert bring(meeting, sanne, 1).pk


def test_where_participants_come_alone_nobody_brings_a_guest(meeting, network, sanne):
    Network.objects.update(guests_allowed=False)
    meeting.refresh_from_db()
    browser = signed_in(sanne)

    with pytest.raises(GuestsNotAllowed):
        bring(Meeting.objects.with_network().get(), sanne, 1)
    assert "nemen deelnemers geen gasten mee" in browser.get(f"{meeting.url}gast/").text
    assert f"{meeting.url}gast/" not in browser.get(meeting.url).text
    assert Caller(sanne)("get", f"networks/{network.slug}").json()["guests_allowed"] is False


def test_a_facilitator_says_how_much_room_there_is(meeting, network, bram, sanne):
    path = reverse("networks:edit_meeting", args=[network.slug, meeting.pk])
    filled = {"day": "2030-10-28", "starts": "09:30", "ends": "12:30", "place": "Waterdam", "capacity": "12"}

    assert signed_in(bram).post(path, filled | {"capacity": "0"}).status_code == 422
    assert signed_in(bram).post(path, filled).status_code == 302

    meeting.refresh_from_db()
    assert meeting.capacity == 12
    assert "plaats voor 12 mensen" in signed_in(sanne).get(meeting.url).text
    assert Caller(sanne)("get", f"networks/{network.slug}/meetings").json()["items"][0]["capacity"] == 12
