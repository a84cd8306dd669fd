"""The pages of polls: who may open them, and what people do there."""

import pytest
import time_machine
from django.db import transaction
from django.urls import reverse

from networks import services
from networks.models import Meeting, Network, Poll, PollVote
from tests.factories.networks import EnrolmentFactory, MeetingFactory
from tests.networks.conftest import signed_in
from tests.networks.polls.conftest import in_days, make_poll, new_options, open_poll, say

ROLES = ("visitor", "outsider", "requested", "waiting", "participant", "other facilitator", "facilitator", "manager")
INSIDE = (302, 403, 403, 403, 200, 403, 200, 200)
RUNNING = (302, 404, 404, 404, 403, 404, 200, 200)
GET = {
    "peilingen/": INSIDE,
    "peilingen/{poll}/": INSIDE,
    "peilingen/{draft}/": (302, 403, 403, 403, 404, 403, 200, 200),
    "peilingen/{poll}/school/": (302, 403, 403, 403, 200, 403, 409, 409),
    "begeleiding/peilingen/nieuw/": RUNNING,
    "begeleiding/peilingen/{poll}/wijzigen/": RUNNING,
    "begeleiding/peilingen/{poll}/heropenen/": RUNNING,
    "begeleiding/peilingen/{poll}/kiezen/{option}/": RUNNING,
    "begeleiding/peilingen/{poll}/deskundigen/{expert}/": RUNNING,
    "begeleiding/peilingen/{poll}/plaatsen/{place}/": RUNNING,
}
DONE = (302, 404, 404, 404, 403, 404, 302, 302)
POST = {
    "peilingen/{poll}/": (302, 403, 403, 403, 422, 403, 422, 409),
    "peilingen/{poll}/school/intrekken/": (302, 403, 403, 403, 302, 403, 409, 409),
    "begeleiding/peilingen/{draft}/openen/": DONE,
    "begeleiding/peilingen/{poll}/sluiten/": DONE,
    "begeleiding/peilingen/{draft}/weggooien/": DONE,
    "begeleiding/peilingen/{poll}/kiezen/{option}/": (302, 404, 404, 404, 403, 404, 409, 409),
}


@pytest.fixture
def addresses(network, bram):
    """Fills the placeholders of the tables."""
    poll, draft = open_poll(network, bram, experts=["Prof. Els Berg"]), make_poll(network, bram)
    known = {
        "poll": poll.pk,
        "draft": draft.pk,
        "option": poll.options.first().pk,
        "expert": poll.experts.get().pk,
        "place": poll.places.first().pk,
    }
    return lambda address: f"/netwerken/{network.slug}/{address.format(**known)}"


def outcomes(call):
    """The status that each role gets; nothing of what it does stays."""
    found = []
    for role in ROLES:
        with transaction.atomic():
            found.append(call(role).status_code)
            transaction.set_rollback(True)
    return tuple(found)


@pytest.mark.parametrize(("address", "expected"), GET.items())
def test_who_may_open_what(address, expected, client_as, addresses):
    assert outcomes(lambda role: client_as(role).get(addresses(address))) == expected


@pytest.mark.parametrize(("address", "expected"), POST.items())
def test_who_may_do_what(address, expected, client_as, addresses):
    assert outcomes(lambda role: client_as(role).post(addresses(address))) == expected


def test_polls_of_a_hidden_network_do_not_exist_for_outsiders(client_as, addresses, network):
    Network.objects.filter(pk=network.pk).update(hidden=True)

    for address in GET:
        assert client_as("outsider").get(addresses(address)).status_code == 404


def test_a_poll_is_known_only_in_its_own_network(poll, people, client_as):
    other = Network.objects.get(facilitators=people["other facilitator"])

    for name in ("poll", "change_poll"):
        address = reverse(f"networks:{name}", args=[other.slug, poll.pk])
        assert client_as("other facilitator").get(address).status_code == 404


def answers(options, *given, note=""):
    fields = {f"answer_{option.pk}": answer for option, answer in zip(options, given, strict=False)}
    return fields | {f"note_{options[0].pk}": note}


