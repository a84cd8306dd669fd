"""Asking another member for a talk: who may, who is told what, and not being asked."""

import pytest
from django.urls import reverse

from accounts.erasure import erase_account
from accounts.services import create_api_token
from community.errors import RequestAnswered, RequestsUnwanted, TooManyRequests
from community.models import Block, SparRequest
from community.peers import personal
from community.peers.directory import peers_of
from community.peers.services import tell_peers
from community.peers.sparring import (
    MOST_A_DAY,
    answer_spar_request,
    ask_to_spar,
    block,
    unblock,
    withdraw_spar_request,
)
from core.errors import InvalidInput, NotAllowed, NotFound
from networks.errors import NetworkArchived
from networks.services import close_network, withdraw
from notifications.models import Notification
from tests.community.conftest import join
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
SECRET = "Een conflict in mijn team"


def ask(network, asker, asked, **fields):
    return ask_to_spar(network=network, asker=asker, asked=asked, **{"subject": SECRET} | fields)


@pytest.fixture
def request_(network, sanne, imke):
    return ask(network, sanne, imke, when="Dinsdag na drie uur", how="call")


def told(person):
    return list(Notification.objects.filter(recipient=person).order_by("pk").values_list("kind", flat=True))


def takes_no_requests(person):
    tell_peers(person=person, offers="", seeks="", themes=[], name_only=False, no_requests=True)


def test_who_is_asked_hears_it_and_not_what_about(request_, imke, sanne, bram):
    assert told(imke) == ["spar.asked"]
    assert told(sanne) + told(bram) == []
    assert SECRET not in str(Notification.objects.get(kind="spar.asked").params)


def test_asking_again_while_it_is_open_is_once(request_, network, sanne, imke):
    assert ask(network, sanne, imke) == request_
    assert told(imke) == ["spar.asked"]


@pytest.mark.parametrize("state", ["accepted", "later", "declined"])
def test_each_answer_is_told(state, request_, imke, sanne):
    answer_spar_request(request=request_, by=imke, state=state, answer="Dank voor uw vraag.")

    assert told(sanne) == [f"spar.{state}"]
    assert not Notification.objects.filter(recipient=imke, read_at=None).exists()


def test_only_who_is_asked_answers_and_once(request_, sanne, imke):
    with pytest.raises(NotAllowed):
        answer_spar_request(request=request_, by=sanne, state="accepted")
    with pytest.raises(InvalidInput):
        answer_spar_request(request=request_, by=imke, state="withdrawn")

    answer_spar_request(request=request_, by=imke, state="accepted")
    with pytest.raises(RequestAnswered):
        answer_spar_request(request=request_, by=imke, state="declined")


def test_taking_back(request_, sanne, imke):
    with pytest.raises(NotAllowed):
        withdraw_spar_request(request=request_, by=imke)

    withdraw_spar_request(request=request_, by=sanne)
    with pytest.raises(RequestAnswered):
        answer_spar_request(request=request_, by=imke, state="accepted")


def test_who_wants_no_requests_gets_none(network, sanne, imke):
    takes_no_requests(imke)
    with pytest.raises(RequestsUnwanted):
        ask(network, sanne, imke)

    assert [it.name for it in peers_of(network, sanne) if it.takes_requests] == ["Bram Jansen"]
    assert ask(network, imke, sanne).is_open


def test_a_block_works_both_ways_and_looks_like_no_requests(network, sanne, imke):
    block(person=imke, other=sanne)
    for asker, asked in ((sanne, imke), (imke, sanne)):
        with pytest.raises(RequestsUnwanted):
            ask(network, asker, asked)
    assert told(sanne) == []

    unblock(person=imke, other=sanne)
    assert ask(network, sanne, imke).is_open


def test_blocking_declines_what_is_open(request_, sanne, imke):
    block(person=imke, other=sanne)
    request_.refresh_from_db()

    assert request_.state == "declined"
    assert told(sanne) == ["spar.declined"]
    with pytest.raises(NotAllowed):
        block(person=imke, other=imke)


def test_nobody_asks_outside_the_network(network, sanne, kees, bram):
    with pytest.raises(NotAllowed):
        ask(network, kees, sanne)
    with pytest.raises(NotFound):
        ask(network, sanne, kees)
    with pytest.raises(RequestsUnwanted):
        ask(network, sanne, sanne)

    close_network(network=network, by=bram)
    with pytest.raises(NetworkArchived):
        ask(network, sanne, bram)


@pytest.mark.parametrize(
    ("fields", "named"), [({"subject": " "}, "subject"), ({"when": "x" * 201}, "when"), ({"how": "x"}, "how")]
)
def test_what_a_request_needs(fields, named, network, sanne, imke):
    with pytest.raises(InvalidInput) as refused:
        ask(network, sanne, imke, **fields)
    assert list(refused.value.errors) == [named]