def test_answering_shows_what_was_answered_and_changes(poll, options, sanne):
    browser = signed_in(sanne)
    assert "Wanneer en waar kunt u komen?" in browser.get(poll.url).content.decode()

    page = browser.post(
        poll.url, answers(options, "yes", "no", "yes", "no", note="Ik moet om 12 uur weg."), follow=True
    )

    text = page.content.decode()
    assert "Uw antwoorden" in text
    assert text.count("checked") == 4
    assert "Ik moet om 12 uur weg." in text
    assert PollVote.objects.filter(person=sanne).count() == 4


def test_what_is_missing_is_said_at_the_question_and_the_rest_is_kept(poll, options, sanne):
    page = signed_in(sanne).post(poll.url, answers(options, "yes", "no", "yes", note="x"))

    text = page.content.decode()
    assert page.status_code == 422
    assert f'href="#id_answer_{options[3].pk}_0"' in text
    assert text.count("checked") == 3
    assert not PollVote.objects.exists()


def test_after_the_deadline_the_page_says_so_and_takes_nothing(poll, options, sanne):
    with time_machine.travel(poll.deadline):
        browser = signed_in(sanne)
        assert "Antwoorden kon tot" in browser.get(poll.url).content.decode()
        answer = browser.post(poll.url, answers(options, "yes", "yes", "yes", "yes"))

    assert answer.status_code == 409
    assert not PollVote.objects.exists()


def rows(prefix, *filled):
    fields = {f"{prefix}-TOTAL_FORMS": len(filled), f"{prefix}-INITIAL_FORMS": 0}
    return fields | {f"{prefix}-{n}-{key}": value for n, row in enumerate(filled) for key, value in row.items()}


def asked(dates=(20, 27), places=("Waterdam", "Oosterhaven"), **changes):
    days = [{"day": in_days(day).date().isoformat(), "starts": "09:30", "ends": "12:30"} for day in dates]
    facts = {"title": "Wanneer?", "deadline": in_days(10).date().isoformat(), "deadline_time": "18:00", "quorum": "50"}
    return facts | rows("dates", *days) | rows("places", *({"name": place} for place in places)) | changes


def test_the_facilitator_makes_changes_and_opens_a_poll(network, bram, sanne):
    browser = signed_in(bram)

    page = browser.post(
        reverse("networks:make_poll", args=[network.slug]), asked(experts="Els Berg\nJan Smit"), follow=True
    )
    poll = Poll.objects.get()
    assert "Openen en iedereen vragen" in page.content.decode()
    assert [poll.options.count(), poll.experts.count(), poll.state] == [4, 2, "draft"]
    change = reverse("networks:change_poll", args=[network.slug, poll.pk])
    assert "Els Berg" in browser.get(change).content.decode()
    changed = asked(dates=(34,), places=("Online",), title="Toch anders", remove=[poll.options.first().pk])
    browser.post(change, changed)
    browser.post(reverse("networks:open_poll", args=[network.slug, poll.pk]))

    poll.refresh_from_db()
    assert (poll.title, poll.state, poll.experts.count()) == ("Toch anders", "open", 0)
    # Three were kept; the new date comes at three places, and the new place on both old dates.
    assert poll.options.count() == 3 + 3 + 2
    assert [it.kind for it in sanne.notifications.all()] == ["poll.opened"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": ""}, "title"),
        ({"deadline": "2020-01-01"}, "deadline"),
        ({"quorum": "200"}, "quorum"),
        ({"meeting": "meeting-0"}, "meeting"),
        ({"dates": ()}, "__all__"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(changes, field, network, bram):
    page = signed_in(bram).post(reverse("networks:make_poll", args=[network.slug]), asked(**changes))

    assert page.status_code == 422
    assert field in page.context["form"].errors
    assert 'value="Oosterhaven"' in page.content.decode()


def test_choosing_asks_to_confirm_and_makes_the_meeting(poll, options, network, bram, sanne, mila):
    for person in (sanne, mila, bram):
        say(poll, person, "yes", "no", "no", "no")
    browser, choose = signed_in(bram), reverse("networks:decide_poll", args=[network.slug, poll.pk, options[0].pk])
    assert "Ja, kiezen en iedereen berichten" in browser.get(choose).content.decode()

    page = browser.post(choose, follow=True)

    assert page.redirect_chain[0][0] == Meeting.objects.get().url
    assert "Besloten:" in signed_in(sanne).get(poll.url).content.decode()


def test_choosing_against_the_rules_is_offered_knowingly(poll, options, network, bram):
    browser, choose = signed_in(bram), reverse("networks:decide_poll", args=[network.slug, poll.pk, options[0].pk])
    assert 'name="anyway"' in browser.get(choose).content.decode()

    assert browser.post(choose).status_code == 409
    assert browser.post(choose, {"anyway": "1"}).status_code == 302


def test_an_undated_meeting_leads_to_a_poll_about_it(network, bram):
    meeting = MeetingFactory(series__network=network, number=3, starts_at=None, ends_at=None, place="")
    browser, make = signed_in(bram), reverse("networks:make_poll", args=[network.slug])

    assert f"{make}?meeting={meeting.pk}" in browser.get(meeting.url).content.decode()
    page = browser.get(make, {"meeting": meeting.pk})
    assert f'value="meeting-{meeting.pk}" selected' in page.content.decode()


def test_offering_the_own_school(poll, options, network, sanne):
    browser, offer = signed_in(sanne), reverse("networks:offer_school", args=[network.slug, poll.pk])
    date = next(iter(browser.get(offer).context["form"].by_date))

    assert browser.post(offer, {"dates": [date]}).status_code == 422
    assert browser.post(offer, {"dates": [date], "capacity": "15"}).status_code == 302
    school = str(sanne.enrolments.get().school)
    assert school in browser.get(poll.url).content.decode()
    browser.post(reverse("networks:take_back_offer", args=[network.slug, poll.pk]))

    assert not poll.places.exclude(offered_by=None).exists()


def test_reopening_after_a_cancellation(poll, options, network, bram, sanne):
    say(poll, sanne, "yes", "yes", "yes", "yes")
    meeting = services.decide_poll(poll=poll, option=options[0], by=bram, anyway=True)
    services.cancel_meeting(meeting=meeting, by=bram, reason="Lekkage")
    browser = signed_in(bram)
    assert "De peiling weer openen" in browser.get(poll.url).content.decode()

    deadline = {"deadline": in_days(9).date().isoformat(), "deadline_time": "18:00"}
    browser.post(reverse("networks:reopen_poll", args=[network.slug, poll.pk]), deadline)

    assert Poll.objects.get().takes_votes
    assert "Uw antwoorden" in signed_in(sanne).get(poll.url).content.decode()


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "@SUM(A1)", "a\r\nBcc: x@y.example", "<script>x()</script>", '"><img src=x onerror=x()>'),
        *("{{ 7*7 }}", "%(poll)s", "\u202eomgekeerd", "😀" * 20, "x" * 10_000, "a\x00b"),
    ],
)
def test_hostile_texts_are_refused_or_harmless(text, network, bram, sanne, django_capture_on_commit_callbacks):
    browser = signed_in(bram)
    with django_capture_on_commit_callbacks(execute=True):
        filled = asked(title=text, explanation=text, experts=text, places=(text,))
        browser.post(reverse("networks:make_poll", args=[network.slug]), filled)
        poll = Poll.objects.first() or make_poll(network, bram)
        services.open_poll(poll=poll, by=bram)
        options = list(poll.options.all())
        signed_in(sanne).post(poll.url, answers(options, *["yes"] * len(options), note=text))

    for address in (poll.url, network.polls_url, reverse("networks:change_poll", args=[network.slug, poll.pk])):
        page = browser.get(address)
        assert page.status_code == 200
        assert "<script>x()" not in page.content.decode()
        assert "<img src=x" not in page.content.decode()
    assert poll.title != "x" * 10_000


@pytest.mark.parametrize("number", [1, 25])
def test_the_pages_take_the_same_queries_for_many(number, network, bram, django_assert_max_num_queries):
    options = new_options(days=range(20, 20 + min(number, 20)))
    poll = open_poll(network, bram, options=options)
    for _each in range(number):
        say(poll, EnrolmentFactory(network=network).person, *["yes"] * len(options))
        if number > 1 and _each < 5:
            open_poll(network, bram)
    browser = signed_in(bram)
    browser.get(poll.url)

    with django_assert_max_num_queries(30):
        browser.get(poll.url)
    with django_assert_max_num_queries(20):
        browser.get(network.polls_url)