def test_a_flood_is_asked_for_patience(network, sanne):
    for _ in range(MOST_A_DAY):
        other = UserFactory()
        join(network, other)
        ask(network, sanne, other)
    last = UserFactory()
    join(network, last)
    with pytest.raises(TooManyRequests):
        ask(network, sanne, last)


def test_a_request_is_gone_with_an_account_and_closed_to_who_left(request_, client, network, sanne, imke):
    block(person=sanne, other=imke)
    assert personal.exported_blocks(sanne) == ["Imke Smit"]
    withdraw(enrolment=imke.enrolments.get())
    client.force_login(imke)
    assert client.get(request_.get_absolute_url()).status_code == 404

    erase_account(person=sanne)
    assert (SparRequest.objects.count(), Block.objects.count()) == (0, 0)


def test_the_export_has_ones_own_words_alone(request_, sanne, imke):
    answer_spar_request(request=request_, by=imke, state="accepted", answer="Bel mij.")

    [made], [got] = personal.exported_requests(sanne), personal.exported_requests(imke)
    assert (made["subject"], made["answer"], made["with"]) == (SECRET, None, "Imke Smit")
    assert (got["subject"], got["answer"]) == (None, "Bel mij.")


PAGES = {
    "spar_requests": {"visitor": 302, "outsider": 403, "participant": 200, "other": 200, "facilitator": 200},
    "spar_request": {"visitor": 302, "outsider": 404, "participant": 200, "other": 200, "facilitator": 404},
    "ask_to_spar": {"visitor": 302, "outsider": 403, "participant": 200, "other": 404, "facilitator": 200},
    "block": {"visitor": 302, "outsider": 403, "participant": 200, "other": 404, "facilitator": 200},
}


@pytest.mark.parametrize(("page", "who", "status"), [(p, w, s) for p, it in PAGES.items() for w, s in it.items()])
def test_who_opens_which_page(page, who, status, client, people, network, request_):
    if who != "visitor":
        client.force_login(people[who])
    places = {"spar_requests": [], "spar_request": [request_.pk]}.get(page, [people["other"].pk])

    assert client.get(reverse(f"community:{page}", args=[network.slug, *places])).status_code == status


def test_from_asking_to_a_mail_address_by_plain_pages(client, network, sanne, imke):
    client.force_login(sanne)
    place = reverse("community:ask_to_spar", args=[network.slug, imke.pk])
    assert place in client.get(reverse("community:peers", args=[network.slug])).content.decode()
    client.post(place, {"subject": SECRET, "when": "", "how": "video"})
    asked = SparRequest.objects.get()
    assert imke.email not in client.get(asked.get_absolute_url()).content.decode()

    client.force_login(imke)
    assert SECRET in client.get(reverse("community:spar_requests", args=[network.slug])).content.decode()
    client.post(asked.get_absolute_url(), {"state": "accepted", "answer": ""})

    client.force_login(sanne)
    assert imke.email in client.get(asked.get_absolute_url()).content.decode()


def test_taking_back_and_blocking_by_plain_pages(client, request_, network, sanne, imke):
    client.force_login(sanne)
    client.post(reverse("community:withdraw_spar_request", args=[network.slug, request_.pk]))
    request_.refresh_from_db()
    assert request_.state == "withdrawn"

    place = reverse("community:block", args=[network.slug, imke.pk])
    for blocked in (True, False):
        client.post(place)
        assert Block.objects.filter(person=sanne, blocked=imke).exists() is blocked


ROLES = ("visitor", "outsider", "participant", "other", "facilitator")
OPERATIONS = {
    ("get", "/networks/toetsing/spar-requests", (401, 403, 200, 200, 200)): None,
    ("post", "/networks/toetsing/peers/{other}/spar-requests", (401, 403, 201, 404, 201)): {"subject": SECRET},
    ("post", "/spar-requests/{request}/answer", (401, 404, 403, 200, 404)): {"state": "later"},
    ("delete", "/spar-requests/{request}", (401, 404, 204, 403, 404)): None,
    ("put", "/networks/toetsing/peers/{other}/block", (401, 403, 204, 404, 204)): None,
    ("get", "/me/blocks", (401, 200, 200, 200, 200)): None,
    ("delete", "/me/blocks/{other}", (401, 204, 204, 204, 204)): None,
}


@pytest.mark.parametrize(("method", "address", "answers"), OPERATIONS, ids=lambda it: it if isinstance(it, str) else "")
def test_who_may_what_through_the_api(method, address, answers, client, people, request_, imke):
    place = "/api/v1" + address.format(other=imke.pk, request=request_.pk)
    content = OPERATIONS[method, address, answers]
    json = {"data": content, "content_type": "application/json"} if content else {}

    def call(who):
        token = create_api_token(person=people[who], label="Test") if who != "visitor" else ""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return getattr(client, method)(place, headers=headers, **json).status_code

    assert tuple(call(who) for who in ROLES) == answers
